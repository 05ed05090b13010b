// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/httpfailures.h"

namespace kule {
namespace {

Json detailsOf(Reach reach)
{
    return reach == Reach::NeverSent ? Json{{"never_sent", true}} : Json(nullptr);
}

} // namespace

Error unreachable(const QString &url, const QString &reason, Reach reach)
{
    return {ErrorKind::Unavailable, "net.unreachable",
            text(QT_TRANSLATE_NOOP("Engine", "%1 could not be reached: %2. Check the address and the network."), hostOf(url), reason), detailsOf(reach), std::nullopt};
}

Error brokenOff(const QString &url)
{
    return unreachable(url, QStringLiteral("the answer broke off"));
}

Error notTrusted(const QString &url, const QString &reason)
{
    return {ErrorKind::Unavailable, "net.tls", text(QT_TRANSLATE_NOOP("Engine", "%1 could not be trusted: %2. Check its certificate."), hostOf(url), reason), nullptr, std::nullopt};
}

Error tookTooLong(const HttpRequest &asked, Reach reach)
{
    return {ErrorKind::TimedOut, "net.timeout",
            text(QT_TRANSLATE_NOOP("Engine", "%1 did not answer within %2 s. Try again later."), hostOf(asked.url), QString::number(static_cast<double>(asked.timeout.count()) / 1000)),
            detailsOf(reach), std::nullopt};
}

Error tooLarge(const HttpRequest &asked, int status)
{
    return {ErrorKind::TooLarge, "net.too_large",
            text(QT_TRANSLATE_NOOP("Engine", "%1 answered with more than %2 bytes, which was not taken. Check the address."), hostOf(asked.url), QString::number(asked.largestReply)),
            Json{{"status", status}}, std::nullopt};
}

Error redirectRefused(const HttpRequest &asked, const HttpReply &answer)
{
    return {ErrorKind::Unavailable, "net.redirect_refused",
            text(QT_TRANSLATE_NOOP("Engine", "%1 redirects to another address, which is not followed. Use the final address."), hostOf(asked.url)),
            Json{{"status", answer.status}, {"location", answer.header("location").left(2000)}}, std::nullopt};
}

bool isRedirect(const HttpReply &reply)
{
    return reply.status >= 300 && reply.status < 400 && !reply.header("location").isEmpty();
}

} // namespace kule
