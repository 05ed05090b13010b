// SPDX-License-Identifier: GPL-3.0-or-later
#include "bots/sources/selector.h"

#include "titles/pagetree.h"

namespace kule {
namespace {

constexpr qsizetype longest = 2000;

tl::unexpected<Error> badSelector(const QString &selector, const QString &near)
{
    return fail(ErrorKind::Invalid, "source.bad_selector",
                text(QT_TRANSLATE_NOOP("Engine", "“%1” is no selector of CSS or XPath that Kule knows; look near “%2”. An example: ul.news > li a"), selector.left(200),
                     near.left(40)));
}

// XPath 1.0 has no escapes within a text.
QString quoted(const QString &text)
{
    if (!text.contains(u'\''))
        return u'\'' + text + u'\'';
    if (!text.contains(u'"'))
        return u'"' + text + u'"';
    return QStringLiteral("concat('") + QString(text).replace(u'\'', QStringLiteral("',\"'\",'")) + QStringLiteral("')");
}

QString hasWord(const QString &attribute, const QString &word)
{
    return QStringLiteral("[contains(concat(' ',normalize-space(%1),' '),%2)]").arg(attribute, quoted(u' ' + word + u' '));
}

class CssReader
{
public:
    CssReader(const QString &css, SelectorScope scope)
        : m_css(css)
        , m_start(scope == SelectorScope::Page ? QStringLiteral("//") : QStringLiteral(".//"))
    {
    }

    Result<QString> read()
    {
        QString path;
        do {
            skipSpace();
            auto one = complex();
            if (!one)
                return one;
            path += (path.isEmpty() ? QString() : QStringLiteral(" | ")) + *one;
            skipSpace();
        } while (take(u','));
        return isAtEnd() ? Result<QString>(path) : wrong();
    }

private:
    bool isAtEnd() const { return m_at >= m_css.size(); }
    QChar peek() const { return isAtEnd() ? QChar() : m_css[m_at]; }
    bool take(QChar c)
    {
        const bool isIt = !isAtEnd() && peek() == c;
        m_at += isIt ? 1 : 0;
        return isIt;
    }
    bool skipSpace()
    {
        const qsizetype from = m_at;
        while (!isAtEnd() && peek().isSpace())
            ++m_at;
        return m_at > from;
    }
    tl::unexpected<Error> wrong() const { return badSelector(m_css, m_css.mid(std::max<qsizetype>(std::min(m_at, m_css.size() - 1), 0))); }

    QString name()
    {
        const qsizetype from = m_at;
        while (!isAtEnd() && (peek().isLetterOrNumber() || peek() == u'-' || peek() == u'_'))
            ++m_at;
        return m_css.mid(from, m_at - from);
    }

    Result<QString> complex()
    {
        auto first = compound();
        if (!first)
            return first;
        QString path = m_start + *first;
        for (;;) {
            const bool hasGap = skipSpace();
            if (isAtEnd() || peek() == u',')
                return path;
            QString step;
            if (take(u'>'))
                step = QStringLiteral("/");
            else if (take(u'+'))
                step = QStringLiteral("/following-sibling::*[1]/self::");
            else if (take(u'~'))
                step = QStringLiteral("/following-sibling::");
            else if (hasGap)
                step = QStringLiteral("//");
            else
                return wrong();
            skipSpace();
            auto next = compound();
            if (!next)
                return next;
            path += step + *next;
        }
    }

    Result<QString> compound()
    {
        const qsizetype from = m_at;
        QString step = take(u'*') ? QStringLiteral("*") : name().toLower();
        if (!step.isEmpty() && !step[0].isLetter() && step != QLatin1String("*"))
            return wrong();
        step = step.isEmpty() ? QStringLiteral("*") : step;
        for (;;) {
            Result<QString> test = QString();
            if (take(u'.'))
                test = nameTest([](const QString &word) { return hasWord(QStringLiteral("@class"), word); });
            else if (take(u'#'))
                test = nameTest([](const QString &word) { return QStringLiteral("[@id=%1]").arg(quoted(word)); });
            else if (take(u'['))
                test = attribute();
            else if (take(u':'))
                test = pseudo();
            else
                return m_at > from ? Result<QString>(step) : wrong();
            if (!test)
                return test;
            step += *test;
        }
    }

    template <class F>
    Result<QString> nameTest(F test)
    {
        const QString word = name();
        return word.isEmpty() ? Result<QString>(wrong()) : test(word);
    }

    Result<QString> attribute()
    {
        skipSpace();
        const QString word = name().toLower();
        if (word.isEmpty())
            return wrong();
        const QString it = u'@' + word;
        skipSpace();
        if (take(u']'))
            return u'[' + it + u']';
        const QChar kind = peek();
        if (kind != u'=')
            ++m_at;
        if (!take(u'='))
            return wrong();
        skipSpace();
        const auto value = attributeValue();
        skipSpace();
        if (!value || !take(u']'))
            return wrong();
        const QString right = quoted(*value);
        switch (kind.unicode()) {
        case u'=': return QStringLiteral("[%1=%2]").arg(it, right);
        case u'~': return hasWord(it, *value);
        case u'|': return QStringLiteral("[%1=%2 or starts-with(%1,%3)]").arg(it, right, quoted(*value + u'-'));
        default: break;
        }
        if (value->isEmpty())
            return QStringLiteral("[false()]"); // as CSS has it
        switch (kind.unicode()) {
        case u'^': return QStringLiteral("[starts-with(%1,%2)]").arg(it, right);
        case u'*': return QStringLiteral("[contains(%1,%2)]").arg(it, right);
        case u'$': return QStringLiteral("[substring(%1,string-length(%1)-%2)=%3]").arg(it, QString::number(value->size() - 1), right);
        default: return wrong();
        }
    }

    std::optional<QString> attributeValue()
    {
        const QChar quote = peek();
        if (quote != u'"' && quote != u'\'') {
            const QString word = name();
            return word.isEmpty() ? std::nullopt : std::optional(word);
        }
        const qsizetype end = m_css.indexOf(quote, m_at + 1);
        if (end < 0)
            return std::nullopt;
        const QString value = m_css.mid(m_at + 1, end - m_at - 1);
        m_at = end + 1;
        return value;
    }

    Result<QString> pseudo()
    {
        const QString word = name().toLower();
        if (word == QLatin1String("first-child"))
            return QStringLiteral("[not(preceding-sibling::*)]");
        if (word == QLatin1String("last-child"))
            return QStringLiteral("[not(following-sibling::*)]");
        if (word != QLatin1String("nth-child") || !take(u'('))
            return wrong();
        skipSpace();
        bool isNumber = false;
        const int number = name().toInt(&isNumber);
        skipSpace();
        if (!isNumber || number < 1 || !take(u')'))
            return wrong();
        return QStringLiteral("[count(preceding-sibling::*)=%1]").arg(number - 1);
    }

    const QString m_css;
    const QString m_start;
    qsizetype m_at = 0;
};

bool looksLikeXPath(const QString &selector)
{
    for (const QLatin1String start : {QLatin1String("/"), QLatin1String("./"), QLatin1String(".."), QLatin1String("(")}) {
        if (selector.startsWith(start))
            return true;
    }
    return selector == QLatin1String(".") || selector.startsWith(u'@') || selector.contains(QLatin1String("::")) || selector.contains(QLatin1String("[@"));
}

} // namespace

Result<QByteArray> xpathOf(const QString &said, SelectorScope scope)
{
    QString selector = said.trimmed();
    if (selector.isEmpty() || selector.size() > longest)
        return badSelector(said, said);
    bool isXPath = looksLikeXPath(selector);
    for (const auto &[prefix, means] : {std::pair{QLatin1String("css:"), false}, std::pair{QLatin1String("xpath:"), true}}) {
        if (selector.startsWith(prefix)) {
            selector = selector.mid(prefix.size()).trimmed();
            isXPath = means;
        }
    }
    if (!isXPath) {
        const auto translated = CssReader(selector, scope).read();
        if (!translated)
            return fail(translated.error());
        selector = *translated;
    }
    const QByteArray path = selector.toUtf8();
    if (path.contains('\0') || !PageTree::isPath(path.constData()))
        return badSelector(said, said);
    return path;
}

} // namespace kule
