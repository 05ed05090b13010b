// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/credentials.h"

#include <algorithm>
#include <array>

namespace kule {
namespace {

std::array<QByteArray, 3> offeredKeys(const http::Head &head)
{
    const QByteArray authorization = head.header("Authorization");
    const bool isBearer = qstrnicmp(authorization.constData(), "Bearer ", 7) == 0;
    return {head.header("X-Auth-Hash"), head.header("X-API-Key"), isBearer ? authorization.mid(7).trimmed() : QByteArray()};
}

} // namespace

std::optional<Caller> callerOf(const http::Head &head, const AccessKeys &keys)
{
    for (const QByteArray &key : offeredKeys(head)) {
        if (key.isEmpty())
            continue;
        if (auto caller = keys.verify(key))
            return caller;
    }
    return std::nullopt;
}

bool carriesKey(const http::Head &head)
{
    const auto keys = offeredKeys(head);
    return std::any_of(keys.begin(), keys.end(), [](const QByteArray &key) { return !key.isEmpty(); });
}

int statusOfRefusedKey(const http::Head &head)
{
    return head.path().startsWith("/api/getinfo") && carriesKey(head) ? 403 : 401;
}

} // namespace kule
