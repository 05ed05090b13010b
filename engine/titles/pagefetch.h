// SPDX-License-Identifier: GPL-3.0-or-later
// A title's page from the network, politely: paced, in the title's language, three tries where trying again may help, each
// 20 s at most in all, redirects on the base host alone. Lives on one thread; calls belong there. Reads nothing off a page.
#pragma once
#include "net/backoff.h"
#include "net/httpclient.h"
#include "titles/pacer.h"
#include "titles/titleurl.h"

namespace kule {

struct FetchPolicy
{
    QString baseUrl = QStringLiteral("https://www.netflix.com");
    Milliseconds pace = std::chrono::seconds(1); ///< between two starts
    int atOnce = 2;
};

struct FetchedPage
{
    QString url; ///< the last one, behind redirects
    QByteArray contentType;
    QByteArray body;
    qint64 at = 0; ///< UTC ms
};

/// What may be told of a fetch that goes on: "503, trying again in 2 s".
using FetchNote = std::function<void(const QString &)>;

class PageFetch : public QObject
{
public:
    PageFetch(HttpClient &http, Clock &clock, quint32 seed, FetchPolicy policy = {});
    void configure(FetchPolicy policy);

    /// SCRAPE_ERROR (also what the network says), NOT_FOUND, REGION_UNAVAILABLE, RATE_LIMITED. Once isWanted says no, nothing
    /// more is sent and it may never be answered.
    Future<Result<FetchedPage>> fetch(TitleKey key, std::function<bool()> isWanted, FetchNote note);

private:
    struct Errand;
    using ErrandPtr = std::shared_ptr<Errand>;
    void queue(const ErrandPtr &errand);
    void send(const ErrandPtr &errand);
    void take(const ErrandPtr &errand, const Result<HttpReply> &reply);
    void follow(const ErrandPtr &errand, const Error &redirect);
    void tryAgain(const ErrandPtr &errand, const Error &why, std::optional<Milliseconds> wait);
    void end(const ErrandPtr &errand, Result<FetchedPage> result);

    HttpClient &m_http;
    Clock &m_clock;
    QRandomGenerator m_chance;
    FetchPolicy m_policy;
    Pacer m_pacer;
};

/// "tr-en" (Turkey, in English) is "en", "jp" is "ja"; with English behind it.
QByteArray acceptLanguageOf(const QByteArray &locale);

} // namespace kule
