// SPDX-License-Identifier: GPL-3.0-or-later
#include "filter/filterwords.h"

#include "filter/filter.h"

namespace kule {
namespace {

bool isKeyLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'_';
}

/// -1: none.
qsizetype badCharacter(const QString &text)
{
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar c = text[at];
        const bool isPair = c.isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate();
        if ((c.category() == QChar::Other_Control && !c.isSpace()) || (c.isSurrogate() && !isPair))
            return at;
        at += isPair ? 1 : 0;
    }
    return -1;
}

class Cutter
{
public:
    explicit Cutter(const QString &text)
        : m_text(text)
    {
    }

    Result<std::vector<FilterWord>> cut()
    {
        std::vector<FilterWord> words;
        while (skipSpace()) {
            auto word = next();
            if (!word)
                return fail(std::move(word.error()));
            words.push_back(std::move(*word));
            if (std::ssize(words) > mostFilterTerms)
                return filterError("filter.too_long", text(QT_TRANSLATE_NOOP("Engine", "A filter takes %1 terms at most. Put a phrase in quotes."), QString::number(mostFilterTerms)),
                                   words.back().position, words.back().length);
        }
        return words;
    }

private:
    bool isAtEnd() const { return m_at >= m_text.size(); }
    /// False at the end.
    bool skipSpace()
    {
        while (!isAtEnd() && (m_text[m_at].isSpace() || isInvisible(m_text[m_at])))
            ++m_at;
        return !isAtEnd();
    }
    // Marks of writing direction and the like come along when text is copied; nobody means them.
    static bool isInvisible(QChar c) { return c.category() == QChar::Other_Format; }

    Result<FilterWord> next()
    {
        FilterWord word;
        word.position = m_at;
        if (m_text[m_at] == u'-') {
            word.isNegated = true;
            ++m_at;
            if (isAtEnd() || m_text[m_at].isSpace())
                return filterError("filter.no_value", text(QT_TRANSLATE_NOOP("Engine", "Write what to leave out right behind the minus.")), word.position, 1);
        }
        word.key = takeKey();
        word.valuesAt = m_at;
        if (auto taken = takeValues(word); !taken)
            return fail(std::move(taken.error()));
        word.afterKey = m_text.mid(word.valuesAt, m_at - word.valuesAt);
        word.length = m_at - word.position;
        return word;
    }

    // A colon behind letters makes a key; C:\x, C:/x and http://x are no keys.
    QString takeKey()
    {
        qsizetype end = m_at;
        while (end < m_text.size() && isKeyLetter(m_text[end]))
            ++end;
        if (end == m_at || end == m_text.size() || m_text[end] != u':')
            return {};
        const QStringView rest = QStringView(m_text).sliced(end + 1);
        const bool isDrive = end == m_at + 1 && (rest.startsWith(u'\\') || rest.startsWith(u'/'));
        if (isDrive || rest.startsWith(u"//"))
            return {};
        const QString key = m_text.mid(m_at, end - m_at);
        m_at = end + 1;
        return key;
    }

    Done takeValues(FilterWord &word)
    {
        QString value;
        for (; !isAtEnd() && !m_text[m_at].isSpace(); ++m_at) {
            const QChar c = m_text[m_at];
            if (c == u'"') {
                word.isPhrase = true;
                if (auto quoted = takeQuoted(value); !quoted)
                    return quoted;
            } else if (c == u',' && !word.key.isEmpty()) {
                word.values += std::exchange(value, {});
            } else if (!isInvisible(c)) {
                value += c;
            }
        }
        word.values += value;
        return {};
    }

    // From the opening quote to the closing one; \" and \\ within stand for " and \.
    Done takeQuoted(QString &value)
    {
        const qsizetype open = m_at;
        for (++m_at; !isAtEnd(); ++m_at) {
            const QChar c = m_text[m_at];
            if (c == u'"')
                return {};
            const bool isEscape = c == u'\\' && m_at + 1 < m_text.size() && (m_text[m_at + 1] == u'"' || m_text[m_at + 1] == u'\\');
            value += isEscape ? m_text[++m_at] : c;
        }
        return filterError("filter.unclosed_quote", text(QT_TRANSLATE_NOOP("Engine", "This quote is never closed. Write a second one behind the phrase.")), open, m_text.size() - open);
    }

    const QString &m_text;
    qsizetype m_at = 0;
};

} // namespace

Result<std::vector<FilterWord>> cutFilter(const QString &filter)
{
    if (filter.size() > longestFilter)
        return filterError("filter.too_long", text(QT_TRANSLATE_NOOP("Engine", "A filter takes %1 characters at most."), QString::number(longestFilter)), longestFilter,
                           filter.size() - longestFilter);
    if (const qsizetype bad = badCharacter(filter); bad >= 0)
        return filterError("filter.bad_character",
                           text(QT_TRANSLATE_NOOP("Engine", "There is a character in the filter that no text holds (U+%1). Delete it."),
                                QStringLiteral("%1").arg(filter[bad].unicode(), 4, 16, QLatin1Char('0')).toUpper()),
                           bad, 1);
    return Cutter(filter).cut();
}

} // namespace kule
