// SPDX-License-Identifier: GPL-3.0-or-later
// The common ground of all filter languages: words, "quoted words" and key:value, where the value may be quoted too.
// Any thread.
#pragma once
#include <QString>

#include <vector>

namespace kule {

struct QueryWord
{
    QString key; ///< empty: a plain word
    QString value;
};

enum class QueryKeys {
    LowerCase, ///< lower-case ASCII letters and '_': C:\x is a plain word
    Any,       ///< whatever stands before the colon, so that a key which does not exist can be refused: C:\x needs quotes
};

/// A key ends at the first colon; in quotes, "a:b", there is none.
std::vector<QueryWord> splitQuery(const QString &query, QueryKeys keys = QueryKeys::LowerCase);

/// For SQL LIKE … ESCAPE '\': the text anywhere, its own % and _ taken literally.
QString likePattern(const QString &text);

} // namespace kule
