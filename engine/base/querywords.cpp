// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/querywords.h"

namespace kule {
namespace {

bool isKey(const QString &text, QueryKeys keys)
{
    if (keys == QueryKeys::Any)
        return !text.isEmpty();
    for (const QChar c : text) {
        if (!(c >= u'a' && c <= u'z') && c != u'_')
            return false;
    }
    return !text.isEmpty();
}

} // namespace

std::vector<QueryWord> splitQuery(const QString &query, QueryKeys keys)
{
    std::vector<QueryWord> words;
    QueryWord word;
    bool isQuoted = false;
    bool isOpen = false;   // something of a word was read
    bool wasQuoted = false; // a quote stood in it, so a colon no longer makes a key
    const auto finish = [&] {
        if (isOpen && (!word.value.isEmpty() || !word.key.isEmpty()))
            words.push_back(word);
        word = {};
        isOpen = wasQuoted = false;
    };
    for (const QChar c : query) {
        if (c == u'"') {
            isQuoted = !isQuoted;
            isOpen = wasQuoted = true;
        } else if (c.isSpace() && !isQuoted) {
            finish();
        } else if (c == u':' && word.key.isEmpty() && !wasQuoted && isKey(word.value, keys)) {
            word.key = std::exchange(word.value, {});
            isOpen = true;
        } else {
            word.value += c;
            isOpen = true;
        }
    }
    finish();
    return words;
}

QString likePattern(const QString &text)
{
    QString pattern = text;
    pattern.replace(u'\\', QStringLiteral("\\\\")).replace(u'%', QStringLiteral("\\%")).replace(u'_', QStringLiteral("\\_"));
    return u'%' + pattern + u'%';
}

} // namespace kule
