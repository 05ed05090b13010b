// SPDX-License-Identifier: GPL-3.0-or-later
#include "notify/pushersignature.h"

#include "secrets/hmac.h"

#include <QCryptographicHash>

namespace kule {

QByteArray pusherQuery(const PusherRequest &request, const Secret &secret)
{
    // In the order of the names, as the signature wants them.
    const QByteArray query = "auth_key=" + request.key + "&auth_timestamp=" + QByteArray::number(request.timestamp) + "&auth_version=1.0&body_md5="
        + QCryptographicHash::hash(request.body, QCryptographicHash::Md5).toHex();
    return query + "&auth_signature=" + hmacSha256(secret, "POST\n" + request.path + "\n" + query).toHex();
}

} // namespace kule
