// SPDX-License-Identifier: GPL-3.0-or-later
#include "titles/extraction.h"

#include "titles/extractors/jsonld.h"
#include "titles/extractors/markup.h"
#include "titles/extractors/meta.h"
#include "titles/pagescan.h"
#include "titles/pagetext.h"

#include <algorithm>

namespace kule {
namespace {

constexpr qsizetype largestPage = 16 * 1024 * 1024; // bytes

constexpr QByteArrayView jsonLdExtractor("json-ld");

/// Fields in the order of trust: the first that has one gives it.
class Ledger
{
public:
    void take(QByteArrayView extractor, const Findings &found)
    {
        for (const TitleField field : titleFields) {
            if (isMissing(m_all.info, field) && !isMissing(found.info, field)) {
                copy(found.info, m_all.info, field);
                m_all.provenance[field] = extractor.toByteArray();
            }
        }
        if (m_rating.isEmpty() && !found.rating.isEmpty()) {
            m_rating = found.rating;
            m_rater = extractor.toByteArray();
        }
    }

    bool lacks(TitleField field) const { return isMissing(m_all.info, field); }
    bool isEmpty() const { return m_all.provenance.empty() && m_rating.isEmpty(); }
    bool hasFrom(QByteArrayView extractor) const
    {
        return m_rater == extractor || std::ranges::any_of(m_all.provenance, [extractor](const auto &row) { return row.second == extractor; });
    }
    /// Whether the markup may have something that nobody had yet. The year is not asked of it but where its row is unsure.
    bool needsMarkup() const
    {
        return m_rating.isEmpty()
            || std::ranges::any_of(titleFields, [this](TitleField field) { return field != TitleField::Year && lacks(field); });
    }

    Extracted result() &&
    {
        if (!m_rating.isEmpty()) {
            m_all.info.genres.removeAll(m_rating);
            m_all.info.genres.prepend(m_rating);
            m_all.provenance.try_emplace(TitleField::Genres, m_rater);
        }
        m_all.isPartial = std::ranges::any_of(titleFields, [this](TitleField field) { return lacks(field); });
        return std::move(m_all);
    }

private:
    static void copy(const TitleInfo &from, TitleInfo &to, TitleField field)
    {
        switch (field) {
        case TitleField::Title: to.title = from.title; break;
        case TitleField::Year: to.year = from.year; break;
        case TitleField::Plot: to.plot = from.plot; break;
        case TitleField::Genres: to.genres = from.genres; break;
        case TitleField::Cast: to.cast = from.cast; break;
        case TitleField::Backdrop: to.backdrop = from.backdrop; break;
        }
    }

    Extracted m_all;
    QString m_rating;
    QByteArray m_rater;
};

Findings withYear(std::optional<int> year)
{
    Findings found;
    found.info.year = year;
    return found;
}

tl::unexpected<Error> nothingFound(const PageScan &scan, PageIs page)
{
    // JSON-LD that cannot be read, or the title's own address: it is the title's page, and we are who failed.
    const bool isTitlePage = page == PageIs::Title || (page == PageIs::Unknown && !scan.jsonLd.empty());
    const bool isBlank = !scan.hasWords && scan.title.isEmpty() && scan.metas.empty();
    if (isTitlePage || isBlank)
        return fail(ErrorKind::Broken, "PARSE_ERROR",
                    text(QT_TRANSLATE_NOOP("Engine", "The page holds nothing that looks like a title. Look at the stored page; its markup may have changed.")));
    return fail(ErrorKind::NotFound, "REGION_UNAVAILABLE",
                text(QT_TRANSLATE_NOOP("Engine", "The site sent its landing page: it does not show this title in the region of this computer, or the number is wrong. Try the address in a browser.")));
}

} // namespace

Result<Extracted> extract(const QByteArray &page, const QByteArray &contentType, const TitleKey &key)
{
    if (page.size() > largestPage)
        return fail(ErrorKind::TooLarge, "PARSE_ERROR", text(QT_TRANSLATE_NOOP("Engine", "The page is larger than %1 MiB, as no title's page is. Look at its address in a browser."), QString::number(largestPage / 1024 / 1024)));
    const QByteArray html = pageText(page, contentType);
    const PageScan scan = scanPage(html);
    const auto jsonLd = fromJsonLd(scan.jsonLd, key);
    PageIs where = pageBy(scan, key);

    Ledger ledger;
    if (jsonLd)
        ledger.take(jsonLdExtractor, *jsonLd);
    ledger.take(scan.year.extractor, withYear(scan.year.year));
    std::optional<PageTree> tree;
    for (const PageKind &kind : pageKinds) {
        const bool needsYear = scan.year.isUnsure && ledger.lacks(TitleField::Year);
        if (!needsYear && !ledger.needsMarkup())
            break;
        if (!tree)
            tree.emplace(html);
        ledger.take(kind.extractor, fromMarkup(*tree, kind));
    }
    // What only the new page's loose selectors found may as well be of a landing page.
    if (ledger.hasFrom(jsonLdExtractor) || ledger.hasFrom(oldPage.extractor))
        where = PageIs::Title;
    ledger.take("meta", fromMeta(scan, where));
    if (jsonLd)
        ledger.take(jsonLdExtractor, withYear(jsonLd->firstYear));
    const bool isOfTitle = where == PageIs::Title || (where == PageIs::Unknown && !ledger.lacks(TitleField::Title));
    if (!isOfTitle || ledger.isEmpty())
        return nothingFound(scan, where);
    return std::move(ledger).result();
}

} // namespace kule
