// SPDX-License-Identifier: GPL-3.0-or-later
// Where a request carries its access key, and what it hears when that opens nothing. Any thread.
#pragma once
#include "api/http/message.h"
#include "keys/accesskeys.h"

namespace kule {

/// By X-Auth-Hash, X-API-Key or Authorization: Bearer, whichever holds a key of ours. The same header twice counts once.
std::optional<Caller> callerOf(const http::Head &head, const AccessKeys &keys);
/// Whether it carries any key at all, right or wrong.
bool carriesKey(const http::Head &head);
/// 401 everywhere; but a wrong key on /api/getinfo… is 403, as the title scraper's clients know it.
int statusOfRefusedKey(const http::Head &head);

} // namespace kule
