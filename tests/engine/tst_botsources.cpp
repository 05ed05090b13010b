// SPDX-License-Identifier: GPL-3.0-or-later
// Selectors, pages as lists of announcements, what these become as messages, and what a source may not be.
#include "bots/sources/announcementsconfig.h"
#include "bots/sources/pageloader.h"
#include "bots/sources/pagereader.h"
#include "bots/sources/selector.h"
#include "fakeclock.h"
#include "titles/pagetree.h"
#include "waitfor.h"

#include <QLocale>
#include <QTest>

using namespace kule;

namespace {

/// Pages by their address, and moved ones; keeps what it was asked for.
class Site final : public HttpClient
{
public:
    QHash<QString, QString> moved; ///< from, to
    HttpReply reply{200, {{"Content-Type", "text/html"}}, "<ul></ul>"};
    QStringList asked;

    Future<Result<HttpReply>> send(HttpRequest request) override
    {
        asked.append(request.url);
        if (!moved.contains(request.url))
            return answered(Result<HttpReply>(reply));
        return answered(Result<HttpReply>(fail(Error{ErrorKind::Unavailable, "net.redirect_refused", {}, Json{{"status", 302}, {"location", moved[request.url]}}, std::nullopt})));
    }
};

} // namespace

class tst_BotSources : public QObject
{
    Q_OBJECT
private:
    static Json web(const Json &more = Json::object())
    {
        Json source{{"type", "web"}, {"url", "http://example.org/liste/"}, {"items", "//ul/li/a"}};
        source.update(more);
        return {{"source", source}};
    }
    /// JSON with the other quotes.
    static QByteArray json(const char *text) { return QByteArray(text).replace('\'', '"'); }
    static WebSource sourceOf(const Json &more = Json::object()) { return std::get<WebSource>(AnnouncementsConfig::of(web(more)).value().source); }
    static LoadedPage page(const QByteArray &body, const QByteArray &type = "text/html; charset=utf-8") { return {QStringLiteral("http://example.org/liste/"), type, body, {}, {}}; }
    static QString told(const std::vector<SourceItem> &items)
    {
        QStringList lines;
        for (const SourceItem &item : items)
            lines += item.id + u'|' + item.link + u'|' + item.title;
        return lines.join(u'\n');
    }

private Q_SLOTS:
    void cssFindsWhatItMeans_data()
    {
        QTest::addColumn<QString>("selector");
        QTest::addColumn<QString>("found"); // ids
        const auto row = [](const char *selector, const char *found) { QTest::newRow(selector) << QString::fromUtf8(selector) << QString::fromUtf8(found); };
        row("a", "a1 a2 a3 a4");
        row("ul a", "a1 a2 a3");
        row("ul > a", "");
        row("ul > li > a", "a1 a2 a3");
        row("ul.duyurular>li a", "a1 a2");
        row(".duyurular a", "a1 a2");
        row(".duy a", "");
        row("ul.yeni.duyurular a", "a1 a2");
        row("#liste a", "a1 a2");
        row("ul#liste.yeni > li.ilk > a", "a1");
        row("a[href]", "a1 a2 a3 a4");
        row("a[href='/iki']", "a2");
        row("a[href=\"/iki\"]", "a2");
        row("a[rel=nofollow]", "a4");
        row("a[href^='http:']", "a3");
        row("a[href$='bir']", "a1 a3");
        row("a[href$='/duyuru/duyuru/duyuru/bir']", "");
        row("a[href*='example']", "a3");
        row("a[href*='']", "");
        row("a[class~='kirmizi']", "a4");
        row("a[class~='kir']", "");
        row("a[lang|='tr']", "a2 a4");
        row("li + li a", "a2");
        row("li ~ li a", "a2");
        row("li:first-child a", "a1 a3");
        row("li:last-child > a", "a2 a3");
        row("li:nth-child(2) a", "a2");
        row("p a, #liste a", "a1 a2 a4");
        row("LI A", "a1 a2 a3");
        row("css: ul a", "a1 a2 a3");
        row("*[id='a4']", "a4");
        row("a[title='Ali\\'s']", "!");
        row("a[title=\"Ali's\"]", "a4");
        row("//p/a", "a4");
        row("xpath:descendant::a[@rel]", "a4");
        row("(//a)[2]", "a2");
        for (const char *bad : {"", "   ", "a >", "> a", "a[", "a[]", "a[href", "a[href=]", "a[href='x]", "a..b", "a#", "a:hover", "a:nth-child(0)", "a:nth-child(x)", "a,,b", "a b,", "a|b",
                                "//a[", "xpath:a b", "1a", "a{}", "ul &gt; a"})
            row(bad, "!");
        row(QByteArray(3000, 'a').constData(), "!");
    }
    void cssFindsWhatItMeans()
    {
        QFETCH(const QString, selector);
        QFETCH(const QString, found);
        const auto path = xpathOf(selector, SelectorScope::Page);
        if (found == QLatin1String("!")) {
            QVERIFY(!path);
            QCOMPARE(path.error().code, QByteArray("source.bad_selector"));
            return;
        }
        QVERIFY2(path, selector.toUtf8());
        const PageTree tree("<body><ul id='liste' class='yeni  duyurular'><li class=ilk><a id=a1 href='/duyuru/bir'>1</a></li><li><a id=a2 lang=tr-TR href='/iki'>2</a></li></ul>"
                            "<ul><li><a id=a3 href='http://example.org/bir'>3</a></li></ul><p><a id=a4 lang=tr rel=nofollow class='koyu kirmizi' title=\"Ali's\" href='#'>4</a></p></body>",
                            Attributes::All);
        QStringList ids;
        for (const _xmlNode *node : tree.find(path->constData()))
            ids += QString::fromUtf8(PageTree::attributeOf(node, "id"));
        QCOMPARE(ids.join(u' '), found);
    }
    void aTextInsideIsNoMarkup()
    {
        const auto path = xpathOf(QStringLiteral("a[title='it\"s'], a[rel=\"'] | //*[x='\"]"), SelectorScope::Page);
        QVERIFY(path);
        const PageTree tree("<a title='it\"s'>1</a><a rel=\"'] | //*[x='\">2</a><b>3</b>", Attributes::All);
        QCOMPARE(tree.find(path->constData()).size(), std::size_t(2));
    }
    void proseHasLines_data()
    {
        QTest::addColumn<QByteArray>("html");
        QTest::addColumn<QString>("prose");
        QTest::newRow("paragraphs") << QByteArray("<div><p>Bir\n  iki</p><p>üç</p></div>") << QStringLiteral("Bir iki\n\nüç");
        QTest::newRow("breaks") << QByteArray("<div>a<br>b<br/><br>c</div>") << QStringLiteral("a\nb\nc");
        QTest::newRow("inline") << QByteArray("<div>Ka<b>lın</b> <i>yazı</i></div>") << QStringLiteral("Kalın yazı");
        QTest::newRow("list") << QByteArray("<div>Şunlar:<ul><li>bir</li><li>iki</li></ul>son</div>") << QStringLiteral("Şunlar:\n\nbir\niki\n\nson");
        QTest::newRow("table") << QByteArray("<div><table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table></div>") << QStringLiteral("a b\nc");
        QTest::newRow("entities") << QByteArray("<div>a &amp; b &lt;c&gt; &#287;&nbsp;d</div>") << QStringLiteral("a & b <c> ğ\u00a0d");
        QTest::newRow("script") << QByteArray("<div>a<script>x<y</script><style>z</style>b</div>") << QStringLiteral("ab");
        QTest::newRow("empty") << QByteArray("<div> <p></p> </div>") << QString();
        QTest::newRow("heading inside") << QByteArray("<div><div><h1>A</h1></div><div>b</div></div>") << QStringLiteral("A\n\nb");
    }
    void proseHasLines()
    {
        QFETCH(const QByteArray, html);
        QFETCH(const QString, prose);
        const PageTree tree(html, Attributes::All);
        const auto nodes = tree.find("//div[1]");
        QVERIFY(!nodes.empty());
        QCOMPARE(QString::fromUtf8(PageTree::proseOf(nodes.front())), prose);
    }
    void aPageIsAListOfItems_data()
    {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QByteArray>("html");
        QTest::addColumn<QString>("items"); // or the code of the error
        const QByteArray list("<ul><li><a href='?id=3'>Üç</a></li><li><a href='/d/2'> İki <b>!</b></a></li><li><a href='//other.org/1'>Bir</a></li></ul>");
        QTest::newRow("links") << QByteArray("{}") << list
                               << QStringLiteral("http://example.org/liste/?id=3|http://example.org/liste/?id=3|Üç\nhttp://example.org/d/2|http://example.org/d/2|İki !\n"
                                                 "http://other.org/1|http://other.org/1|Bir");
        QTest::newRow("ids") << json("{'id': '(\\\\d+)$'}") << list << QStringLiteral("3|http://example.org/liste/?id=3|Üç\n2|http://example.org/d/2|İki !\n1|http://other.org/1|Bir");
        QTest::newRow("not each has one") << json("{'id': 'id=(\\\\d+)'}") << list << QStringLiteral("3|http://example.org/liste/?id=3|Üç");
        QTest::newRow("none has one") << json("{'id': 'no=(\\\\d+)'}") << list << QStringLiteral("source.no_ids");
        QTest::newRow("attributes") << json("{'items': '//ul/li/a/@href', 'id': '(\\\\d)$'}") << list << QStringLiteral("3|http://example.org/liste/?id=3|Üç\n2|http://example.org/d/2|İki !\n1|http://other.org/1|Bir");
        QTest::newRow("css") << json("{'items': 'ul li', 'id': '(\\\\d)$', 'title': 'b'}") << list << QStringLiteral("3|http://example.org/liste/?id=3|\n2|http://example.org/d/2|!\n1|http://other.org/1|");
        QTest::newRow("holders") << json("{'items': 'div.d', 'link': 'a.oku', 'title': 'h2', 'id': '(\\\\d+)'}")
                                 << QByteArray("<div class=d><a href='/kategori/9'>K</a><h2>Baş&shy;lık</h2><a class=oku href='/d/7'>Oku</a></div>") << QStringLiteral("7|http://example.org/d/7|Baş\u00adlık");
        QTest::newRow("link of a holder is an attribute") << json("{'items': 'div.d', 'link': './a[2]/@href', 'title': 'h2', 'id': '(\\\\d+)'}")
                                 << QByteArray("<div class=d><a href='/kategori/9'>K</a><h2>B</h2><a class=oku href='/d/7'>Oku</a></div>") << QStringLiteral("7|http://example.org/d/7|B");
        QTest::newRow("repeated") << json("{'id': '(\\\\d)$'}") << QByteArray("<ul><li><a href='/1'>a</a><li><a href='/x/1'>b</a></ul>") << QStringLiteral("1|http://example.org/1|a");
        QTest::newRow("no link") << QByteArray("{}") << QByteArray("<ul><li><a>Başlık</a></ul>") << QStringLiteral("Başlık||Başlık");
        QTest::newRow("not to be opened") << json("{'id': '(\\\\d+)'}") << QByteArray("<ul><li><a href='javascript:ac(5)'>a</a><li><a href='mailto:x@example.org'>b</a></ul>") << QStringLiteral("5||a");
        QTest::newRow("base") << QByteArray("{}") << QByteArray("<base href='http://b.org/x/'><ul><li><a href='1'>a</a></ul>") << QStringLiteral("http://b.org/x/1|http://b.org/x/1|a");
        QTest::newRow("password") << QByteArray("{}") << QByteArray("<ul><li><a href='http://u:p@b.org/1'>a</a></ul>") << QStringLiteral("http://b.org/1|http://b.org/1|a");
        QTest::newRow("empty list") << QByteArray("{}") << QByteArray("<ul></ul>") << QString();
        QTest::newRow("another page") << QByteArray("{}") << QByteArray("<h1>Bakım</h1>") << QString();
        QTest::newRow("nothing") << QByteArray("{}") << QByteArray(" \n") << QStringLiteral("source.not_a_page");
        QTest::newRow("broken off") << json("{'id': '(\\\\d)$'}") << QByteArray("<ul><li><a href='/1'>a</a><li><a href='/2'>b") << QStringLiteral("1|http://example.org/1|a\n2|http://example.org/2|b");
        QTest::newRow("hostile") << QByteArray("{}") << QByteArray("<ul><li><a href='").append(QByteArray(200'000, 'x')).append("'>a</a></ul>") << QStringLiteral("a||a");
    }
    void aPageIsAListOfItems()
    {
        QFETCH(const QByteArray, source);
        QFETCH(const QByteArray, html);
        QFETCH(const QString, items);
        const auto found = itemsOf(page(html), sourceOf(*parseJson(source)));
        QCOMPARE(found ? told(*found) : QString::fromLatin1(found.error().code), items);
    }
    void whatIsNoPageIsSaid()
    {
        for (const char *type : {"application/json", "image/png", "application/pdf; x=1"})
            QCOMPARE(itemsOf(page("{}", type), sourceOf()).error().code, QByteArray("source.not_a_page"));
        for (const char *type : {"", "text/html", "application/xhtml+xml", "TEXT/HTML; charset=x"})
            QVERIFY(itemsOf(page("<ul></ul>", type), sourceOf()));
    }
    void turkishComesInAnyCharset()
    {
        const auto found = itemsOf(page("<ul><li><a href=1>\xDEi\xFEli \xFD\xF0" "d\xFDr</a></ul>", "text/html; charset=iso-8859-9"), sourceOf());
        QCOMPARE(found->at(0).title, QStringLiteral("Şişli ığdır"));
    }
    void aThousandItemsAreEnough()
    {
        QByteArray html("<ul>");
        for (int i = 0; i < 3000; ++i)
            html += "<li><a href='/" + QByteArray::number(i) + "'>x</a></li>";
        QCOMPARE(itemsOf(page(html), sourceOf())->size(), std::size_t(1000));
    }
    void aLongIdStaysItself()
    {
        const QByteArray longOne(2000, 'y');
        const auto found = itemsOf(page("<ul><li><a href='/" + longOne + "1'>a</a><li><a href='/" + longOne + "2'>b</a></ul>"), sourceOf());
        QCOMPARE(found->size(), std::size_t(2));
        QCOMPARE(found->at(0).id.size(), 64);
        QVERIFY(found->at(0).id != found->at(1).id);
    }
    void aDetailIsTheTextOfItsPage()
    {
        const WebSource source = sourceOf({{"detail", "div.icerik p"}});
        QCOMPARE(detailOf(page("<div class=icerik><p>Bir</p>x<p>iki<br>üç</p></div>"), source).value(), QStringLiteral("Bir\n\niki\nüç"));
        QCOMPARE(detailOf(page("<div></div>"), source).value(), QString());
        QCOMPARE(detailOf(page("{}", "application/json"), source).error().code, QByteArray("source.not_a_page"));
        const QString longText = detailOf(page("<div class=icerik><p>" + QByteArray("kelime ").repeated(100'000) + "</p></div>"), source).value();
        QVERIFY(longText.size() <= 20'000);
        QVERIFY(longText.endsWith(QStringLiteral("kelime …")));
    }
    void messagesAreSplitBetweenWords()
    {
        const SourceItem item{QStringLiteral("1"), QStringLiteral("http://example.org/1"), QStringLiteral("Başlık")};
        QCOMPARE(messagesOf(QStringLiteral("DUYURU:"), item, QStringLiteral("Metin")), QStringList{QStringLiteral("DUYURU:\nBaşlık\n\nMetin\n\nhttp://example.org/1")});
        QCOMPARE(messagesOf({}, item, {}), QStringList{QStringLiteral("Başlık\n\nhttp://example.org/1")});
        const QStringList many = messagesOf(QStringLiteral("DUYURU:"), item, QStringLiteral("öğretim ").repeated(2000));
        QVERIFY(many.size() >= 4);
        for (const QString &one : many) {
            QVERIFY(one.size() <= 4096);
            QVERIFY(one.endsWith(QStringLiteral("öğretim")) || one.endsWith(QStringLiteral("/1")));
        }
        QCOMPARE(messagesOf({}, {QStringLiteral("1"), {}, {}}, {}), QStringList());
    }
    void whatIsNoSourceIsRefused_data()
    {
        QTest::addColumn<QByteArray>("config");
        QTest::addColumn<QByteArray>("code");
        const auto row = [](const QByteArray &config, const char *code) { QTest::newRow(config.constData()) << config << QByteArray(code); };
        row("7", "bot.bad_config");
        row("{}", "bot.bad_config");
        row(json("{'source': 'x'}"), "bot.bad_config");
        row(json("{'source': {'type': 'rss'}}"), "bot.bad_config");
        row(json("{'source': {'type': 7}}"), "bot.bad_config");
        row(json("{'source': {'type': 'channel'}}"), "bot.bad_config");
        row(json("{'source': {'type': 'channel', 'chat_id': '-100'}}"), "bot.bad_config");
        row(json("{'source': {'type': 'channel', 'chat_id': 100}}"), "bot.bad_config");
        row(json("{'source': {'type': 'channel', 'chat_id': -100.5}}"), "bot.bad_config");
        row(json("{'source': {'type': 'web'}}"), "net.bad_url");
        row(json("{'source': {'type': 'web', 'url': 'file:///etc/passwd', 'items': 'a'}}"), "net.bad_url");
        row(json("{'source': {'type': 'web', 'url': 'http://u:p@x.org', 'items': 'a'}}"), "bot.bad_config");
        row(json("{'source': {'type': 'web', 'url': 'http://x.org', 'items': 7}}"), "bot.bad_config");
        row(json("{'source': {'type': 'web', 'url': 'http://x.org'}}"), "bot.bad_config");
        row(json("{'source': {'type': 'web', 'url': 'http://x.org', 'items': 'a['}}"), "source.bad_selector");
        row(json("{'source': {'type': 'web', 'url': 'http://x.org', 'items': 'a', 'detail': '//['}}"), "source.bad_selector");
        row(json("{'source': {'type': 'web', 'url': 'http://x.org', 'items': 'a', 'id': '('}}"), "bot.bad_config");
        row(json("{'source': {'type': 'web', 'url': 'http://x.org', 'items': 'a', 'id': 'no group'}}"), "bot.bad_config");
        row(json("{'source': {'type': 'web', 'url': 'http://x.org', 'items': 'a', 'id': '(a)(b)'}}"), "bot.bad_config");
        row(json("{'source': {'type': 'web', 'url': 'http://x.org', 'items': 'a'}, 'interval_s': 1}"), "bot.bad_config");
        row(json("{'source': {'type': 'web', 'url': 'http://x.org', 'items': 'a'}, 'interval_s': '600'}"), "bot.bad_config");
        row(json("{'source': {'type': 'web', 'url': 'http://x.org', 'items': 'a'}, 'heading': 'x'}"), "bot.bad_config");
        row(json("{'source': {'type': 'web', 'url': 'http://x.org', 'items': 'a'}, 'admins_only': 1}"), "bot.bad_config");
        row(json("{'source': {'type': 'web', 'url': 'http://x.org', 'items': 'a'}, 'send_first': 21}"), "bot.bad_config");
        row(json("{'source': {'type': 'web', 'url': 'http://x.org', 'items': 'a'}}"), "");
        row(json("{'source': {'type': 'channel', 'chat_id': -1001234567890123}}"), "");
    }
    void whatIsNoSourceIsRefused()
    {
        QFETCH(const QByteArray, config);
        QFETCH(const QByteArray, code);
        const auto read = AnnouncementsConfig::of(*parseJson(config));
        QCOMPARE(read ? QByteArray() : read.error().code, code);
        if (!read)
            QVERIFY(!read.error().message.in(Language::Turkish).contains(u'%'));
    }
    void theSampleIsRight()
    {
        const auto read = AnnouncementsConfig::of(AnnouncementsConfig::sample());
        QVERIFY(read);
        QCOMPARE(read->interval, Milliseconds(600'000));
        QCOMPARE(read->heading.in(Language::Turkish), QStringLiteral("DUYURU:"));
    }
    void namesOfThisNetworkAreKnown()
    {
        for (const char *host : {"localhost", "a.localhost", "nas.local", "127.0.0.1", "10.0.0.1", "192.168.1.1", "172.16.0.1", "169.254.169.254", "::1", "fe80::1", "fd00::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1",
                                 "::ffff:192.168.1.1", "::ffff:100.64.0.1", "172.31.255.255", "100.127.255.255", "0.0.0.0"})
            QVERIFY2(isPrivateHost(QString::fromLatin1(host)), host);
        for (const char *host : {"example.org", "93.184.216.34", "2606:4700::1111", "::ffff:93.184.216.34", "172.32.0.1", "100.128.0.1", "localhost.example.org"})
            QVERIFY2(!isPrivateHost(QString::fromLatin1(host)), host);
    }
    void aPageIsFollowedOnlyWhereItMayLead_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<bool>("isFollowed");
        const auto row = [](const char *from, const char *to, bool isFollowed) { QTest::addRow("%s to %s", from, to) << QString::fromLatin1(from) << QString::fromLatin1(to) << isFollowed; };
        row("http://example.org/", "https://www.example.org/", true);
        row("https://example.org/", "https://www.example.org/", true);
        row("https://example.org/", "http://example.org/", false);
        row("https://example.org/", "http://www.example.org/", false);
        row("http://example.org/", "ftp://example.org/", false);
        for (const char *inward : {"http://localhost/", "http://127.0.0.1/", "http://10.0.0.1:8080/", "http://192.168.1.1/", "http://169.254.169.254/latest", "http://[::1]/", "http://[fd00::1]/",
                                   "http://[::ffff:10.0.0.1]/", "http://[::ffff:7f00:1]/"})
            row("http://example.org/", inward, false);
        row("http://10.0.0.1/", "http://10.0.0.1/yeni", true); // who watches a page of his own network stays on its host
        row("http://10.0.0.1/", "http://10.0.0.2/", false);
    }
    void aPageIsFollowedOnlyWhereItMayLead()
    {
        QFETCH(const QString, from);
        QFETCH(const QString, to);
        QFETCH(const bool, isFollowed);
        Site site;
        const FakeClock clock;
        PageLoader loader(site, clock);
        site.moved = {{from, to}};
        const auto page = waitFor(loader.load(from));
        QCOMPARE(page ? QByteArray() : page.error().code, QByteArray(isFollowed ? "" : "source.bad_redirect"));
        QCOMPARE(site.asked, isFollowed ? QStringList({from, to}) : QStringList(from));
    }
    void aPageIsFollowedFiveTimes()
    {
        const auto step = [](int n) { return QStringLiteral("http://example.org/%1").arg(n); };
        for (const int moves : {5, 6}) {
            Site site;
            const FakeClock clock;
            PageLoader loader(site, clock);
            for (int n = 0; n < moves; ++n)
                site.moved[step(n)] = step(n + 1);
            const auto page = waitFor(loader.load(step(0)));
            QCOMPARE(page.has_value(), moves == 5);
            QCOMPARE(site.asked.size(), 6);
            if (page)
                QCOMPARE((*page)->url, step(5));
            else
                QCOMPARE(page.error().code, QByteArray("source.bad_redirect"));
        }
    }
    void aSiteSaysWhenToComeAgain_data()
    {
        QTest::addColumn<QByteArray>("said");
        QTest::addColumn<int>("seconds"); // 0: it did not say
        const auto in = [](qint64 seconds) {
            return QLocale::c().toString(QDateTime::fromMSecsSinceEpoch(FakeClock().wallMs(), Qt::UTC).addSecs(seconds), QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'")).toLatin1();
        };
        QTest::newRow("seconds") << QByteArray("20") << 20;
        QTest::newRow("a date") << in(90) << 90;
        QTest::newRow("a date that was") << in(-90) << 0;
        QTest::newRow("a date too far") << in(3 * 86'400) << 86'400;
        QTest::newRow("now") << QByteArray("0") << 0;
        QTest::newRow("too long") << QByteArray("999999") << 86'400;
        QTest::newRow("words") << QByteArray("soon") << 0;
        QTest::newRow("nothing") << QByteArray() << 0;
    }
    void aSiteSaysWhenToComeAgain()
    {
        QFETCH(const QByteArray, said);
        QFETCH(const int, seconds);
        Site site;
        site.reply = {503, {{"Retry-After", said}}, {}};
        const FakeClock clock;
        PageLoader loader(site, clock);
        const auto page = waitFor(loader.load(QStringLiteral("http://example.org/")));
        QCOMPARE(page.error().code, QByteArray("source.status"));
        QCOMPARE(page.error().retryAfter.value_or(0), seconds);
    }
};

QTEST_GUILESS_MAIN(tst_BotSources)
#include "tst_botsources.moc"
