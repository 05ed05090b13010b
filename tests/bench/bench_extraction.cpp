// SPDX-License-Identifier: GPL-3.0-or-later
// Pages a second through extraction, one thread.
//   bench_extraction --write FOLDER    writes the measured pages, 1 MB each: mixed as the site's are (scripts, styles, markup) or
//                                      nothing but markup, with JSON-LD or without
//   bench_extraction FILE SECONDS      one JSON line: pages a second, and what was found
#include "titles/extraction.h"

#include <QDir>
#include <QFile>

#include <chrono>
#include <cstdio>

using namespace kule;

namespace {

constexpr qsizetype pageSize = 1'000'000;

enum class Filling { Mixed, Markup };
enum class JsonLd { Present, Absent };

constexpr char jsonLd[] = R"(<script type="application/ld+json">{"@context":"http://schema.org","@type":"Movie","url":"https://www.netflix.com/tr/title/81616256","contentRating":"18+",)"
                          R"("name":"Hayata Röveşata Çeken Adam","description":"Aksi bir dul olan Otto, neşeli yeni komşularıyla tanışır.","genre":"Komedi, Dram",)"
                          R"("image":"https://occ-0-1.1.nflxso.net/dnm/hero.jpg","dateCreated":"2023-5-6","actors":[{"@type":"Person","name":"Tom Hanks"},)"
                          R"({"@type":"Person","name":"Mariana Treviño"},{"@type":"Person","name":"Rachel Keller"}],"director":[],"creator":[]}</script>)";

constexpr char hero[] = R"html(<div class="hero-container"><picture><source srcset="https://occ-0-1.1.nflxso.net/dnm/hero.jpg" media="(min-width: 1280px)"><img src="x.jpg" alt=""></picture></div>
<h1 class="title-title" data-uia="title-info-title">Hayata Röveşata Çeken Adam</h1><div class="title-info-metadata-wrapper" data-uia="title-info-metadata-wrapper">
<span class="title-info-metadata-item item-year" data-uia="item-year">2022</span><span role="presentation" class="info-spacer"> | </span><span data-uia="item-maturity">
<span class="maturity-rating"><span class="maturity-number">18+ </span></span></span><span data-uia="item-runtime"><span class="duration">2sa 6dk</span></span>
<a class="item-genre" href="/tr/browse/genre/6548" data-uia="item-genre">Komedi, Dram</a></div>
<div class="title-info-synopsis" data-uia="title-info-synopsis">Aksi bir dul olan Otto, neşeli yeni komşularıyla tanışır.</div>
<span class="title-data-info-item-list" data-uia="info-starring">Tom Hanks, Mariana Treviño, Rachel Keller</span>)html";

// One entry of the lists below the hero, some 500 bytes.
QByteArray card(int number)
{
    return R"(<li class="nm-content-horizontal-row-item" data-uia="similar-title-card"><a class="nm-collections-title nm-collections-link" href="https://www.netflix.com/tr/title/8)"
        + QByteArray::number(1000000 + number)
        + R"("><div class="nm-collections-title-image default-ltr-cache-1x2y3z"><img class="nm-collections-title-img" alt="" data-src="https://occ-0-2794-2219.1.nflxso.net/dnm/api/v6/kart.webp?r=b4f">)"
          R"(</div><span class="nm-collections-title-name">Başka bir yapım &amp; devamı )"
        + QByteArray::number(number) + R"(</span></a><p class="episode-synopsis">Kısa bir özet: kahraman yola çıkar, geri döner.</p></li>)";
}

QByteArray markupOf(qsizetype size)
{
    QByteArray markup;
    for (int i = 0; markup.size() < size; ++i)
        markup += card(i);
    return markup;
}

QByteArray page(Filling filling, JsonLd jsonLdIs)
{
    const bool isMixed = filling == Filling::Mixed;
    QByteArray script, style;
    for (int i = 0; isMixed && script.size() < pageSize * 45 / 100; ++i)
        script += R"("k)" + QByteArray::number(i) + R"(":{"type":"Model","value":{"id":8161,"text":"\x3Cb>Yap\u0131m\x3C\/b>","url":"https:\/\/www.netflix.com\/tr"}},)";
    for (int i = 0; isMixed && style.size() < pageSize * 15 / 100; ++i)
        style += ".c" + QByteArray::number(i) + "{display:flex;margin:0 4% 10px;color:rgb(255,255,255)}";
    const QByteArray head = R"(<!DOCTYPE html><html lang="tr"><head><meta charset="utf-8"><title>Hayata Röveşata Çeken Adam | Netflix Resmi Sitesi</title>)"
                            R"(<meta property="og:title" content="Hayata Röveşata Çeken Adam | Netflix Resmi Sitesi"/><style>)"
        + style + "</style>" + (jsonLdIs == JsonLd::Present ? jsonLd : "") + "</head><body>" + hero;
    const QByteArray tail = "<script>window.netflix = {" + script + "};</script></body></html>";
    return head + "<ul>" + markupOf(pageSize - head.size() - tail.size()) + "</ul>" + tail;
}

int write(const QString &folder)
{
    for (const Filling filling : {Filling::Mixed, Filling::Markup}) {
        for (const JsonLd jsonLdIs : {JsonLd::Present, JsonLd::Absent}) {
            QFile file(QDir(folder).filePath(QStringLiteral("%1-%2.html").arg(filling == Filling::Mixed ? QStringLiteral("mixed") : QStringLiteral("markup"),
                                                                              jsonLdIs == JsonLd::Present ? QStringLiteral("jsonld") : QStringLiteral("bare"))));
            if (!file.open(QIODevice::WriteOnly) || file.write(page(filling, jsonLdIs)) < 0) {
                std::fprintf(stderr, "%s: %s\n", qPrintable(file.fileName()), qPrintable(file.errorString()));
                return 1;
            }
        }
    }
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 3) {
        std::fputs("bench_extraction --write FOLDER | FILE SECONDS\n", stderr);
        return 2;
    }
    if (QByteArrayView(argv[1]) == "--write")
        return write(QString::fromLocal8Bit(argv[2]));
    QFile file(QString::fromLocal8Bit(argv[1]));
    if (!file.open(QIODevice::ReadOnly))
        return 1;
    const QByteArray html = file.readAll();
    const auto end = std::chrono::steady_clock::now() + std::chrono::duration<double>(QByteArray(argv[2]).toDouble());
    const auto begin = std::chrono::steady_clock::now();
    Result<Extracted> found = extract(html, "text/html; charset=utf-8", {"81616256", "tr"});
    int pages = 1;
    for (; std::chrono::steady_clock::now() < end; ++pages)
        found = extract(html, "text/html; charset=utf-8", {"81616256", "tr"});
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    std::printf("%s\n", dumpJson(Json{{"pages_per_s", pages / seconds}, {"data", found ? toJson(found->info) : Json()}}).constData());
    return found ? 0 : 1;
}
