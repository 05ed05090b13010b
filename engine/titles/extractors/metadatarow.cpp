// SPDX-License-Identifier: GPL-3.0-or-later
#include "titles/extractors/metadatarow.h"

#include "titles/htmltext.h"

namespace kule {
namespace {

constexpr qsizetype longestEntry = 200; // bytes; an entry of the row has some ten

const PageKind *kindOf(QByteArrayView uia)
{
    for (const PageKind &kind : pageKinds) {
        for (const Selector &selector : kind.selectors) {
            if (selector.part == PagePart::Year && selects(selector, uia))
                return &kind;
        }
    }
    return nullptr;
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
    if (m_byName.year)
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
    m_byName.isUnsure |= m_named != nullptr;
    if (tokens.name() == "h1" && m_heading == Heading::Ahead)
        m_heading = Heading::Inside;
    else if (isLowerHeading(tokens.name()) && m_heading == Heading::Behind)
        m_heading = Heading::Passed;
    const QByteArrayView uia = tokens.attribute("data-uia");
    m_named = uia.isEmpty() ? nullptr : kindOf(uia);
    m_isLeaf = m_heading == Heading::Behind && !m_byShape;
    if (m_named || m_isLeaf) {
        m_element = tokens.name().toByteArray();
        m_text.clear();
    }
}

void MetadataRow::readEnd(const HtmlTokens &tokens)
{
    const bool isWhole = (m_named || m_isLeaf) && tokens.name() == m_element && m_text.size() < longestEntry && !m_text.contains("&#");
    if (m_named && isWhole)
        m_byName = {yearIn(m_text), m_named->extractor, m_byName.isUnsure};
    else
        m_byName.isUnsure |= m_named != nullptr;
    if (m_isLeaf && isWhole && !m_byShape)
        m_byShape = wholeYear(m_text);
    if (tokens.name() == "h1" && m_heading == Heading::Inside)
        m_heading = Heading::Behind;
    m_named = nullptr;
    m_isLeaf = false;
}

YearFound MetadataRow::year() const
{
    if (m_byName.isUnsure || m_named)
        return {std::nullopt, {}, true};
    return m_byName.year ? m_byName : YearFound{m_byShape, newPage.extractor, false};
}

} // namespace kule
