// SPDX-License-Identifier: GPL-3.0-or-later
#include "titles/titlekeeper.h"

namespace kule {
namespace {

constexpr Milliseconds spoolPause{15'000};
constexpr Milliseconds trimPause{60'000};
constexpr qint64 day = 24 * 3600 * 1000;

// Fast: a page of 1 MB takes some milliseconds, and a quarter of its size.
QByteArray pack(const QByteArray &body)
{
    return qCompress(body, 1);
}

Error notSaved(const Error &why)
{
    return {ErrorKind::Broken, "INTERNAL_ERROR",
            text(QT_TRANSLATE_NOOP("Engine", "The title was read but could not be saved: %1 Its page is kept and saved later."), why.message),
            Json{{"spooled", true}}, std::nullopt};
}

Error lost(const Error &why, const Error &spool)
{
    return {ErrorKind::Broken, "INTERNAL_ERROR",
            text(QT_TRANSLATE_NOOP("Engine", "The title was read but could be saved nowhere: %1 %2"), why.message, spool.message), nullptr, std::nullopt};
}

} // namespace

CachedTitle cachedOf(const StoredTitle &title)
{
    return {dumpJson(toJson(title.info)), title.isPartial, title.pageAt};
}

TitleKeeper::TitleKeeper(TitleDatabase &database, TitleSpool &spool, Clock &clock, PageRules rules)
    : m_database(database)
    , m_spool(spool)
    , m_clock(clock)
    , m_rules(rules)
{
    m_parsing.setMaxThreadCount(2);
    m_parsing.setExpiryTimeout(-1);
    trimSoon();
}

TitleKeeper::~TitleKeeper()
{
    m_parsing.waitForDone();
}

Future<Result<TitleKeeper::ReadPage>> TitleKeeper::readPage(TitleKey key, FetchedPage page)
{
    return onPool(m_parsing, [key = std::move(key), page = std::move(page)]() -> Result<ReadPage> {
        return ReadPage{{page.url, page.contentType, page.at, page.body.size(), pack(page.body)}, extract(page.body, page.contentType, key)};
    });
}

Future<Result<StoredTitle>> TitleKeeper::save(TitleKey key, ReadPage read)
{
    const Promise<Result<StoredTitle>> promise;
    const auto shared = std::make_shared<const ReadPage>(std::move(read));
    auto written = m_database.write([key, shared, now = m_clock.wallMs()](SqlSession &session) -> Result<std::optional<StoredTitle>> {
        std::optional<StoredTitle> stored;
        if (shared->read) {
            auto title = titlerows::save(session, key, *shared->read, shared->page.fetchedAt, "fetched", now);
            if (!title)
                return fail(title.error());
            stored = std::move(*title);
        }
        // A landing page says nothing of the title: it is not kept in the place of one that does.
        const bool isKept = shared->read || shared->read.error().code == "PARSE_ERROR";
        const auto kept = isKept ? titlerows::savePage(session, key, shared->page) : Done();
        return kept ? Result<std::optional<StoredTitle>>(std::move(stored)) : fail(kept.error());
    });
    whenDone(written, this, [this, key, shared, promise](const Result<std::optional<StoredTitle>> &stored) {
        if (stored) {
            trimSoon();
            if (*stored)
                Q_EMIT saved(key);
            return promise.answer(*stored ? Result<StoredTitle>(**stored) : Result<StoredTitle>(tl::unexpected(shared->read.error())));
        }
        if (!shared->read)
            return promise.answer(tl::unexpected(shared->read.error()));
        whenDone(m_spool.put(key, shared->page), this, [this, promise, why = stored.error()](const Done &spooled) {
            if (!m_nextSpool)
                m_nextSpool = m_clock.after(spoolPause, this, [this] { emptySpool(); });
            promise.answer(tl::unexpected(spooled ? notSaved(why) : lost(why, spooled.error())));
        });
    });
    return promise.future();
}

Future<Result<StoredTitle>> TitleKeeper::parseAgain(TitleKey key)
{
    const Promise<Result<StoredTitle>> promise;
    auto page = m_database.read([key](SqlSession &session) { return titlerows::page(session, key); });
    whenDone(page, this, [this, key, promise](const Result<RawPage> &stored) {
        if (!stored)
            return promise.answer(tl::unexpected(stored.error()));
        auto read = onPool(m_parsing, [key, page = *stored] { return extract(page.body(), page.contentType, key); });
        whenDone(read, this, [this, key, promise, at = stored->fetchedAt](const Result<Extracted> &extracted) {
            if (!extracted)
                return promise.answer(tl::unexpected(extracted.error()));
            auto written = m_database.write([key, at, extracted = *extracted, now = m_clock.wallMs()](SqlSession &session) {
                return titlerows::save(session, key, extracted, at, "parsed", now);
            });
            whenDone(written, this, promise);
        });
    });
    return promise.future();
}

Future<Result<ParsedPages>> TitleKeeper::parseAll()
{
    if (std::exchange(m_isParsingAll, true))
        return answered(Result<ParsedPages>(fail(ErrorKind::Conflict, "titles.parsing_already",
                                                 text(QT_TRANSLATE_NOOP("Engine", "All pages are being read again already. Wait for the end of it.")))));
    const Promise<Result<ParsedPages>> promise;
    parseAfter({}, {}, promise);
    return promise.future();
}

void TitleKeeper::parseAfter(const TitleKey &key, ParsedPages soFar, const ParsedPromise &promise)
{
    const auto finish = [this, promise](Result<ParsedPages> result) {
        m_isParsingAll = false;
        promise.answer(std::move(result));
    };
    auto next = m_database.read([key](SqlSession &session) { return titlerows::pagesAfter(session, key, 1); });
    whenDone(next, this, [this, soFar, promise, finish](const Result<std::vector<TitleKey>> &keys) {
        if (!keys || keys->empty())
            return finish(keys ? Result<ParsedPages>(soFar) : Result<ParsedPages>(tl::unexpected(keys.error())));
        whenDone(parseAgain(keys->front()), this, [this, at = keys->front(), soFar, promise](const Result<StoredTitle> &title) mutable {
            ++(title ? soFar.read : soFar.failed);
            parseAfter(at, soFar, promise);
        });
    });
}

void TitleKeeper::emptySpool()
{
    m_nextSpool.reset();
    if (std::exchange(m_isEmptying, true))
        return;
    whenDone(m_spool.first(), this, [this](const Result<std::optional<std::pair<TitleKey, RawPage>>> &next) {
        m_isEmptying = false;
        if (next && *next)
            unspool((*next)->first, (*next)->second);
        else if (!next)
            m_nextSpool = m_clock.after(spoolPause, this, [this] { emptySpool(); });
    });
}

void TitleKeeper::unspool(const TitleKey &key, const RawPage &page)
{
    m_isEmptying = true;
    auto read = onPool(m_parsing, [key, page] { return extract(page.body(), page.contentType, key); });
    whenDone(read, this, [this, key, page](const Result<Extracted> &extracted) {
        auto written = m_database.write([key, page, extracted, now = m_clock.wallMs()](SqlSession &session) -> Done {
            if (extracted) {
                if (auto title = titlerows::save(session, key, *extracted, page.fetchedAt, "fetched", now); !title)
                    return fail(title.error());
            }
            return titlerows::savePage(session, key, page);
        });
        whenDone(written, this, [this, key, at = page.fetchedAt](const Done &saved) {
            if (!saved) {
                m_isEmptying = false;
                m_nextSpool = m_clock.after(spoolPause, this, [this] { emptySpool(); });
                return;
            }
            Q_EMIT this->saved(key);
            whenDone(m_spool.remove(key, at), this, [this](const Done &removed) {
                m_isEmptying = false;
                if (removed)
                    emptySpool();
                else
                    m_nextSpool = m_clock.after(spoolPause, this, [this] { emptySpool(); });
            });
        });
    });
}

void TitleKeeper::configure(PageRules rules)
{
    m_rules = rules;
    trimSoon();
}

void TitleKeeper::trimSoon()
{
    if (!std::exchange(m_trimsSoon, true))
        m_nextTrim = m_clock.after(trimPause, this, [this] { trim(); });
}

void TitleKeeper::trim()
{
    m_trimsSoon = false;
    m_nextTrim = m_clock.after(Milliseconds(day), this, [this] { trim(); }); // pages grow old though none comes
    if (m_rules.mostBytes <= 0 && m_rules.days <= 0)
        return;
    const qint64 before = m_rules.days > 0 ? m_clock.wallMs() - m_rules.days * day : 0;
    // Nobody waits for it; one that fails is made up for by the next.
    (void)m_database.write([before, most = m_rules.mostBytes](SqlSession &session) { return titlerows::trimPages(session, before, most); });
}

} // namespace kule
