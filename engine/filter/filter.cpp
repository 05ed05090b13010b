// SPDX-License-Identifier: GPL-3.0-or-later
#include "filter/filter.h"

#include "base/folding.h"
#include "filter/amounts.h"
#include "filter/filterwords.h"

#include <algorithm>

namespace kule {
namespace {

bool isSaid(const char *name, QStringView said)
{
    return name && said.compare(QLatin1String(name), Qt::CaseInsensitive) == 0;
}

QString namesOf(std::span<const FilterKey> keys)
{
    QStringList names;
    for (const FilterKey &key : keys)
        names += QLatin1String(key.name) + u':';
    return names.join(QStringLiteral(", "));
}

QString wordsOf(std::span<const FilterChoice> choices)
{
    QStringList words;
    for (const FilterChoice &choice : choices) {
        if (!choice.means)
            words += QLatin1String(choice.said);
    }
    return words.join(QStringLiteral(", "));
}

Text badAmount(FilterKind kind, const QString &said)
{
    switch (kind) {
    case FilterKind::Since:
    case FilterKind::Before:
        return text(QT_TRANSLATE_NOOP("Engine", "“%1” is no time. Write 2026-11-01, 2026-11-01T09:30 (local time; add Z for UTC), today, or 3d or 2h for so long ago."), said);
    case FilterKind::Duration:
        return text(QT_TRANSLATE_NOOP("Engine", "“%1” is no duration. Write >5m, <90s or 1h..2h; units are ms, s, m, h, d and w."), said);
    default:
        return text(QT_TRANSLATE_NOOP("Engine", "“%1” is no number. Write 2, >1 or 2..5."), said);
    }
}

class Reader
{
public:
    Reader(const FilterWord &word, qint64 now)
        : m_word(word)
        , m_now(now)
    {
        m_term.isNegated = word.isNegated;
        m_term.isPhrase = word.isPhrase;
        m_term.position = word.position;
        m_term.length = word.length;
    }

    Result<FilterTerm> words(const QString &value)
    {
        if (foldedWords(value).isEmpty())
            return refuse("filter.no_value", text(QT_TRANSLATE_NOOP("Engine", "There is no letter and no digit in “%1” to look for."), shown(value)));
        m_term.values = {value};
        return m_term;
    }

    Result<FilterTerm> of(const FilterKey &key)
    {
        m_term.key = &key;
        for (const QString &value : m_word.values) {
            if (value.isEmpty())
                return refuse("filter.no_value", text(QT_TRANSLATE_NOOP("Engine", "Write what to look for right behind “%1:”."), QLatin1String(key.name)));
        }
        switch (key.kind) {
        case FilterKind::Choice:
            return choice(key);
        case FilterKind::Whole:
            m_term.values = m_word.values;
            return m_term;
        case FilterKind::Part:
            for (const QString &value : m_word.values) {
                if (auto checked = words(value); !checked)
                    return checked;
            }
            m_term.values = m_word.values;
            return m_term;
        case FilterKind::Since:
        case FilterKind::Before:
        case FilterKind::Duration:
        case FilterKind::Number:
            return amount(key.kind);
        }
        return m_term;
    }

private:
    static QString shown(const QString &value) { return value.size() > 60 ? value.left(60) + u'…' : value; }
    tl::unexpected<Error> refuse(const char *code, Text why) { return filterError(code, std::move(why), m_word.position, m_word.length); }

    Result<FilterTerm> choice(const FilterKey &key)
    {
        for (const QString &value : m_word.values) {
            const auto found = std::find_if(key.choices.begin(), key.choices.end(), [&value](const FilterChoice &choice) { return isSaid(choice.said, value); });
            if (found == key.choices.end())
                return refuse("filter.bad_value", text(QT_TRANSLATE_NOOP("Engine", "“%1:” knows no “%2”. Use %3."), QLatin1String(key.name), shown(value), wordsOf(key.choices)));
            m_term.values += QString::fromLatin1(found->means ? found->means : found->said).split(u',');
        }
        return m_term;
    }

    Result<FilterTerm> amount(FilterKind kind)
    {
        const QString said = m_word.values.join(u',');
        std::optional<AmountRange> range;
        if (kind == FilterKind::Duration) {
            range = rangeFrom(said, durationFrom, Bare::AtLeast);
        } else if (kind == FilterKind::Number) {
            range = rangeFrom(said, numberFrom, Bare::Exactly);
        } else if (const auto time = timeFrom(said, m_now)) {
            range = kind == FilterKind::Since ? AmountRange{*time, m_term.to} : AmountRange{m_term.from, *time - 1};
        }
        if (!range)
            return refuse("filter.bad_value", badAmount(kind, shown(said)));
        m_term.from = range->from;
        m_term.to = range->to;
        m_term.values = {said};
        return m_term;
    }

    const FilterWord &m_word;
    const qint64 m_now;
    FilterTerm m_term;
};

// Two states can never both be, so "state:failed state:timed_out" means either.
bool joins(std::vector<FilterTerm> &terms, const FilterTerm &term)
{
    if (!term.key || term.key->kind != FilterKind::Choice || term.isNegated)
        return false;
    for (FilterTerm &other : terms) {
        if (other.key == term.key && !other.isNegated) {
            other.values += term.values;
            return true;
        }
    }
    return false;
}

} // namespace

const FilterKey *findKey(std::span<const FilterKey> keys, QStringView name)
{
    for (const FilterKey &key : keys) {
        if (isSaid(key.name, name) || isSaid(key.alias, name))
            return &key;
    }
    return nullptr;
}

const FilterTerm *Filter::find(const char *key) const
{
    const auto found = std::find_if(terms.begin(), terms.end(), [key](const FilterTerm &term) { return term.key && !term.isNegated && qstrcmp(term.key->name, key) == 0; });
    return found == terms.end() ? nullptr : &*found;
}

Result<Filter> parseFilter(const QString &said, std::span<const FilterKey> keys, qint64 nowMs)
{
    const auto words = cutFilter(said);
    if (!words)
        return fail(words.error());
    Filter filter;
    filter.text = said;
    filter.now = nowMs;
    for (const FilterWord &word : *words) {
        const FilterKey *key = word.key.isEmpty() ? nullptr : findKey(keys, word.key);
        // "ValueError: no such row" is an error's text and no key.
        const bool isText = word.key.isEmpty() || (!key && word.afterKey.isEmpty());
        if (!key && !isText)
            return filterError("filter.unknown_key",
                               text(QT_TRANSLATE_NOOP("Engine", "There is no “%1:” here. Use %2; put words with a colon in quotes."), word.key.left(60), namesOf(keys)),
                               word.position + (word.isNegated ? 1 : 0), word.key.size() + 1);
        Reader reader(word, nowMs);
        auto term = key ? reader.of(*key) : reader.words(word.key.isEmpty() ? word.values.front() : word.key);
        if (!term)
            return fail(std::move(term.error()));
        if (!joins(filter.terms, *term))
            filter.terms.push_back(std::move(*term));
    }
    return filter;
}

QString filterText(const char *key, const QString &value)
{
    QString quoted = value;
    quoted.replace(u'\\', QStringLiteral("\\\\")).replace(u'"', QStringLiteral("\\\""));
    return QLatin1String(key) + QStringLiteral(":\"") + quoted + u'"';
}

tl::unexpected<Error> filterError(const char *code, Text why, qsizetype position, qsizetype length)
{
    return tl::unexpected(Error{ErrorKind::Invalid, code, std::move(why), Json{{"position", position}, {"length", length}}, std::nullopt});
}

bool fits(const FilterTerm &term, const QString &foldedWordsOfText)
{
    const bool isThere = std::any_of(term.values.begin(), term.values.end(), [&](const QString &value) {
        const QString words = foldedWords(value);
        return foldedWordsOfText.contains(term.isPhrase ? words : words.chopped(1));
    });
    return isThere != term.isNegated;
}

bool fitsWhole(const FilterTerm &term, const QStringList &texts)
{
    const bool isThere = std::any_of(texts.begin(), texts.end(), [&](const QString &text) { return term.values.contains(text); });
    return isThere != term.isNegated;
}

} // namespace kule
