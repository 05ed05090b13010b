// SPDX-License-Identifier: GPL-3.0-or-later
// What is done with a page once it is here: read, packed, saved; kept in the spool when the database does not take it, and
// saved from there later; let go when it is too old. Lives on one thread; parsing runs on a pool.
#pragma once
#include "titles/pagefetch.h"
#include "titles/titlecache.h"
#include "titles/titlerows.h"
#include "titles/titlespool.h"

#include <QThreadPool>

namespace kule {

struct PageRules
{
    qint64 mostBytes = 0; ///< packed; 0: no limit
    int days = 0;         ///< 0: no limit
};

CachedTitle cachedOf(const StoredTitle &title);

class TitleKeeper : public QObject
{
    Q_OBJECT
public:
    TitleKeeper(TitleDatabase &database, TitleSpool &spool, Clock &clock, PageRules rules = {});
    ~TitleKeeper() override;
    /// Pages beyond the new rules go within a minute.
    void configure(PageRules rules);

    struct ReadPage
    {
        RawPage page;
        Result<Extracted> read;
    };
    /// Unfolds a fetched page: packed, and what extraction says of it.
    Future<Result<ReadPage>> readPage(TitleKey key, FetchedPage page);
    /// Saves the title with its page, or of one that could not be read the page alone, answering why it could not.
    /// INTERNAL_ERROR: it is in the spool (details: spooled).
    Future<Result<StoredTitle>> save(TitleKey key, ReadPage read);
    /// Reads the stored page again. title.page_not_found, PARSE_ERROR, REGION_UNAVAILABLE
    Future<Result<StoredTitle>> parseAgain(TitleKey key);
    /// All stored pages, one after the other. titles.parsing_already, titles.database_away
    Future<Result<ParsedPages>> parseAll();
    /// Begins to empty the spool, if there is something in it.
    void emptySpool();

Q_SIGNALS:
    /// A title was saved, from its page or out of the spool.
    void saved(kule::TitleKey key);

private:
    using ParsedPromise = Promise<Result<ParsedPages>>;
    void parseAfter(const TitleKey &key, ParsedPages soFar, const ParsedPromise &promise);
    void trimSoon();
    void trim();
    void unspool(const TitleKey &key, const RawPage &page);

    TitleDatabase &m_database;
    TitleSpool &m_spool;
    Clock &m_clock;
    PageRules m_rules;
    QThreadPool m_parsing;
    std::unique_ptr<Clock::Timer> m_nextSpool;
    std::unique_ptr<Clock::Timer> m_nextTrim; ///< a minute after what may call for it, or a day after the last
    bool m_trimsSoon = false;
    bool m_isEmptying = false;
    bool m_isParsingAll = false;
};

} // namespace kule
