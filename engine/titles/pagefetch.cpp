// SPDX-License-Identifier: GPL-3.0-or-later
#include "titles/pagefetch.h"

#include <QLocale>
#include <QUrl>

namespace kule {
namespace {

constexpr Milliseconds wholeTime{20'000}; // of one try with its redirects
constexpr qint64 largestPage = 8 << 20;
constexpr int mostTries = 3;
constexpr int mostRedirects = 5;
constexpr Backoff betweenTries{Milliseconds(2000), Milliseconds(8000)};
constexpr Milliseconds longestWait{60'000}; // a host that asks for more gets no further try, but its pause

Error scrapeError(ErrorKind kind, const char *code, const Text &why)
{
    return {kind, code, text(refusedPage, why), nullptr, std::nullopt};
}

// Scheme, host and port: never another host, never from https down to http.
bool isSamePlace(const QString &a, const QString &b)
{
    return hostOf(a) == hostOf(b) && QUrl(a).scheme() == QUrl(b).scheme();
}

} // namespace

struct PageFetch::Errand
{
    TitleKey key;
    std::function<bool()> isWanted;
    FetchNote note;
    Promise<Result<FetchedPage>> promise;
    QString base;
    QString url;
    int tries = 0;
    int redirects = 0;
    qint64 deadline = 0; ///< steady ms, of this try
    std::unique_ptr<Clock::Timer> pause;
};

PageFetch::PageFetch(HttpClient &http, Clock &clock, quint32 seed, FetchPolicy policy)
    : m_http(http)
    , m_clock(clock)
    , m_chance(seed)
    , m_policy(std::move(policy))
    , m_pacer(clock, m_policy.atOnce, m_policy.pace)
{
}

void PageFetch::configure(FetchPolicy policy)
{
    m_policy = std::move(policy);
    m_pacer.configure(m_policy.atOnce, m_policy.pace);
}

Future<Result<FetchedPage>> PageFetch::fetch(TitleKey key, std::function<bool()> isWanted, FetchNote note)
{
    const auto errand = std::make_shared<Errand>();
    errand->key = std::move(key);
    errand->isWanted = std::move(isWanted);
    errand->note = std::move(note);
    queue(errand);
    return errand->promise.future();
}

void PageFetch::queue(const ErrandPtr &errand)
{
    m_pacer.acquire(errand->isWanted, [this, errand] {
        ++errand->tries;
        errand->redirects = 0;
        errand->base = m_policy.baseUrl;
        while (errand->base.endsWith(u'/'))
            errand->base.chop(1);
        errand->url = errand->base + QString::fromLatin1(pathOf(errand->key));
        errand->deadline = m_clock.steadyMs() + wholeTime.count();
        send(errand);
    });
}

void PageFetch::send(const ErrandPtr &errand)
{
    HttpRequest request;
    request.url = errand->url;
    request.headers = {{"User-Agent", "Mozilla/5.0 (compatible; Kule/" KULE_VERSION ")"},
                       {"Accept", "text/html,application/xhtml+xml;q=0.9,*/*;q=0.1"},
                       {"Accept-Language", acceptLanguageOf(errand->key.locale)}};
    request.timeout = Milliseconds(std::max<qint64>(errand->deadline - m_clock.steadyMs(), 0));
    request.largestReply = largestPage;
    whenDone(m_http.send(std::move(request)), this, [this, errand](const Result<HttpReply> &reply) { take(errand, reply); });
}

void PageFetch::take(const ErrandPtr &errand, const Result<HttpReply> &reply)
{
    if (!reply) {
        const Error &error = reply.error();
        if (error.code == "net.redirect_refused")
            return follow(errand, error);
        const Error said = scrapeError(ErrorKind::Unavailable, "SCRAPE_ERROR", error.message);
        // What is too large, not an address or not to be trusted will be so again.
        if (error.code == "net.too_large" || error.code == "net.bad_url" || error.code == "net.tls")
            return end(errand, fail(said));
        return tryAgain(errand, said, std::nullopt);
    }
    const Text status = verbatim(QString::number(reply->status));
    const auto wait = retryAfter(*reply, m_clock.wallMs());
    if (wait && (reply->status == 429 || reply->status == 503))
        m_pacer.pause(*wait);
    if (reply->status == 429) {
        Error limited = scrapeError(ErrorKind::Busy, "RATE_LIMITED", status);
        if (wait)
            limited.retryAfter = static_cast<int>(wait->count() / 1000);
        return end(errand, fail(std::move(limited)));
    }
    if (reply->status >= 500)
        return tryAgain(errand, scrapeError(ErrorKind::Unavailable, "SCRAPE_ERROR", status), wait);
    if (reply->status == 404 || reply->status == 410)
        return end(errand, fail(scrapeError(ErrorKind::NotFound, "NOT_FOUND", status)));
    if (reply->status == 451)
        return end(errand, fail(scrapeError(ErrorKind::NotFound, "REGION_UNAVAILABLE", status)));
    if (reply->status != 200)
        return end(errand, fail(scrapeError(ErrorKind::Unavailable, "SCRAPE_ERROR", status)));
    end(errand, FetchedPage{errand->url, reply->header("content-type"), reply->body, m_clock.wallMs()});
}

void PageFetch::follow(const ErrandPtr &errand, const Error &redirect)
{
    const QByteArray location = textOf(redirect.details, "location").toUtf8();
    const QUrl next = QUrl(errand->url).resolved(QUrl::fromEncoded(location, QUrl::StrictMode));
    const QString url = next.toString(QUrl::FullyEncoded | QUrl::RemoveFragment);
    const QString status = QString::number(redirect.details.value("status", 0));
    if (!isSamePlace(url, errand->base))
        return end(errand, fail(scrapeError(ErrorKind::Unavailable, "SCRAPE_ERROR", text(QT_TRANSLATE_NOOP("Engine", "%1 (it redirects to another host)"), status))));
    if (++errand->redirects > mostRedirects)
        return end(errand, fail(scrapeError(ErrorKind::Unavailable, "SCRAPE_ERROR", text(QT_TRANSLATE_NOOP("Engine", "%1 (too many redirects)"), status))));
    errand->url = url;
    send(errand);
}

void PageFetch::tryAgain(const ErrandPtr &errand, const Error &why, std::optional<Milliseconds> wait)
{
    const Milliseconds pause = std::max(wait.value_or(Milliseconds(0)), betweenTries.after(errand->tries, m_chance));
    if (errand->tries >= mostTries || pause > longestWait || !errand->isWanted())
        return end(errand, fail(why));
    errand->note(QStringLiteral("%1; trying again in %2 ms").arg(why.message.english()).arg(pause.count()));
    m_pacer.release();
    // Held by its own timer until then; the timer's end lets go of it.
    errand->pause = m_clock.after(pause, this, [this, errand] {
        const auto over = std::move(errand->pause);
        queue(errand);
    });
}

void PageFetch::end(const ErrandPtr &errand, Result<FetchedPage> result)
{
    m_pacer.release();
    errand->promise.answer(std::move(result));
}

QByteArray acceptLanguageOf(const QByteArray &locale)
{
    const qsizetype dash = locale.indexOf('-');
    QByteArray language = dash >= 0 ? locale.mid(dash + 1) : QByteArray();
    if (language.isEmpty() && !locale.isEmpty()) {
        const QLocale::Territory territory = QLocale::codeToTerritory(QString::fromLatin1(locale.toUpper()));
        if (territory != QLocale::AnyTerritory)
            language = QLocale::languageToCode(QLocale(QLocale::AnyLanguage, territory).language()).toLatin1();
    }
    return language.isEmpty() || language == "en" ? QByteArray("en") : language + ",en;q=0.5";
}

} // namespace kule
