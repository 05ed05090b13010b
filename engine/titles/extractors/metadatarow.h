// SPDX-License-Identifier: GPL-3.0-or-later
// The release year as the metadata row under the title shows it, read off the tags as they pass: by data-uia, or, where a
// page has lost that, by its shape. Answers as the tree would, and says where it cannot know. Not thread-safe; pure.
#pragma once
#include "titles/htmltokens.h"
#include "titles/selectors.h"

#include <optional>

namespace kule {

struct YearFound
{
    std::optional<int> year;
    QByteArrayView extractor; ///< of the page's kind
    bool isUnsure = false;    ///< markup that only the tree can judge
};

class MetadataRow
{
public:
    void read(HtmlTokens::Kind kind, const HtmlTokens &tokens);
    /// After the last tag.
    YearFound year() const;

private:
    void readStart(const HtmlTokens &tokens);
    void readEnd(const HtmlTokens &tokens);

    // The element that was just opened, as long as nothing but text was seen in it.
    std::optional<std::size_t> m_named; // its data-uia is one of this kind's years
    bool m_isLeaf = false;              // it stands between the first h1 and the next heading
    QByteArray m_element;
    QByteArray m_text;

    enum class Heading { Ahead, Inside, Behind, Passed } m_heading = Heading::Ahead;
    std::array<std::optional<int>, pageKinds.size()> m_byName; // as pageKinds stand
    bool m_isUnsure = false;
    std::optional<int> m_byShape;
    int m_openInHeading = 0;
    bool m_isHeadingOdd = false; // where an odd heading ends only the tree knows
};

/// A text that is a year and nothing else, as the entries of a metadata row are.
std::optional<int> wholeYear(QByteArrayView text);
/// h2 to h6: where the metadata row can no longer be.
bool isLowerHeading(QByteArrayView element);

} // namespace kule
