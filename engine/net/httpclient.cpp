// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/httpclient.h"

#include <QUrl>

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
