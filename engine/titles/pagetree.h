// SPDX-License-Identifier: GPL-3.0-or-later
// A page as libxml2's tree, for XPath. Only what the selectors may ask for goes in (no scripts, comments, foreign attributes),
// so that a hostile page costs little. Silent; no network, no huge documents, depth 256. One thread at a time.
#pragma once
#include <QByteArray>
#include <QString>

#include <memory>
#include <vector>

struct _xmlDoc;
struct _xmlNode;

namespace kule {

/// The page without what no selector sees; void elements closed, at most 100,000 elements.
QByteArray sieved(QByteArrayView page);

class PageTree
{
public:
    struct Named
    {
        QByteArray uia;
        _xmlNode *node;
    };

    /// UTF-8, as it came: it is sieved here.
    explicit PageTree(QByteArrayView page);
    ~PageTree();
    PageTree(const PageTree &) = delete;
    PageTree &operator=(const PageTree &) = delete;

    /// Every element with a data-uia, in the page's order.
    const std::vector<Named> &named() const { return m_named; }
    /// Elements that the XPath finds, from the element or (null) the root; none when it is malformed or too dear.
    std::vector<_xmlNode *> find(const char *path, _xmlNode *from = nullptr) const;
    /// All text inside, some 16 KiB at most; paragraphs and lines parted by a space.
    static QByteArray textOf(const _xmlNode *node);
    static QByteArray attributeOf(const _xmlNode *node, const char *name);
    /// Lower case.
    static QByteArray nameOf(const _xmlNode *node);

private:
    std::unique_ptr<_xmlDoc, void (*)(_xmlDoc *)> m_document;
    std::vector<Named> m_named;
};

} // namespace kule
