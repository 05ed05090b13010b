// SPDX-License-Identifier: GPL-3.0-or-later
#include "titles/htmltokens.h"

#include <algorithm>

namespace kule {
namespace {

constexpr bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

constexpr char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

constexpr bool isLetter(char c)
{
    return lower(c) >= 'a' && lower(c) <= 'z';
}

template <std::size_t Size>
bool isOneOf(QByteArrayView name, const std::array<QByteArrayView, Size> &names)
{
    return std::ranges::find(names, name) != names.end();
}

// Their content is text, whatever it looks like.
constexpr std::array<QByteArrayView, 9> rawElements{"script", "style", "title",    "textarea", "xmp",
                                                    "iframe", "noembed", "noframes", "plaintext"};

} // namespace

bool isVoidElement(QByteArrayView name)
{
    static constexpr std::array<QByteArrayView, 13> names{"area", "base", "br",   "col",    "embed", "hr", "img",
                                                          "input", "link", "meta", "source", "track", "wbr"};
    return isOneOf(name, names);
}

bool equalsNoCase(QByteArrayView text, QByteArrayView lowerCase)
{
    return std::ranges::equal(text, lowerCase, {}, lower);
}

HtmlTokens::Kind HtmlTokens::next()
{
    if (m_isRaw)
        return rawText();
    while (m_at < m_html.size()) {
        const qsizetype found = m_html.indexOf('<', m_at);
        const qsizetype bracket = found < 0 ? m_html.size() : found;
        if (bracket > m_at)
            return text(bracket);
        const char first = m_at + 1 < m_html.size() ? m_html[m_at + 1] : '\0';
        if (isLetter(first))
            return startTag();
        if (first == '/' && m_at + 2 < m_html.size() && isLetter(m_html[m_at + 2]))
            return endTag();
        if (first != '!' && first != '?' && first != '/')
            return text(m_at + 1);
        skipMarkup();
    }
    return Kind::PageEnd;
}

QByteArrayView HtmlTokens::attribute(QByteArrayView name) const
{
    for (const Attribute &attribute : attributes()) {
        if (attribute.name.size() == name.size() && equalsNoCase(attribute.name, name))
            return attribute.value;
    }
    return {};
}

HtmlTokens::Kind HtmlTokens::text(qsizetype end)
{
    m_text = m_html.sliced(m_at, end - m_at);
    m_at = end;
    return Kind::Text;
}

HtmlTokens::Kind HtmlTokens::startTag()
{
    ++m_at;
    if (!readName() || !readAttributes())
        return Kind::PageEnd;
    // Only drawings (svg) close such elements at once; a script is never empty in this way.
    m_isRaw = isOneOf(name(), rawElements) && (!m_isSelfClosing || name() == "script");
    return Kind::StartTag;
}

HtmlTokens::Kind HtmlTokens::endTag()
{
    m_at += 2;
    return readName() && readAttributes() ? Kind::EndTag : Kind::PageEnd;
}

HtmlTokens::Kind HtmlTokens::rawText()
{
    m_isRaw = false;
    qsizetype end = name() == "plaintext" ? -1 : m_html.indexOf("</", m_at);
    while (end >= 0) {
        const QByteArrayView behind = m_html.sliced(end + 2);
        const bool isEnd = behind.size() > m_nameSize && equalsNoCase(behind.first(m_nameSize), name())
            && (isSpace(behind[m_nameSize]) || behind[m_nameSize] == '>' || behind[m_nameSize] == '/');
        if (isEnd)
            break;
        end = m_html.indexOf("</", end + 2);
    }
    (void)text(end < 0 ? m_html.size() : end);
    return Kind::RawText;
}

// At "<!", "<?" or "</" with no letter behind: a comment, or something as good as one.
void HtmlTokens::skipMarkup()
{
    qsizetype end = -1;
    if (!m_html.sliced(m_at).startsWith("<!--")) {
        end = m_html.indexOf('>', m_at);
    } else {
        // From the first dash: "<!-->" is a whole comment.
        for (qsizetype dashes = m_html.indexOf("--", m_at + 2); dashes >= 0 && end < 0; dashes = m_html.indexOf("--", dashes + 1)) {
            const QByteArrayView behind = m_html.sliced(dashes + 2);
            if (behind.startsWith('>'))
                end = dashes + 2;
            else if (behind.startsWith("!>") && dashes > m_at + 2)
                end = dashes + 3;
        }
    }
    m_at = end < 0 ? m_html.size() : end + 1;
}

bool HtmlTokens::readName()
{
    m_nameSize = 0;
    for (; m_at < m_html.size(); ++m_at) {
        const char c = m_html[m_at];
        if (isSpace(c) || c == '/' || c == '>')
            return true;
        if (m_nameSize < static_cast<qsizetype>(m_name.size()))
            m_name[static_cast<std::size_t>(m_nameSize++)] = lower(c);
    }
    return false;
}

// False when the page ends inside the tag: such a tag is none.
bool HtmlTokens::readAttributes()
{
    m_attributeCount = 0;
    m_isSelfClosing = false;
    while (m_at < m_html.size()) {
        const char c = m_html[m_at];
        if (c == '>') {
            ++m_at;
            return true;
        }
        m_isSelfClosing = c == '/';
        if (c == '/' || isSpace(c))
            ++m_at;
        else
            readAttribute();
    }
    return false;
}

void HtmlTokens::readAttribute()
{
    const auto at = [this] { return m_at < m_html.size() ? m_html[m_at] : '>'; };
    const auto skipSpace = [&] {
        while (isSpace(at()))
            ++m_at;
    };
    const qsizetype nameStart = m_at++;
    while (!isSpace(at()) && at() != '/' && at() != '>' && at() != '=')
        ++m_at;
    Attribute attribute{m_html.sliced(nameStart, m_at - nameStart), QByteArrayView("")};
    skipSpace();
    if (at() == '=') {
        ++m_at;
        skipSpace();
        if (const char quote = at(); quote == '"' || quote == '\'') {
            const qsizetype start = m_at + 1;
            const qsizetype end = m_html.indexOf(quote, start);
            attribute.value = end < 0 ? QByteArrayView("") : m_html.sliced(start, end - start);
            m_at = end < 0 ? m_html.size() : end + 1;
        } else {
            const qsizetype start = m_at;
            while (!isSpace(at()) && at() != '>')
                ++m_at;
            attribute.value = m_html.sliced(start, m_at - start);
        }
    }
    if (m_attributeCount < m_attributes.size())
        m_attributes[m_attributeCount++] = attribute;
}

} // namespace kule
