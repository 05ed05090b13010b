// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/runrequest.h"

#include <QUrl>

#include <cmath>

namespace kule {
namespace {

constexpr qsizetype longestProcessId = 256;
constexpr qsizetype longestPath = 4096;
constexpr qsizetype longestUrl = 4096;
constexpr qsizetype longestLabel = 200;
constexpr double longestTimeout = 366.0 * 24 * 3600;

Error badField(const char *field, Text why)
{
    return {ErrorKind::Invalid, "api.bad_field", std::move(why), Json{{"field", field}}, std::nullopt};
}

const Json *member(const Json &body, const char *name)
{
    const auto found = body.find(name);
    return found == body.end() || found->is_null() ? nullptr : &*found;
}

// Not empty, no NUL, not longer than that; nothing otherwise.
std::optional<QString> goodText(const Json &value, qsizetype longest)
{
    if (!value.is_string())
        return std::nullopt;
    QString text = value.get<QString>();
    if (text.isEmpty() || text.size() > longest || text.contains(QChar(u'\0')))
        return std::nullopt;
    return text;
}

bool isWebUrl(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    return url.isValid() && !url.host().isEmpty() && (url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https"));
}

} // namespace

Result<JobRequest> runRequestOf(const Json &body)
{
    if (!body.is_object())
        return fail(ErrorKind::Invalid, "api.bad_body", text(QT_TRANSLATE_NOOP("Engine", "Send a JSON object.")));
    JobRequest request;

    const Json *processId = member(body, "process_id");
    if (!processId || (!processId->is_number_integer() && !goodText(*processId, longestProcessId)))
        return fail(badField("process_id", text(QT_TRANSLATE_NOOP("Engine", "process_id is required: text of 1 to 256 characters, or a whole number."))));
    request.processId = *processId;

    const Json *filePath = member(body, "file_path");
    const auto path = filePath ? goodText(*filePath, longestPath) : std::nullopt;
    if (!path)
        return fail(badField("file_path", text(QT_TRANSLATE_NOOP("Engine", "file_path is required: the path of a Python file, such as packages/example.py."))));
    request.filePath = *path;

    if (const Json *args = member(body, "args")) {
        if (!args->is_array())
            return fail(badField("args", text(QT_TRANSLATE_NOOP("Engine", "args must be a JSON array."))));
        request.args = *args;
    }
    if (const Json *kwargs = member(body, "kwargs")) {
        if (!kwargs->is_object())
            return fail(badField("kwargs", text(QT_TRANSLATE_NOOP("Engine", "kwargs must be a JSON object."))));
        request.kwargs = *kwargs;
    }
    // An empty url has always meant none.
    if (const Json *url = member(body, "callback_url"); url && *url != "") {
        const auto callback = goodText(*url, longestUrl);
        if (!callback || !isWebUrl(*callback))
            return fail(badField("callback_url", text(QT_TRANSLATE_NOOP("Engine", "callback_url must be an http or https address."))));
        request.callbackUrl = *callback;
    }
    if (const Json *label = member(body, "label"); label && *label != "") {
        const auto word = goodText(*label, longestLabel);
        if (!word)
            return fail(badField("label", text(QT_TRANSLATE_NOOP("Engine", "label must be text of at most 200 characters."))));
        request.label = *word;
    }
    if (const Json *timeout = member(body, "timeout_s")) {
        const double seconds = timeout->is_number() ? timeout->get<double>() : 0;
        if (!(seconds > 0 && seconds <= longestTimeout))
            return fail(badField("timeout_s", text(QT_TRANSLATE_NOOP("Engine", "timeout_s must be a number of seconds above 0, a year at most."))));
        request.timeout = Milliseconds(std::max<qint64>(1, std::llround(seconds * 1000)));
    }
    return request;
}

} // namespace kule
