// SPDX-License-Identifier: GPL-3.0-or-later
// What an HTTP client says when there is no reply that may be taken. Pure; any thread.
#pragma once
#include "net/httpclient.h"

namespace kule {

/// Whether anything of the request may have reached somebody; NeverSent: details say never_sent.
enum class Reach { NeverSent, Unknown };

Error unreachable(const QString &url, const QString &reason, Reach reach = Reach::Unknown);
Error brokenOff(const QString &url);
Error notTrusted(const QString &url, const QString &reason);
Error tookTooLong(const HttpRequest &asked, Reach reach = Reach::Unknown);
Error tooLarge(const HttpRequest &asked, int status);
Error redirectRefused(const HttpRequest &asked, const HttpReply &answer);
/// A reply that asks to look elsewhere.
bool isRedirect(const HttpReply &reply);

} // namespace kule
