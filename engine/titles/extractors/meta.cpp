// SPDX-License-Identifier: GPL-3.0-or-later
#include "titles/extractors/meta.h"

#include "titles/htmltext.h"

namespace kule {
namespace {

constexpr QLatin1String site("Netflix");

bool isSiteName(const QString &text)
{
    // "Netflix", "Netflix Türkiye - İnternetten Dizi ve Film İzleyin"; never "Netflixland".
    return text.startsWith(site) && (text.size() == site.size() || !text[site.size()].isLetterOrNumber());
}

struct Cut
{
    QString text;
    bool hadSiteWords = false;
};

Cut cut(const QString &text)
{
    QString name = text;
    const auto chopAt = [&name](qsizetype at) { name = name.left(at).trimmed(); };
    const qsizetype bar = name.lastIndexOf(u'|');
    const QString tail = bar < 0 ? QString() : name.mid(bar + 1).trimmed();
    const bool hasSuffix = name.endsWith(QLatin1String(" - Netflix"));
    const bool isEnglish = hasSuffix || tail == site || tail == QLatin1String("Netflix Official Site");
    if (bar >= 0)
        chopAt(bar);
    else if (hasSuffix)
        chopAt(name.lastIndexOf(QLatin1String(" - ")));
    // "X | Netflix | Resmi Site": what is left may end in the site's name once more.
    if (const qsizetype inner = name.lastIndexOf(u'|'); inner >= 0 && isSiteName(name.mid(inner + 1).trimmed()))
        chopAt(inner);
    if (isEnglish && name.startsWith(QLatin1String("Watch ")))
        name = name.mid(6).trimmed();
    return {name, bar >= 0 || hasSuffix};
}

QString wordsOf(const PageScan &scan, const char *meta)
{
    const auto found = scan.metas.find(meta);
    return found == scan.metas.end() ? QString() : QString::fromUtf8(found->second);
}

} // namespace

QString withoutSiteWords(const QString &text)
{
    const Cut name = cut(tidy(text, longestTitle));
    const bool isSite = isSiteName(name.text) && (!name.hadSiteWords || name.text == site);
    return isSite ? QString() : name.text;
}

PageIs pageBy(const PageScan &scan, const TitleKey &key)
{
    if (scan.canonical.isEmpty())
        return PageIs::Unknown;
    const bool isTitle = scan.canonical.contains("/title/") || (!key.id.isEmpty() && scan.canonical.contains(key.id));
    return isTitle ? PageIs::Title : PageIs::Elsewhere;
}

Findings fromMeta(const PageScan &scan, PageIs page)
{
    Findings found;
    if (page == PageIs::Elsewhere)
        return found;
    found.info.title = withoutSiteWords(wordsOf(scan, "og:title"));
    const QString pageTitle = tidy(QString::fromUtf8(scan.title), longestTitle);
    // A bare <title> may be anybody's ("Just a moment…"): it counts on a title's page, or with the site's words around it.
    if (found.info.title.isEmpty() && (page == PageIs::Title || cut(pageTitle).hadSiteWords))
        found.info.title = withoutSiteWords(pageTitle);
    if (found.info.title.isEmpty() && page == PageIs::Unknown)
        return found;
    found.info.plot = tidy(wordsOf(scan, "og:description"), longestPlot);
    if (found.info.plot.isEmpty())
        found.info.plot = tidy(wordsOf(scan, "description"), longestPlot);
    found.info.backdrop = imageUrl(wordsOf(scan, "og:image"));
    return found;
}

} // namespace kule
