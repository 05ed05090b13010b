// SPDX-License-Identifier: GPL-3.0-or-later
#include "titles/extractors/metadatarow.h"

#include "titles/htmltext.h"

#include <algorithm>

namespace kule {
namespace {

constexpr qsizetype longestEntry = 200; // bytes; an entry of the row has some ten

// Elements that may stand in a heading and leave it a heading.
constexpr std::array<QByteArrayView, 7> wordElements{"span", "a", "b", "i", "em", "strong", "small"};

/// The kind of page whose year has this data-uia.
std::optional<std::size_t> kindOf(QByteArrayView uia)
{
    for (std::size_t kind = 0; kind < pageKinds.size(); ++kind) {
        for (const Selector &selector : pageKinds[kind].selectors) {
            if (selector.part == PagePart::Year && selects(selector, uia))
                return kind;
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<int> wholeYear(QByteArrayView text)
{
    return text.trimmed().size() == 4 ? yearIn(text.trimmed()) : std::nullopt;
}

bool isLowerHeading(QByteArrayView element)
{
    return element.size() == 2 && element[0] == 'h' && element[1] >= '2' && element[1] <= '6';
}

void MetadataRow::read(HtmlTokens::Kind kind, const HtmlTokens &tokens)
{
    if (m_byName.front())
        return;
    switch (kind) {
    case HtmlTokens::Kind::StartTag: readStart(tokens); break;
    case HtmlTokens::Kind::EndTag: readEnd(tokens); break;
    case HtmlTokens::Kind::Text:
        if ((m_named || m_isLeaf) && m_text.size() < longestEntry)
            m_text.append(tokens.text().first(std::min(tokens.text().size(), longestEntry)));
        break;
    case HtmlTokens::Kind::RawText:
    case HtmlTokens::Kind::PageEnd: break;
    }
}

void MetadataRow::readStart(const HtmlTokens &tokens)
{
    // What stands in a year's element besides text is for the tree.
    m_isUnsure |= m_named.has_value();
    if (m_heading == Heading::Inside && !isVoidElement(tokens.name())) {
        ++m_openInHeading;
        m_isHeadingOdd |= std::ranges::find(wordElements, tokens.name()) == wordElements.end();
    }
    if (tokens.name() == "h1" && m_heading == Heading::Ahead)
        m_heading = Heading::Inside;
    else if (isLowerHeading(tokens.name()) && m_heading == Heading::Behind)
        m_heading = Heading::Passed;
    const QByteArrayView uia = tokens.attribute("data-uia");
    m_named = uia.isEmpty() ? std::nullopt : kindOf(uia);
    m_isLeaf = m_heading == Heading::Behind && !m_byShape;
    if (m_named || m_isLeaf) {
        m_element = tokens.name().toByteArray();
        m_text.clear();
    }
}

void MetadataRow::readEnd(const HtmlTokens &tokens)
{
    const bool isWhole = (m_named || m_isLeaf) && tokens.name() == m_element && m_text.size() < longestEntry && !m_text.contains("&#");
    m_isUnsure |= m_named && !isWhole;
    if (m_named && isWhole && !m_byName[*m_named])
        m_byName[*m_named] = yearIn(m_text);
    if (m_isLeaf && isWhole && !m_byShape)
        m_byShape = wholeYear(m_text);
    if (m_heading == Heading::Inside) {
        const bool isItsEnd = tokens.name() == "h1";
        m_isHeadingOdd |= isItsEnd != (m_openInHeading == 0);
        m_openInHeading -= isItsEnd ? 0 : 1;
        if (isItsEnd)
            m_heading = Heading::Behind;
    }
    m_named.reset();
    m_isLeaf = false;
}

YearFound MetadataRow::year() const
{
    if (m_isUnsure || m_named)
        return {std::nullopt, {}, true};
    for (std::size_t kind = 0; kind < pageKinds.size(); ++kind) {
        if (m_byName[kind])
            return {m_byName[kind], pageKinds[kind].extractor, false};
    }
    return {m_byShape, newPage.extractor, m_isHeadingOdd || m_heading == Heading::Inside};
}

} // namespace kule
