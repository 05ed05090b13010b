// SPDX-License-Identifier: GPL-3.0-or-later
// A page as a row of tags and texts, cut as the HTML standard's tokenizer cuts them: comments, scripts and quoted values
// are never taken for markup. One pass, no allocation a tag; views point into the page. Builds no tree, judges nothing.
#pragma once
#include <QByteArray>

#include <array>
#include <span>

namespace kule {

class HtmlTokens
{
public:
    enum class Kind {
        StartTag,
        EndTag,
        Text,    ///< entities not decoded; a "<" that begins nothing is a text of its own
        RawText, ///< what stands in the script, style, title … that began before it; may be missing when empty
        PageEnd,
    };

    struct Attribute
    {
        QByteArrayView name; ///< as written
        QByteArrayView value;
    };

    /// UTF-8 (or any superset of ASCII); must outlive this.
    explicit HtmlTokens(QByteArrayView html)
        : m_html(html)
    {
    }
    explicit HtmlTokens(QByteArray &&) = delete;

    Kind next();

    /// Of a tag: lower case; longer names than any of HTML are cut. Of a raw text: of its element.
    QByteArrayView name() const { return {m_name.data(), m_nameSize}; }
    QByteArrayView text() const { return m_text; }
    /// Of a start tag, the first 32. Values raw, entities not decoded.
    std::span<const Attribute> attributes() const { return {m_attributes.data(), m_attributeCount}; }
    /// The first of that name (lower case), null when there is none.
    QByteArrayView attribute(QByteArrayView name) const;

private:
    Kind startTag();
    Kind endTag();
    Kind rawText();
    void skipMarkup();
    bool readName();
    bool readAttributes();
    void readAttribute();
    Kind text(qsizetype end);

    QByteArrayView m_html;
    qsizetype m_at = 0;
    std::array<char, 16> m_name{};
    qsizetype m_nameSize = 0;
    std::array<Attribute, 32> m_attributes;
    std::size_t m_attributeCount = 0;
    bool m_isSelfClosing = false;
    bool m_isRaw = false;
    QByteArrayView m_text;
};

/// Elements that never have an end tag: meta, img, source …
bool isVoidElement(QByteArrayView name);
/// By ASCII, in every locale.
bool equalsNoCase(QByteArrayView text, QByteArrayView lowerCase);

} // namespace kule
