// SPDX-License-Identifier: GPL-3.0-or-later
// A page as libxml2's tree, for XPath. Only what the selectors may ask for goes in (no scripts, comments, attributes that nobody
// looks for), so that a hostile page costs little. Silent; no network, no huge documents, depth 256. One thread at a time.
#pragma once
#include <QByteArray>
#include <QString>

#include <memory>
#include <vector>

struct _xmlDoc;
struct _xmlNode;

namespace kule {

/// Which attributes selectors may ask for: those of titles' own, or all.
enum class Attributes { OfTitles, All };

/// The page without what no selector sees; void elements closed, at most 100,000 elements.
QByteArray sieved(QByteArrayView page, Attributes kept = Attributes::OfTitles);

class PageTree
{
public:
    struct Named
    {
        QByteArray uia;
        _xmlNode *node;
    };

    /// UTF-8, as it came: it is sieved here.
    explicit PageTree(QByteArrayView page, Attributes kept = Attributes::OfTitles);
    ~PageTree();
    PageTree(const PageTree &) = delete;
    PageTree &operator=(const PageTree &) = delete;

    /// Every element with a data-uia, in the page's order.
    const std::vector<Named> &named() const { return m_named; }
    /// Nodes that the XPath finds, in the page's order, from the node or (null) the page; none when it is malformed or too dear.
    std::vector<_xmlNode *> find(const char *path, _xmlNode *from = nullptr) const;
    /// Whether it is an XPath at all.
    static bool isPath(const char *path);
    /// All text inside, some 16 KiB at most; paragraphs and lines parted by a space.
    static QByteArray textOf(const _xmlNode *node);
    /// The same for people to read, some 128 KiB at most: space collapsed, a line for each paragraph and list entry. Of an
    /// attribute its value.
    static QByteArray proseOf(const _xmlNode *node);
    static QByteArray attributeOf(const _xmlNode *node, const char *name);
    /// Lower case.
    static QByteArray nameOf(const _xmlNode *node);

private:
    std::unique_ptr<_xmlDoc, void (*)(_xmlDoc *)> m_document;
    std::vector<Named> m_named;
};

} // namespace kule
