// SPDX-License-Identifier: GPL-3.0-or-later
// Pages as anybody may send them, and urls as anybody may ask for them. Besides not crashing: an answer is one of the codes or
// bounded fields of clean text, each with its provenance, that come back from JSON, the same ones each time.
#include "fuzztarget.h"

#include "titles/extraction.h"
#include "titles/titleurl.h"

#include <algorithm>
#include <cstdlib>

using namespace kule;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

bool isClean(const QString &text, qsizetype longest)
{
    return text.size() <= longest && text == text.trimmed() && !text.contains(QChar(u'\n')) && !text.contains(QChar(u'\0'));
}

void requireFields(const Extracted &found)
{
    const TitleInfo &info = found.info;
    require(isClean(info.title, 500) && isClean(info.plot, 10'000) && isClean(info.backdrop, 20'000));
    require(info.backdrop.isEmpty() || info.backdrop.startsWith(QLatin1String("http")));
    require(!info.year || (*info.year >= 1870 && *info.year <= 2100));
    for (const QStringList &names : {info.genres, info.cast}) {
        require(names.size() <= 101);
        for (const QString &name : names)
            require(!name.isEmpty() && isClean(name, 200));
    }
    bool isWhole = true;
    for (const TitleField field : titleFields) {
        require(isMissing(info, field) != found.provenance.contains(field));
        isWhole = isWhole && !isMissing(info, field);
    }
    require(found.isPartial != isWhole);
    require(titleInfoOf(toJson(info)) == info);
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const QByteArray type = bytes.isEmpty() || bytes[0] % 2 ? QByteArray("text/html; charset=utf-8") : bytes.left(40);
    const TitleKey key{"81616256", "tr"};
    const auto found = extract(bytes, type, key);
    if (found)
        requireFields(*found);
    else
        require(found.error().code == "PARSE_ERROR" || found.error().code == "REGION_UNAVAILABLE");
    const auto again = extract(bytes, type, key);
    require(found.has_value() == again.has_value() && (!found || *found == *again));

    if (const auto named = titleKeyOf(QString::fromUtf8(bytes))) {
        require(!named->id.isEmpty() && std::ranges::all_of(named->id, [](char c) { return c >= '0' && c <= '9'; }));
        require(titleKeyOf(QStringLiteral("https://www.netflix.com") + QString::fromLatin1(pathOf(*named))) == *named);
    }
    return 0;
}

std::vector<std::string> fuzzSeeds()
{
    return {
        R"(<!DOCTYPE html><html><head><title>Watch X | Netflix</title><meta content="X | Netflix" property='og:title'/><link rel=canonical href="https://www.netflix.com/title/81616256">)"
        R"(<script type="application/ld+json">{"@type":"TVSeries","name":"Ad","description":"A &amp; B","genre":"Komedi, Dram","contentRating":"16+","image":"https://i.example/a.jpg",)"
        R"("dateCreated":"2020-1-2","startDate":"2018-3-4","actors":[{"name":"A"},{"name":"B"}]}</script></head><body><h1>Ad</h1><ul><li>2019</li></ul><h2>x</h2></body></html>)",
        R"(<h1 data-uia="title-info-title">B&uuml;y&#252;k</h1><span data-uia="item-year">2021</span><span data-uia="item-maturity"><b class="maturity-number">18+ </b></span>)"
        R"(<a data-uia="item-genre">Dram</a><div data-uia="title-info-synopsis">Bir<br>iki</div><span data-uia="info-starring">A, B, C</span><picture><source srcset="https://i.example/a.jpg 2x"></picture>)",
        R"(<section data-uia="title-hero"><p data-uia="synopsis">S</p><li data-uia="metadata+year">20<!-- -->20</li><div data-uia="cast">A, B</div><!-- c --><style>a{}</style><svg/><textarea></textarea></section>)",
        "https://www.netflix.com/tr-en/title/81616256?s=i#x",
        "<meta charset=iso-8859-9>\xfe\xfd\xf0<title>\xdeiir | Netflix</title>",
        std::string("\xff\xfe<\0t\0i\0t\0l\0e\0>\0", 16),
    };
}
