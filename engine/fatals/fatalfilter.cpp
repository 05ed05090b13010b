// SPDX-License-Identifier: GPL-3.0-or-later
#include "fatals/fatal.h"

namespace kule {
namespace {

// Each further one is a further scan of the text.
constexpr qsizetype mostWords = 16;

struct Term
{
    QString key; ///< empty: a word
    QString value;
};

// type:ValueError "exact words" file:"a b.py"
std::vector<Term> termsOf(const QString &query)
{
    std::vector<Term> terms;
    for (qsizetype i = 0; i < query.size();) {
        if (query[i].isSpace()) {
            ++i;
            continue;
        }
        Term term;
        bool isQuoted = false;
        bool hasKey = false;
        bool wasQuoted = false;
        for (; i < query.size() && (isQuoted || !query[i].isSpace()); ++i) {
            if (query[i] == u'"') {
                isQuoted = !isQuoted;
                wasQuoted = true;
            } else if (query[i] == u':' && !wasQuoted && !hasKey && !term.value.isEmpty()) {
                term.key = std::exchange(term.value, {});
                hasKey = true;
            } else {
                term.value += query[i];
            }
        }
        terms.push_back(std::move(term));
    }
    return terms;
}

} // namespace

Result<FatalFilter> FatalFilter::parse(const QString &query)
{
    FatalFilter filter;
    const auto refuse = [](Text why) { return fail(ErrorKind::Invalid, "fatal.bad_filter", std::move(why)); };
    for (const Term &term : termsOf(query)) {
        QString *field = term.key == QLatin1String("type") ? &filter.type
            : term.key == QLatin1String("file")            ? &filter.file
            : term.key == QLatin1String("id")              ? &filter.processId
            : term.key == QLatin1String("group")           ? &filter.fingerprint
                                                           : nullptr;
        if (!term.key.isEmpty() && !field)
            return refuse(text(QT_TRANSLATE_NOOP("Engine", "“%1:” is not understood. Use type:, file:, id:, group: or words; put words with a colon in quotes."), term.key.left(100)));
        if (!term.key.isEmpty() && term.value.isEmpty())
            return refuse(text(QT_TRANSLATE_NOOP("Engine", "Write what to look for after “%1:”."), term.key));
        if (term.value.contains(QChar(u'\0')))
            return refuse(text(QT_TRANSLATE_NOOP("Engine", "A filter must not hold a NUL.")));
        if (field)
            *field = term.value;
        else if (!term.value.isEmpty())
            filter.words << term.value;
    }
    if (filter.words.size() > mostWords)
        return refuse(text(QT_TRANSLATE_NOOP("Engine", "A filter takes %1 words at most. Put a phrase in quotes."), QString::number(mostWords)));
    return filter;
}

} // namespace kule
