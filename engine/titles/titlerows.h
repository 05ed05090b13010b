// SPDX-License-Identifier: GPL-3.0-or-later
// The SQL of titles, and nothing but it: words that SQLite and PostgreSQL share. Each function runs within the caller's
// transaction, on the backend's thread; those that write may run twice.
#pragma once
#include "titles/extraction.h"
#include "titles/storedtitle.h"
#include "titles/titledatabase.h"

namespace kule::titlerows {

Result<std::optional<StoredTitle>> find(SqlSession &session, const TitleKey &key);
/// title.not_found
Result<TitleDetail> detail(SqlSession &session, const TitleKey &key);
/// Newest saved first. page.bad_cursor
Result<Page<StoredTitle>> list(SqlSession &session, const TitleFilter &filter, const PageRequest &request);

/// A field that the page does not show keeps its former value and source. Notes in the history what became another. Answers
/// the title as it is then.
Result<StoredTitle> save(SqlSession &session, const TitleKey &key, const Extracted &read, qint64 pageAt, const char *cause, qint64 now);
/// In place of the former one.
Done savePage(SqlSession &session, const TitleKey &key, const RawPage &page);
/// title.page_not_found
Result<RawPage> page(SqlSession &session, const TitleKey &key);
/// Keys of stored pages behind that one, in order.
Result<std::vector<TitleKey>> pagesAfter(SqlSession &session, const TitleKey &key, int limit);

/// With its history and its page. title.not_found
Done remove(SqlSession &session, const TitleKey &key);
/// Everything. Answers how many titles.
Result<qint64> clear(SqlSession &session);
Result<TitleSizes> sizes(SqlSession &session);
/// Pages fetched before that, and the oldest beyond so many packed bytes; 0: no such limit. Answers how many went.
Result<qint64> trimPages(SqlSession &session, qint64 before, qint64 mostBytes);

Error notFound(const TitleKey &key);

} // namespace kule::titlerows
