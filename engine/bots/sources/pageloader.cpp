// SPDX-License-Identifier: GPL-3.0-or-later
#include "bots/sources/pageloader.h"

#include <QHostAddress>
#include <QUrl>

#include <algorithm>

namespace kule {
namespace {

constexpr qint64 largestPage = 8 << 20;
constexpr int mostRedirects = 5;

using Loaded = std::optional<LoadedPage>;

Error ofStatus(const QString &url, const HttpReply &reply, qint64 wallMs)
{
    if (reply.status == 404 || reply.status == 410)
        return {ErrorKind::NotFound, "source.gone", text(QT_TRANSLATE_NOOP("Engine", "There is no page at %1 (status %2). Enter the address where it is now."), url.left(200), QString::number(reply.status)),
                Json{{"status", reply.status}}, std::nullopt};
    Error error{ErrorKind::Unavailable, "source.status",
                text(QT_TRANSLATE_NOOP("Engine", "%1 answered with status %2. It is tried again."), url.left(200), QString::number(reply.status)), Json{{"status", reply.status}}, std::nullopt};
    if (const auto wait = retryAfter(reply, wallMs); wait && wait->count() > 0)
        error.retryAfter = static_cast<int>((wait->count() + 999) / 1000);
    return error;
}

Error badRedirect(const QString &url, const QString &to)
{
    return {ErrorKind::Unavailable, "source.bad_redirect",
            text(QT_TRANSLATE_NOOP("Engine", "%1 leads to %2, which is not followed. Enter the final address if it is right."), url.left(200), to.left(200)), nullptr, std::nullopt};
}

} // namespace

struct PageLoader::Errand
{
    HttpRequest request;
    QString asked;
    int redirects = 0;
    Promise<Result<Loaded>> promise;

    void answer(Result<Loaded> result) { promise.answer(std::move(result)); }
};

bool isPrivateHost(const QString &host)
{
    const QString name = host.toLower();
    if (name == QLatin1String("localhost") || name.endsWith(QLatin1String(".localhost")) || name.endsWith(QLatin1String(".local")))
        return true;
    QHostAddress address(name);
    bool isMapped = false;
    if (const quint32 v4 = address.toIPv4Address(&isMapped); isMapped)
        address = QHostAddress(v4);
    static const auto inner = {QHostAddress::parseSubnet(QStringLiteral("10.0.0.0/8")), QHostAddress::parseSubnet(QStringLiteral("172.16.0.0/12")),
                               QHostAddress::parseSubnet(QStringLiteral("192.168.0.0/16")), QHostAddress::parseSubnet(QStringLiteral("100.64.0.0/10"))};
    const bool isInner = std::ranges::any_of(inner, [&address](const auto &subnet) { return address.isInSubnet(subnet); });
    return !address.isNull() && (isInner || !address.isGlobal() || address.isUniqueLocalUnicast());
}

Future<Result<Loaded>> PageLoader::load(const QString &url, const Known &known)
{
    const auto errand = std::make_shared<Errand>();
    errand->asked = url;
    errand->request = {.url = url,
                       .headers = {{"User-Agent", "Mozilla/5.0 (compatible; Kule/" KULE_VERSION ")"}, {"Accept", "text/html,application/xhtml+xml;q=0.9,*/*;q=0.1"}, {"Accept-Language", "tr,en;q=0.5"}},
                       .timeout = std::chrono::seconds(30),
                       .largestReply = largestPage};
    if (!known.etag.isEmpty())
        errand->request.headers.emplace_back("If-None-Match", known.etag);
    if (!known.modified.isEmpty())
        errand->request.headers.emplace_back("If-Modified-Since", known.modified);
    send(errand);
    return errand->promise.future();
}

void PageLoader::send(const std::shared_ptr<Errand> &errand)
{
    whenDone(m_http.send(errand->request), this, [this, errand](const Result<HttpReply> &reply) { take(errand, reply); });
}

void PageLoader::take(const std::shared_ptr<Errand> &errand, const Result<HttpReply> &reply)
{
    if (!reply && reply.error().code == "net.redirect_refused")
        return follow(errand, reply.error());
    if (!reply)
        return errand->answer(fail(reply.error()));
    if (reply->status == 304)
        return errand->answer(Loaded());
    if (reply->status != 200)
        return errand->answer(fail(ofStatus(errand->request.url, *reply, m_clock.wallMs())));
    errand->answer(Loaded(LoadedPage{errand->request.url, reply->header("content-type"), reply->body, reply->header("etag").left(1000), reply->header("last-modified").left(100)}));
}

void PageLoader::follow(const std::shared_ptr<Errand> &errand, const Error &redirect)
{
    const QUrl from(errand->request.url);
    const QUrl to = from.resolved(QUrl::fromEncoded(textOf(redirect.details, "location").toUtf8(), QUrl::StrictMode));
    const QString url = to.toString(QUrl::FullyEncoded | QUrl::RemoveFragment);
    const bool isDowngrade = from.scheme() == QLatin1String("https") && to.scheme() != QLatin1String("https");
    const bool isInward = isPrivateHost(to.host()) && to.host() != QUrl(errand->asked).host();
    if (!checkUrl(url) || isDowngrade || isInward || ++errand->redirects > mostRedirects)
        return errand->answer(fail(badRedirect(errand->asked, url)));
    errand->request.url = url;
    send(errand);
}

} // namespace kule
