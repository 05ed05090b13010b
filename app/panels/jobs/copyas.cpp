// SPDX-License-Identifier: GPL-3.0-or-later
#include "copyas.h"

#include "words/jobwords.h"

#include <algorithm>

namespace kule {
namespace {

QByteArray bodyOf(const JobDetail &detail)
{
    OrderedJson body;
    body["process_id"] = detail.job.processId;
    body["file_path"] = detail.job.filePath.toStdString();
    body["args"] = detail.args.is_null() ? Json::array() : detail.args;
    body["kwargs"] = detail.kwargs.is_null() ? Json::object() : detail.kwargs;
    if (!detail.callbackUrl.isEmpty())
        body["callback_url"] = detail.callbackUrl.toStdString();
    if (detail.timeout)
        body["timeout_s"] = static_cast<double>(detail.timeout->count()) / 1000;
    if (!detail.job.label.isEmpty())
        body["label"] = detail.job.label.toStdString();
    return dumpJson(body);
}

} // namespace

QString shellQuoted(const QString &word)
{
    const bool isBare = !word.isEmpty() && std::all_of(word.begin(), word.end(), [](QChar c) {
        const char16_t u = c.unicode();
        return (u >= u'a' && u <= u'z') || (u >= u'A' && u <= u'Z') || (u >= u'0' && u <= u'9') || QStringView(u"-_./:=@%+,").contains(c);
    });
    if (isBare)
        return word;
    return u'\'' + QString(word).replace(QStringLiteral("'"), QStringLiteral("'\\''")) + u'\'';
}

QString asCurl(const JobDetail &detail, const QString &apiUrl)
{
    return QStringLiteral("curl -X POST %1 \\\n  -H \"X-Auth-Hash: $KULE_API_KEY\" \\\n  -H 'Content-Type: application/json' \\\n  --data-raw %2")
        .arg(shellQuoted(apiUrl + QStringLiteral("/run")), shellQuoted(QString::fromUtf8(bodyOf(detail))));
}

QString asCommandLine(const JobDetail &detail)
{
    QStringList words{QStringLiteral("kule"), QStringLiteral("run"), shellQuoted(detail.job.filePath), QStringLiteral("--process-id"),
                      shellQuoted(processIdText(detail.job.processId))};
    const auto put = [&words](const char *option, const QString &value) {
        words += QString::fromLatin1(option);
        words += shellQuoted(value);
    };
    for (const Json &arg : detail.args)
        put("--arg", QString::fromUtf8(dumpJson(arg)));
    for (const auto &[name, value] : detail.kwargs.items())
        put("--kwarg", QString::fromStdString(name) + u'=' + QString::fromUtf8(dumpJson(value)));
    if (!detail.callbackUrl.isEmpty())
        put("--callback-url", detail.callbackUrl);
    if (detail.timeout)
        put("--timeout", QString::number(static_cast<double>(detail.timeout->count()) / 1000, 'g', 12));
    if (!detail.job.label.isEmpty())
        put("--label", detail.job.label);
    return words.join(u' ');
}

QString asPython(const JobDetail &detail, const QString &apiUrl)
{
    // A JSON string is a Python string too, so the body stands in it as it is.
    const auto quoted = [](const QString &text) { return QString::fromUtf8(dumpJson(Json(text))); };
    return QStringLiteral("import json, os, urllib.request\n\n"
                          "request = urllib.request.Request(\n"
                          "    %1,\n"
                          "    data=%2.encode(),\n"
                          "    headers={\"Content-Type\": \"application/json\", \"X-Auth-Hash\": os.environ[\"KULE_API_KEY\"]},\n"
                          ")\n"
                          "print(json.load(urllib.request.urlopen(request)))\n")
        .arg(quoted(apiUrl + QStringLiteral("/run")), quoted(QString::fromUtf8(bodyOf(detail))));
}

} // namespace kule
