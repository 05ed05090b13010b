// SPDX-License-Identifier: GPL-3.0-or-later
#include "filter/suggestions.h"

namespace kule {
namespace {

QStringList valuesOf(const FilterKey &key)
{
    switch (key.kind) {
    case FilterKind::Choice: {
        QStringList words;
        for (const FilterChoice &choice : key.choices) {
            if (!choice.means)
                words += QLatin1String(choice.said);
        }
        return words;
    }
    case FilterKind::Since:
    case FilterKind::Before:
        return {QStringLiteral("today"), QStringLiteral("yesterday"), QStringLiteral("1h"), QStringLiteral("1d"), QStringLiteral("1w")};
    case FilterKind::Duration:
        return {QStringLiteral(">10s"), QStringLiteral(">1m"), QStringLiteral(">5m"), QStringLiteral(">1h")};
    case FilterKind::Number:
        return {QStringLiteral(">1")};
    case FilterKind::Whole:
    case FilterKind::Part:
        break;
    }
    return {};
}

} // namespace

std::vector<FilterSuggestion> suggestFilter(const QString &word, std::span<const FilterKey> keys)
{
    std::vector<FilterSuggestion> all;
    const auto add = [&](const QString &text, const FilterKey &key) {
        if (text.startsWith(word) && text != word)
            all.push_back({text, kule::text(key.meaning)});
    };
    const QString minus = word.startsWith(u'-') ? QStringLiteral("-") : QString();
    const qsizetype colon = word.indexOf(u':');
    if (colon < 0) {
        for (const FilterKey &key : keys) {
            add(minus + QLatin1String(key.name) + u':', key);
            if (key.kind == FilterKind::Choice) {
                for (const QString &value : valuesOf(key))
                    add(minus + QLatin1String(key.name) + u':' + value, key);
            }
        }
        return all;
    }
    const FilterKey *key = findKey(keys, QStringView(word).sliced(minus.size(), colon - minus.size()));
    if (!key)
        return all;
    // Several join with a comma; the last one is the one that is being typed.
    const QString said = word.left(std::max(colon, key->kind == FilterKind::Choice ? word.lastIndexOf(u',') : colon) + 1);
    for (const QString &value : valuesOf(*key))
        add(said + value, *key);
    return all;
}

} // namespace kule
