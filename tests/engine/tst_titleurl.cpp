// SPDX-License-Identifier: GPL-3.0-or-later
// Which urls name a title, and what they are told that do not.
#include "titles/titleurl.h"

#include <QTest>

using namespace kule;

class tst_TitleUrl : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void titlesAreNamed_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QByteArray>("id");
        QTest::addColumn<QByteArray>("locale");
        const auto row = [](const char *name, const char *url, const char *id, const char *locale) {
            QTest::newRow(name) << QString::fromUtf8(url) << QByteArray(id) << QByteArray(locale);
        };
        row("as the document has it", "https://www.netflix.com/tr/title/81616256", "81616256", "tr");
        row("no locale", "https://www.netflix.com/title/81616256", "81616256", "");
        row("country and language", "https://www.netflix.com/tr-en/title/81616256", "81616256", "tr-en");
        row("language by number", "https://www.netflix.com/mx-419/title/1", "1", "mx-419");
        row("upper-case locale", "https://www.netflix.com/TR-EN/title/1", "1", "tr-en");
        row("dotless i in no locale", "https://www.netflix.com/ID/title/1", "1", "id");
        row("upper-case host", "HTTPS://WWW.NETFLIX.COM/tr/title/81616256", "81616256", "tr");
        row("query", "https://www.netflix.com/tr/title/81616256?s=i&trkid=13747225&vlang=tr#x", "81616256", "tr");
        row("empty query", "https://www.netflix.com/title/81616256?", "81616256", "");
        row("slashes in the query", "https://www.netflix.com/title/7?next=https://evil.example/title/8", "7", "");
        row("foreign words in the query", "https://www.netflix.com/title/7?q=ışık", "7", "");
        row("fragment", "https://www.netflix.com/title/7#/title/8", "7", "");
        row("slash at the end", "https://www.netflix.com/title/7/", "7", "");
        row("slash before the query", "https://www.netflix.com/tr/title/7/?a=b", "7", "tr");
        row("space around it", " \t https://www.netflix.com/title/7 \r\n", "7", "");
        row("twenty digits", "https://www.netflix.com/title/12345678901234567890", "12345678901234567890", "");
    }
    void titlesAreNamed()
    {
        QFETCH(const QString, url);
        const auto key = titleKeyOf(url);
        QVERIFY2(key.has_value(), qPrintable(url));
        QTEST(key->id, "id");
        QTEST(key->locale, "locale");
        const auto again = titleKeyOf(QStringLiteral("https://www.netflix.com") + QString::fromLatin1(pathOf(*key)));
        QVERIFY(again && *again == *key);
    }
    void othersAreRefused_data()
    {
        QTest::addColumn<QString>("url");
        const auto row = [](const char *name, const QString &url) { QTest::newRow(name) << url; };
        const QString good = QStringLiteral("https://www.netflix.com/title/");
        row("empty", {});
        row("space", QStringLiteral("  \n"));
        row("a word", QStringLiteral("title"));
        row("digits", QStringLiteral("81616256"));
        row("http", QStringLiteral("http://www.netflix.com/title/1"));
        row("no scheme", QStringLiteral("www.netflix.com/title/1"));
        row("two slashes", QStringLiteral("//www.netflix.com/title/1"));
        row("one slash", QStringLiteral("https:/www.netflix.com/title/1"));
        row("file", QStringLiteral("file:///title/1"));
        row("no www", QStringLiteral("https://netflix.com/title/1"));
        row("another host", QStringLiteral("https://www.netflix.org/title/1"));
        row("host goes on", QStringLiteral("https://www.netflix.com.evil.example/title/1"));
        row("host with dot", QStringLiteral("https://www.netflix.com./title/1"));
        row("user info", QStringLiteral("https://www.netflix.com@evil.example/title/1"));
        row("user info before", QStringLiteral("https://evil@www.netflix.com/title/1"));
        row("password", QStringLiteral("https://www.netflix.com:x@evil.example/title/1"));
        row("port", QStringLiteral("https://www.netflix.com:443/title/1"));
        row("backslash", QStringLiteral("https://www.netflix.com\\title\\1"));
        row("backslash host", QStringLiteral("https:\\\\www.netflix.com/title/1"));
        row("look-alike letter", QString::fromUtf8("https://www.netflıx.com/title/1"));
        row("kelvin and long s", QString::fromUtf8("httpſ://www.netflix.com/title/1"));
        row("full-width digits", good + QString::fromUtf8("８１６"));
        row("arabic digits", good + QString::fromUtf8("٨١"));
        row("encoded digits", good + QStringLiteral("%38%31"));
        row("encoded path", QStringLiteral("https://www.netflix.com/%74itle/1"));
        row("encoded slash", QStringLiteral("https://www.netflix.com/tr%2Ftitle/1"));
        row("no digits", good);
        row("letters", good + QStringLiteral("81a"));
        row("sign", good + QStringLiteral("-1"));
        row("decimals", good + QStringLiteral("1.5"));
        row("twenty-one digits", good + QString(21, u'1'));
        row("more path", good + QStringLiteral("1/more"));
        row("two slashes at the end", good + QStringLiteral("1//"));
        row("two slashes within", QStringLiteral("https://www.netflix.com//title/1"));
        row("dot segments", QStringLiteral("https://www.netflix.com/x/../title/1"));
        row("upper-case path", QStringLiteral("https://www.netflix.com/TITLE/1"));
        row("watch", QStringLiteral("https://www.netflix.com/watch/1"));
        row("no title", QStringLiteral("https://www.netflix.com/tr/1"));
        row("title in the query", QStringLiteral("https://www.netflix.com/?/title/1"));
        row("long locale", QStringLiteral("https://www.netflix.com/turkish/title/1"));
        row("odd locale", QStringLiteral("https://www.netflix.com/tr-/title/1"));
        row("locale of digits", QStringLiteral("https://www.netflix.com/12/title/1"));
        row("foreign locale", QString::fromUtf8("https://www.netflix.com/ış/title/1"));
        row("locale alone", QStringLiteral("https://www.netflix.com/tr/title"));
        row("zero byte", good + QStringLiteral("1") + QChar(u'\0') + QStringLiteral("2"));
        row("zero byte at the end", good + QStringLiteral("1") + QChar(u'\0'));
        row("line end within", good + QStringLiteral("1\r\nHost: x"));
        row("space in the query", good + QStringLiteral("1?a b"));
        row("half a character", good + QStringLiteral("1") + QChar(0xd800));
        row("too long", good + QStringLiteral("1?") + QString(9000, u'a'));
        row("a megabyte", QString(1024 * 1024, u'/'));
    }
    void othersAreRefused()
    {
        QFETCH(const QString, url);
        const auto key = titleKeyOf(url);
        QVERIFY(!key);
        QCOMPARE(key.error().code, QByteArray("VALIDATION_ERROR"));
        QVERIFY(key.error().kind == ErrorKind::Invalid);
        const Json &errors = key.error().details.at("errors");
        QCOMPARE(errors.size(), std::size_t(1));
        QCOMPARE(textOf(errors[0], "field"), QStringLiteral("url"));
        QCOMPARE(textOf(errors[0], "message"), key.error().message.english());
        QVERIFY(key.error().message.english().endsWith(u'.'));
    }
    void aTitleIsSixKeys()
    {
        const TitleInfo info{QStringLiteral("Ad"), 2022, QStringLiteral("Konu"), {QStringLiteral("18+")}, {QStringLiteral("A"), QStringLiteral("B")}, QStringLiteral("https://x/y")};
        const Json json = toJson(info);
        const QByteArray whole = R"({"backdrop":"https://x/y","cast":["A","B"],"genres":["18+"],"plot":"Konu","title":"Ad","year":2022})";
        QCOMPARE(dumpJson(json), whole);
        QVERIFY(titleInfoOf(json) == info);
        const QByteArray nothing = R"({"backdrop":null,"cast":[],"genres":[],"plot":null,"title":null,"year":null})";
        QCOMPARE(dumpJson(toJson({})), nothing);
        QVERIFY(titleInfoOf(toJson({})) == TitleInfo());
    }
    void storedNonsenseIsAnError()
    {
        const Json whole = toJson({});
        for (const char *text : {"null", "[]", "\"x\"", "{}"})
            QCOMPARE(titleInfoOf(*parseJson(text)).error().code, QByteArray("INTERNAL_ERROR"));
        for (const TitleField field : titleFields) {
            Json json = whole;
            json.erase(nameOf(field).constData());
            QVERIFY(!titleInfoOf(json));
            json[nameOf(field).constData()] = Json::object();
            QVERIFY(!titleInfoOf(json));
            json[nameOf(field).constData()] = Json::array({1});
            QVERIFY(!titleInfoOf(json));
        }
        Json json = whole;
        json["year"] = 99999999999ll;
        QVERIFY(!titleInfoOf(json));
    }
};

QTEST_GUILESS_MAIN(tst_TitleUrl)
#include "tst_titleurl.moc"
