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

/// A key is lower-case ASCII letters and '_' before the first colon; "C:\x" and "a:b" in quotes are plain words.
std::vector<QueryWord> splitQuery(const QString &query);

/// For SQL LIKE … ESCAPE '\': the text anywhere, its own % and _ taken literally.
QString likePattern(const QString &text);

} // namespace kule
