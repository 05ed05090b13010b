// SPDX-License-Identifier: GPL-3.0-or-later
#include "titles/pagescan.h"

#include "titles/htmltext.h"

#include <algorithm>

namespace kule {
namespace {

constexpr std::size_t mostScripts = 16;
constexpr qsizetype longestValue = 64 * 1024; // bytes of a meta tag's content
constexpr std::array<QByteArrayView, 5> wantedMetas{"og:title", "og:description", "og:image", "og:url", "description"};

QByteArray valueOf(QByteArrayView raw)
{
    return withoutEntities(raw.first(std::min(raw.size(), longestValue)));
}

void takeMeta(PageScan &scan, const HtmlTokens &tokens)
{
    const QByteArrayView property = tokens.attribute("property");
    const QByteArrayView name = (property.isEmpty() ? tokens.attribute("name") : property).trimmed();
    const auto wanted = std::ranges::find_if(wantedMetas, [name](QByteArrayView meta) { return equalsNoCase(name, meta); });
    if (wanted != wantedMetas.end())
        scan.metas.try_emplace(wanted->toByteArray(), valueOf(tokens.attribute("content")));
}

void takeStart(PageScan &scan, const HtmlTokens &tokens)
{
    if (tokens.name() == "meta")
        takeMeta(scan, tokens);
    else if (tokens.name() == "link" && scan.canonical.isEmpty() && equalsNoCase(tokens.attribute("rel").trimmed(), "canonical"))
        scan.canonical = valueOf(tokens.attribute("href"));
}

bool isJsonLd(const HtmlTokens &tokens)
{
    const QByteArrayView type = tokens.attribute("type").trimmed();
    return tokens.name() == "script" && type.size() >= 19 && equalsNoCase(type.first(19), "application/ld+json");
}

bool isBlank(QByteArrayView text)
{
    return std::ranges::all_of(text, [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f'; });
}

} // namespace

PageScan scanPage(QByteArrayView text)
{
    PageScan scan;
    MetadataRow row;
    bool isInJsonLd = false;
    HtmlTokens tokens(text);
    for (auto kind = tokens.next(); kind != HtmlTokens::Kind::PageEnd; kind = tokens.next()) {
        row.read(kind, tokens);
        if (kind == HtmlTokens::Kind::StartTag) {
            isInJsonLd = isJsonLd(tokens);
            takeStart(scan, tokens);
        } else if (kind == HtmlTokens::Kind::RawText) {
            if (isInJsonLd && scan.jsonLd.size() < mostScripts)
                scan.jsonLd.push_back(tokens.text());
            else if (tokens.name() == "title" && scan.title.isEmpty())
                scan.title = valueOf(tokens.text());
        } else if (kind == HtmlTokens::Kind::Text && !scan.hasWords) {
            scan.hasWords = !isBlank(tokens.text());
        }
    }
    scan.year = row.year();
    if (scan.canonical.isEmpty() && scan.metas.contains("og:url"))
        scan.canonical = scan.metas["og:url"];
    return scan;
}

} // namespace kule
