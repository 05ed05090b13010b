// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/querywords.h"
#include "fatals/fatal.h"

namespace kule {
namespace {

// Each further one is a further scan of the text.
constexpr qsizetype mostWords = 16;

} // namespace

Result<FatalFilter> FatalFilter::parse(const QString &query)
{
    FatalFilter filter;
    const auto refuse = [](Text why) { return fail(ErrorKind::Invalid, "fatal.bad_filter", std::move(why)); };
    for (const QueryWord &word : splitQuery(query, QueryKeys::Any)) {
        QString *field = word.key == QLatin1String("type") ? &filter.type
            : word.key == QLatin1String("file")            ? &filter.file
            : word.key == QLatin1String("id")              ? &filter.processId
            : word.key == QLatin1String("group")           ? &filter.fingerprint
                                                           : nullptr;
        if (!word.key.isEmpty() && !field)
            return refuse(text(QT_TRANSLATE_NOOP("Engine", "“%1:” is not understood. Use type:, file:, id:, group: or words; put words with a colon in quotes."), word.key.left(100)));
        if (!word.key.isEmpty() && word.value.isEmpty())
            return refuse(text(QT_TRANSLATE_NOOP("Engine", "Write what to look for after “%1:”."), word.key));
        if (word.value.contains(QChar(u'\0')))
            return refuse(text(QT_TRANSLATE_NOOP("Engine", "A filter must not hold a NUL.")));
        if (field)
            *field = word.value;
        else if (!word.value.isEmpty())
            filter.words << word.value;
    }
    if (filter.words.size() > mostWords)
        return refuse(text(QT_TRANSLATE_NOOP("Engine", "A filter takes %1 words at most. Put a phrase in quotes."), QString::number(mostWords)));
    return filter;
}

} // namespace kule
