// SPDX-License-Identifier: GPL-3.0-or-later
#include "titles/extractors/markup.h"

#include "titles/extractors/metadatarow.h"
#include "titles/htmltext.h"

namespace kule {
namespace {

constexpr qsizetype longestRating = 20; // "18+", "TV-MA"; more is a sentence about ratings

/// Each text that this part's selectors find, row by row, until visit() answers false.
template <class Visit>
void forEachText(const PageTree &tree, const PageKind &kind, PagePart part, Visit visit)
{
    for (const Selector &selector : kind.selectors) {
        if (selector.part != part)
            continue;
        qsizetype left = mostNames; // elements; what a hostile page repeats a million times is not worth the time
        for (const PageTree::Named &named : tree.named()) {
            if (!selects(selector, named.uia))
                continue;
            if (left-- == 0)
                break;
            for (const auto *node : selector.path ? tree.find(selector.path, named.node) : std::vector{named.node}) {
                if (!visit(PageTree::textOf(node)))
                    return;
            }
        }
    }
}

QString firstText(const PageTree &tree, const PageKind &kind, PagePart part, qsizetype longest)
{
    QString text;
    forEachText(tree, kind, part, [&](const QByteArray &found) {
        text = tidy(QString::fromUtf8(found), longest);
        return text.isEmpty();
    });
    return text;
}

QStringList names(const PageTree &tree, const PageKind &kind, PagePart part)
{
    QStringList all;
    forEachText(tree, kind, part, [&](const QByteArray &found) {
        addNames(all, splitNames(QString::fromUtf8(found)));
        return all.size() < mostNames;
    });
    return all;
}

QString rating(const PageTree &tree, const PageKind &kind)
{
    QString found;
    forEachText(tree, kind, PagePart::Rating, [&](const QByteArray &text) {
        found = tidy(QString::fromUtf8(text), longestName).section(u':', -1).trimmed();
        if (found.size() > longestRating)
            found.clear();
        return found.isEmpty();
    });
    return found;
}

/// The row without data-uia: the first element after the h1, and before the next heading, that says a year and nothing else.
std::optional<int> yearByShape(const PageTree &tree)
{
    for (const auto *node : tree.find("(//h1)[1]/following::*[not(*) or self::h2 or self::h3 or self::h4 or self::h5 or self::h6]")) {
        if (isLowerHeading(PageTree::nameOf(node)))
            return std::nullopt;
        if (const auto year = wholeYear(PageTree::textOf(node)))
            return year;
    }
    return std::nullopt;
}

std::optional<int> year(const PageTree &tree, const PageKind &kind)
{
    std::optional<int> found;
    forEachText(tree, kind, PagePart::Year, [&](const QByteArray &text) {
        found = yearIn(text);
        return !found;
    });
    return !found && kind.extractor == newPage.extractor ? yearByShape(tree) : found;
}

QString backdrop(const PageTree &tree, const PageKind &kind)
{
    for (const char *path : kind.backdrops) {
        for (const auto *element : tree.find(path)) {
            for (const char *attribute : {"srcset", "src"}) {
                if (const QString url = largestImage(QString::fromUtf8(PageTree::attributeOf(element, attribute))); !url.isEmpty())
                    return url;
            }
        }
    }
    return {};
}

} // namespace

Findings fromMarkup(const PageTree &tree, const PageKind &kind)
{
    Findings found;
    found.info.title = firstText(tree, kind, PagePart::Title, longestTitle);
    found.info.year = year(tree, kind);
    found.info.plot = firstText(tree, kind, PagePart::Plot, longestPlot);
    found.info.genres = names(tree, kind, PagePart::Genres);
    found.info.cast = names(tree, kind, PagePart::Cast);
    found.rating = rating(tree, kind);
    // A picture alone may be of any page.
    if (found != Findings())
        found.info.backdrop = backdrop(tree, kind);
    return found;
}

} // namespace kule
