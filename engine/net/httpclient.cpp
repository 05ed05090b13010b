// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/httpclient.h"

#include <QDateTime>
#include <QUrl>

#include <algorithm>

namespace kule {
namespace {

bool isHttp(const QUrl &url)
{
    return url.isValid() && !url.host().isEmpty() && (url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https"));
}

} // namespace

QByteArray HttpReply::header(QByteArrayView name) const
{
    for (const auto &[field, value] : headers) {
        if (field.size() == name.size() && qstrnicmp(field.constData(), field.size(), name.data(), name.size()) == 0)
            return value;
    }
    return {};
}

std::optional<Milliseconds> retryAfter(const HttpReply &reply, qint64 wallMs)
{
    constexpr qint64 longest = 24 * 3600 * 1000;
    const QByteArray said = reply.header("retry-after").trimmed();
    bool isNumber = false;
    const qint64 seconds = said.toLongLong(&isNumber);
    if (isNumber)
        return Milliseconds(std::clamp<qint64>(seconds, 0, longest / 1000) * 1000);
    // HTTP's dates end in GMT, which Qt does not read.
    const QString date = QString::fromLatin1(said.endsWith("GMT") ? said.chopped(3) + "+0000" : said);
    const QDateTime until = QDateTime::fromString(date, Qt::RFC2822Date);
    return until.isValid() ? std::optional(Milliseconds(std::clamp<qint64>(until.toMSecsSinceEpoch() - wallMs, 0, longest))) : std::nullopt;
}

Done checkUrl(const QString &url)
{
    if (isHttp(QUrl(url, QUrl::StrictMode)))
        return {};
    return fail(ErrorKind::Invalid, "net.bad_url",
                text(QT_TRANSLATE_NOOP("Engine", "“%1” is not an address that begins with http:// or https:// and names a host."), url.left(200)));
}

QString hostOf(const QString &url)
{
    const QUrl parsed(url, QUrl::StrictMode);
    if (!isHttp(parsed))
        return {};
    return parsed.host() + u':' + QString::number(parsed.port(parsed.scheme() == QLatin1String("https") ? 443 : 80));
}

} // namespace kule
