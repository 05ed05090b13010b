// SPDX-License-Identifier: GPL-3.0-or-later
// Pages as the site sends them, and as it should not: each in tests/data/titles with what it must give in expected.json,
// hostile ones made here. Besides, that the cheap reading of tags and the whole tree are of one mind.
#include "titles/extraction.h"
#include "titles/extractors/markup.h"
#include "titles/extractors/meta.h"
#include "titles/htmltext.h"
#include "titles/pagescan.h"
#include "titles/pagetext.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <libxml/HTMLparser.h>

#include <random>
#include <thread>

using namespace kule;

namespace {

QByteArray pageAt(const QString &name)
{
    QFile file(QStringLiteral(KULE_PAGES "/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Json provenanceOf(const Extracted &extracted)
{
    Json rows = Json::object();
    for (const auto &[field, extractor] : extracted.provenance)
        rows[nameOf(field).constData()] = extractor;
    return rows;
}

Result<Extracted> extractText(const QByteArray &html, const QByteArray &id = "1")
{
    return extract(html, "text/html; charset=utf-8", {id, {}});
}

QByteArray codeOf(const Result<Extracted> &result)
{
    return result ? QByteArray("none") : result.error().code;
}

QByteArray jsonLdPage(const QByteArray &json, const QByteArray &body = "<span data-uia=item-year>2000</span>")
{
    return "<html><head><script type=\"application/ld+json\">" + json + "</script></head><body>" + body + "</body></html>";
}

/// The year as the tree has it, kinds in their order.
std::optional<int> yearOfTree(const QByteArray &html)
{
    const PageTree tree(html);
    for (const PageKind &kind : pageKinds) {
        if (const auto year = fromMarkup(tree, kind).info.year)
            return year;
    }
    return std::nullopt;
}

} // namespace

class tst_Extraction : public QObject
{
    Q_OBJECT
    Json m_expected;

    Json expectedOf(const QString &page) const
    {
        for (const Json &row : m_expected) {
            if (textOf(row, "page") == page && row.contains("info"))
                return row;
        }
        return nullptr;
    }

private Q_SLOTS:
    void initTestCase()
    {
        const auto expected = parseJson(pageAt(QStringLiteral("expected.json")));
        QVERIFY(expected);
        m_expected = *expected;
    }
    void everyPageHasARow()
    {
        const QStringList pages = QDir(QStringLiteral(KULE_PAGES)).entryList({QStringLiteral("*.html")});
        QVERIFY(pages.size() > 30);
        for (const QString &page : pages)
            QVERIFY2(std::ranges::any_of(m_expected, [&](const Json &row) { return textOf(row, "page") == page; }), qPrintable(page));
    }
    void pagesGiveTheirFields_data()
    {
        QTest::addColumn<int>("row");
        for (int i = 0; i < static_cast<int>(m_expected.size()); ++i) {
            const Json &row = m_expected[static_cast<std::size_t>(i)];
            QTest::addRow("%s %s", textOf(row, "page").toUtf8().constData(), textOf(row, "type").toUtf8().constData()) << i;
        }
    }
    void pagesGiveTheirFields()
    {
        QFETCH(const int, row);
        const Json &want = m_expected[static_cast<std::size_t>(row)];
        const Json expected = want.contains("as") ? expectedOf(textOf(want, "as")) : want;
        const QByteArray page = pageAt(textOf(want, "page"));
        QVERIFY(!page.isEmpty());
        const TitleKey key{textOf(want, "id", QStringLiteral("999")).toUtf8(), textOf(want, "locale").toUtf8()};
        const auto got = extract(page, textOf(want, "type").toUtf8(), key);
        if (expected.contains("error")) {
            QVERIFY(!got);
            QCOMPARE(QString::fromUtf8(got.error().code), textOf(expected, "error"));
            return;
        }
        QVERIFY2(got, got ? "" : got.error().code.constData());
        QCOMPARE(dumpJson(toJson(got->info), 1), dumpJson(expected.at("info"), 1));
        QCOMPARE(dumpJson(provenanceOf(*got), 1), dumpJson(expected.at("from"), 1));
        QCOMPARE(got->isPartial, expected.at("from").size() < titleFields.size());
        QVERIFY(titleInfoOf(toJson(got->info)) == got->info);
    }
    void pagesInWindowsLineEndsAreTheSame()
    {
        for (const Json &row : m_expected) {
            QByteArray page = pageAt(textOf(row, "page"));
            if (!row.contains("info") || !page.isValidUtf8() || page.contains('\0'))
                continue;
            const auto got = extract(page.replace('\n', "\r\n"), textOf(row, "type").toUtf8(), {textOf(row, "id", QStringLiteral("999")).toUtf8(), {}});
            QVERIFY2(got && toJson(got->info) == row.at("info"), qPrintable(textOf(row, "page")));
        }
    }
    void everyCutPageIsAnAnswer()
    {
        // A connection that ends after any byte: an error or a part of the whole, never a wrong title.
        const QByteArray page = pageAt(QStringLiteral("movie-tr-old-markup.html"));
        for (qsizetype size = 0; size <= page.size(); size += size < 400 ? 1 : 7) {
            const auto got = extract(page.left(size), "text/html; charset=utf-8", {"1", {}});
            if (got)
                QVERIFY2(QStringLiteral("Kuzeyin Işığı").startsWith(got->info.title), qPrintable(got->info.title));
            else
                QVERIFY(got.error().code == "PARSE_ERROR" || got.error().code == "REGION_UNAVAILABLE");
        }
    }
    void markupIsCutAsBrowsersCutIt_data()
    {
        QTest::addColumn<QByteArray>("html");
        for (const char *html : {"<!-- a --!>", "<!-->", "<!--->", "<!-- -- > -->", "<!---->", "<?xml a ?>", "<!DOCTYPE a>", "</ a>", "<script>'</scrip></scripts>'</script >", "<script>//<!--\n</SCRIPT\n>",
                                 "<style></style/>", "<title>a</title>", "<p title='>'>", "<p title=\">\">", "<p title=>>", "<p a = '>' b>", "<p/a='>'>", "<textarea><!-- </textarea>", "<a href=x/>", "a < b <3 <"})
            QTest::newRow(QByteArray(html).simplified().constData()) << QByteArray(html);
    }
    void markupIsCutAsBrowsersCutIt()
    {
        // After each of these a tag is a tag again, and nothing of them is one.
        QFETCH(const QByteArray, html);
        QCOMPARE(scanPage(html + "<span data-uia=\"item-year\">2022</span>").year.year, 2022);
        const QByteArray page = html + " ";
        HtmlTokens tokens(page);
        for (auto kind = tokens.next(); kind != HtmlTokens::Kind::PageEnd; kind = tokens.next())
            QVERIFY(kind != HtmlTokens::Kind::StartTag || (html.startsWith('<') && html.toLower().startsWith('<' + tokens.name().toByteArray())));
    }
    void theSieveIsBounded()
    {
        QCOMPARE(sieved("<br><SOURCE srcset='a\"b' onload=x DATA-UIA=c></br>1 < 2<script>x</script><svg><style/></svg>"), QByteArray("<br/><source data-uia=\"c\" srcset=\"a&quot;b\"/>1 &lt; 2<svg></svg>"));
        QCOMPARE(sieved(QByteArray("<i>").repeated(200'000)).count("<i>"), 100'000);
        QVERIFY(sieved("<i class='" + QByteArray(100'000, 'a') + "'>") == "<i>");
    }
    void siteWordsGo_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("title");
        const auto row = [](const char *text, const char *title) { QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(title); };
        row("Watch Dark Sea | Netflix Official Site", "Dark Sea");
        row("Watch Dark Sea | Netflix", "Dark Sea");
        row("Dark Sea | Netflix", "Dark Sea");
        row("Dark Sea - Netflix", "Dark Sea");
        row("Watch Dark Sea - Netflix", "Dark Sea");
        row("Watch Watch Out | Netflix", "Watch Out");
        row("Watch Out | Resmî Netflix Sitesi", "Watch Out");
        row("Karanlık Deniz | Netflix Resmi Sitesi", "Karanlık Deniz");
        row("Dunkles Meer | Offizielle Netflix-Website", "Dunkles Meer");
        row("Mer noire | Site officiel de Netflix", "Mer noire");
        row("Karanlık | Netflix | Resmi Site", "Karanlık");
        row("A | B | Netflix", "A | B");
        row("Karanlık|Netflix", "Karanlık");
        row("Dark Sea", "Dark Sea");
        row("Sea - Dark", "Sea - Dark");
        row("Watch Netflix vs. the World | Netflix", "Netflix vs. the World");
        row("Netflixland", "Netflixland");
        row("Netflix", "");
        row("Netflix | Netflix", "");
        row("Netflix - Watch TV Shows Online, Watch Movies Online", "");
        row("Netflix Türkiye – İnternetten Dizi İzleyin", "");
        row(" | Netflix", "");
        row("", "");
    }
    void siteWordsGo()
    {
        QFETCH(const QString, text);
        QTEST(withoutSiteWords(text), "title");
    }
    void yearsAreFourDigits()
    {
        QCOMPARE(yearIn("2022"), 2022);
        QCOMPARE(yearIn(" Yıl: 2019–2022 "), 2019);
        QCOMPARE(yearIn("12345 1999x"), 1999);
        for (const char *none : {"", "x", "20222", "1869", "2101", "0000", "999", "２０２２", "4294969318"})
            QVERIFY2(!yearIn(none), none);
    }
    void imagesAreWebAddresses()
    {
        QCOMPARE(largestImage(QStringLiteral("https://i.example/a,b.jpg 1x, https://i.example/c.jpg 1.5x,https://i.example/d.jpg 0.5x")), QStringLiteral("https://i.example/c.jpg"));
        QCOMPARE(largestImage(QStringLiteral("javascript:x 900w, https://i.example/c.jpg")), QStringLiteral("https://i.example/c.jpg"));
        for (const char *none : {"", "/a.jpg", "a.jpg", "javascript:alert(1)", "data:image/png;base64,AA", "file:///etc/passwd", "https://", "https:///x", "https://u:p@i.example/x", "ftp://i.example/x"})
            QVERIFY2(imageUrl(QString::fromUtf8(none)).isEmpty(), none);
        QVERIFY(imageUrl(QStringLiteral("https://i.example/") + QString(5000, u'a')).isEmpty());
    }
    void hostileJsonLdCostsLittle()
    {
        QCOMPARE(codeOf(extractText(jsonLdPage(QByteArray(100'000, '['), {}))), QByteArray("PARSE_ERROR"));
        const QByteArray deep = QByteArray("{\"@type\":\"Movie\",\"name\":\"x\",\"a\":") + QByteArray(5000, '[') + QByteArray(5000, ']') + '}';
        QCOMPARE(codeOf(extractText(jsonLdPage(deep, {}))), QByteArray("PARSE_ERROR"));
        const QByteArray wrong = R"({"@type":"Movie","name":["x"],"description":{"a":1},"genre":7,"image":[[]],"actors":[1,null,{"name":2}],"contentRating":{},"dateCreated":[],"startDate":3})";
        QCOMPARE(codeOf(extractText(jsonLdPage(wrong, {}))), QByteArray("PARSE_ERROR"));
        QByteArray many = "{\"@type\":\"Movie\",\"name\":\"" + QByteArray(200'000, 'n') + "\",\"genre\":\"" + QByteArray(100'000, ',') + "\",\"actors\":[";
        for (int i = 0; i < 5000; ++i)
            many += "{\"name\":\"" + QByteArray::number(i) + "\"},";
        const auto got = extractText(jsonLdPage(many + "\"z\"]}"));
        QVERIFY(got);
        QCOMPARE(got->info.title.size(), longestTitle);
        QCOMPARE(got->info.cast.size(), mostNames);
        QVERIFY(got->info.genres.isEmpty());
    }
    void hostileMarkupCostsLittle_data()
    {
        QTest::addColumn<QByteArray>("noise");
        constexpr qsizetype size = 5 * 1024 * 1024;
        const auto filled = [](QByteArrayView piece) { return piece.toByteArray().repeated(size / piece.size()); };
        QTest::newRow("nesting") << filled("<div>");
        QTest::newRow("nesting of named") << filled("<b data-uia=title-info-synopsis>");
        QTest::newRow("siblings") << filled("<i></i>");
        QTest::newRow("named siblings") << filled("<i data-uia='item-genre'></i>");
        QTest::newRow("ratings") << filled("<i data-uia=item-maturity></i>");
        QTest::newRow("pictures") << filled("<picture><source srcset=x></picture>");
        QTest::newRow("headings") << filled("<h1>a</h1>");
        QTest::newRow("ends") << filled("</p>");
        QTest::newRow("brackets") << filled("<");
        QTest::newRow("ends of nothing") << filled("</");
        QTest::newRow("comments") << filled("<!---->");
        QTest::newRow("dashes") << "<!--" + filled("--!") + "-->";
        QTest::newRow("entities") << filled("&amp;");
        QTest::newRow("broken entities") << filled("&#x");
        QTest::newRow("zero bytes") << QByteArray(size, '\0');
        QTest::newRow("forms and tables") << filled("<table><form><tr>");
        QTest::newRow("paragraphs") << filled("<p><li><option>");
        QByteArray attributes = "<div ";
        for (int i = 0; attributes.size() < size; ++i)
            attributes += 'a' + QByteArray::number(i) + "=1 ";
        QTest::newRow("attributes") << attributes + '>';
        QTest::newRow("a value") << "<div data-uia=\"" + QByteArray(size, 'x') + "\">";
        QTest::newRow("a srcset") << "<picture><source srcset=\"" + filled("a 1x, ") + "\"></picture>";
        QTest::newRow("a name") << '<' + QByteArray(size, 'n') + '>';
        QTest::newRow("metas") << filled("<meta property=og:title content='a'>");
        QTest::newRow("scripts") << filled("<script type=application/ld+json>{</script>");
        QTest::newRow("text") << QByteArray(size, 'w');
    }
    void hostileMarkupCostsLittle()
    {
        QFETCH(const QByteArray, noise);
        // What stands before it is found all the same.
        const QByteArray head = "<html><body><h1 data-uia=\"title-info-title\">Sağlam</h1><span data-uia=\"item-year\">2012</span>";
        const auto got = extractText(head + noise);
        QVERIFY(got);
        if (got->info.title != QStringLiteral("a")) // the page that says so in its meta tags before all
            QCOMPARE(got->info.title, QStringLiteral("Sağlam"));
        (void)extractText(noise);
        (void)extractText("<html><body>" + noise + head);
    }
    void hugePagesAndNoPagesAreRefused()
    {
        QVERIFY(!extractText(QByteArray(5 * 1024 * 1024, '\xff')));
        QCOMPARE(codeOf(extractText(QByteArray(17 * 1024 * 1024, ' '))), QByteArray("PARSE_ERROR"));
        QCOMPARE(codeOf(extractText({})), QByteArray("PARSE_ERROR"));
        QCOMPARE(codeOf(extractText(" \n")), QByteArray("PARSE_ERROR"));
        QCOMPARE(codeOf(extractText("\x1f\x8b\x08 not decompressed")), QByteArray("REGION_UNAVAILABLE"));
    }
    void aPageOfFiveMegabytesIsRead()
    {
        QByteArray page = pageAt(QStringLiteral("movie-tr-old-markup.html"));
        const QByteArray filler = "<div class=\"row\"><span>dolgu &amp; dolgu</span><script>var a = '<b>';</script></div>";
        page.insert(page.indexOf("<body>") + 6, filler.repeated(5 * 1024 * 1024 / filler.size()));
        const auto got = extractText(page);
        QVERIFY(got);
        QCOMPARE(got->info.title, QStringLiteral("Kuzeyin Işığı"));
        QCOMPARE(got->info.year, 2021);
    }
    void tagsAndTreeAgreeOnTheYear()
    {
        // Pages of random pieces, the same ones each time: what the scan is sure of is what the tree says.
        const std::array<QByteArray, 28> pieces{
            "<h1>", "</h1>", "<h2>x</h2>", "<span data-uia=\"item-year\">2001</span>", "<li data-uia='hero-year'>2002</li>", "<li>2003</li>", "<span>2004 </span>", "<b>2005",
            "</b>", "<p>", "</p>", "<div>", "</div>", "text", "2006", "<!-- <span data-uia=\"item-year\">1901</span> -->", "<script>'<span data-uia=\"item-year\">1902</span>'</script>",
            "<i data-uia=\"item-year\">yok</i>", "<i data-uia=\"season-year\">1903</i>", "<i title='<span data-uia=\"item-year\">1904</span>'>", "</i>", "<br>", "<li data-uia=item-year><b>2007</b></li>",
            "<span data-uia=item-year>20<!---->08</span>", "&amp;", "<b data-uia='item-year'>2009", "</p><u data-uia=item-year>", "<img data-uia=\"item-year\">"};
        std::mt19937 random(20261121);
        int sure = 0;
        for (int i = 0; i < 5000; ++i) {
            QByteArray html = "<html><body>";
            for (std::size_t length = 1 + random() % 12; length > 0; --length)
                html += pieces[random() % pieces.size()];
            html += "</body></html>";
            const YearFound found = scanPage(html).year;
            if (found.isUnsure)
                continue;
            ++sure;
            QVERIFY2(found.year == yearOfTree(html), html.constData());
        }
        QVERIFY(sure > 1500);
    }
    void tagsAndTreeAgreeOnEveryPage()
    {
        for (const Json &row : m_expected) {
            const QByteArray html = pageText(pageAt(textOf(row, "page")), textOf(row, "type").toUtf8());
            const YearFound found = scanPage(html).year;
            QVERIFY2(found.isUnsure || found.year == yearOfTree(html), qPrintable(textOf(row, "page")));
        }
    }
    void theSieveLosesNothingThatIsAskedFor()
    {
        // Beside the library's own reading of the whole page, scripts and all.
        for (const char *name : {"movie-tr-full.html", "movie-tr-old-markup.html", "movie-tr-new-markup.html", "series-en-old-markup.html"}) {
            const QByteArray html = pageAt(QString::fromLatin1(name));
            htmlDocPtr whole = htmlReadMemory(html.constData(), static_cast<int>(html.size()), nullptr, "UTF-8", HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);
            const PageTree tree(html);
            std::vector<QByteArray> texts;
            const auto walk = [&](const auto &self, const xmlNode *node) -> void {
                for (; node; node = node->next) {
                    if (xmlChar *uia = node->type == XML_ELEMENT_NODE ? xmlGetProp(node, reinterpret_cast<const xmlChar *>("data-uia")) : nullptr) {
                        texts.push_back(QByteArray(reinterpret_cast<char *>(uia)) + '=' + PageTree::textOf(node));
                        xmlFree(uia);
                    }
                    self(self, node->children);
                }
            };
            walk(walk, xmlDocGetRootElement(whole));
            std::vector<QByteArray> sievedTexts;
            for (const auto &named : tree.named())
                sievedTexts.push_back(named.uia + '=' + PageTree::textOf(named.node));
            xmlFreeDoc(whole);
            QVERIFY2(sievedTexts == texts && !texts.empty(), name);
        }
    }
    void threadsDoNotMeet()
    {
        const QByteArray page = pageAt(QStringLiteral("movie-tr-old-markup.html"));
        const auto want = extractText(page);
        QVERIFY(want);
        std::array<bool, 8> isSame{};
        std::vector<std::thread> threads;
        for (bool &same : isSame) {
            threads.emplace_back([&] {
                same = true;
                for (int i = 0; i < 50; ++i) {
                    const auto got = extractText(page);
                    same = same && got && *got == *want;
                }
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        QVERIFY(std::ranges::all_of(isSame, [](bool same) { return same; }));
    }
};

QTEST_GUILESS_MAIN(tst_Extraction)
#include "tst_extraction.moc"
