// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/router.h"

#include <QTest>

using namespace kule;

class tst_Router : public QObject
{
    Q_OBJECT
private:
    const Router m_router{operations()};

private Q_SLOTS:
    void everyRowIsFoundByItsOwnPath()
    {
        for (const Operation &operation : operations()) {
            const QByteArray path = QByteArray(operation.path).replace("{id}", "x").replace("{filename}", "x").replace("{key}", "x");
            const auto route = m_router.find(wordOf(operation.verb), path);
            QVERIFY2(route, path.constData());
            QCOMPARE(route->operation, &operation);
        }
    }
    void fileNames_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QString>("filename"); // null: not found; "!": a bad target
        QTest::newRow("plain") << QByteArray("/fatals/12345.txt") << QStringLiteral("12345.txt");
        QTest::newRow("space") << QByteArray("/fatals/a%20b.txt") << QStringLiteral("a b.txt");
        QTest::newRow("plus is a plus") << QByteArray("/fatals/a+b.txt") << QStringLiteral("a+b.txt");
        QTest::newRow("dots") << QByteArray("/fatals/..") << QStringLiteral("..");
        QTest::newRow("encoded dots") << QByteArray("/fatals/%2e%2E") << QStringLiteral("..");
        QTest::newRow("encoded slash stays inside") << QByteArray("/fatals/..%2Fkule.db") << QStringLiteral("../kule.db");
        QTest::newRow("encoded backslash") << QByteArray("/fatals/..%5Ckule.db") << QStringLiteral("..\\kule.db");
        QTest::newRow("double-encoded is decoded once") << QByteArray("/fatals/%252e%252e%252f") << QStringLiteral("%2e%2e%2f");
        QTest::newRow("dotless and dotted") << QByteArray("/fatals/%C4%B1%C4%B0iI.txt") << QStringLiteral("ıİiI.txt");
        QTest::newRow("raw utf-8") << QByteArray("/fatals/\xC4\xB1.txt") << QStringLiteral("ı.txt");
        QTest::newRow("not ascii plane") << QByteArray("/fatals/%F0%9F%92%A5") << QStringLiteral("💥");
        QTest::newRow("query is no part") << QByteArray("/fatals/%3Fx") << QStringLiteral("?x");
        QTest::newRow("5000 characters") << "/fatals/" + QByteArray(5000, 'a') << QString(5000, u'a');
        QTest::newRow("two segments") << QByteArray("/fatals/../run") << QString();
        QTest::newRow("empty") << QByteArray("/fatals/") << QString();
        QTest::newRow("double slash") << QByteArray("//fatals/x") << QString();
        QTest::newRow("other case") << QByteArray("/FATALS/x") << QString();
        QTest::newRow("turkish case") << QByteArray("/fatals/x/\xC4\xB0") << QString();
        QTest::newRow("NUL") << QByteArray("/fatals/a%00.txt") << QStringLiteral("!");
        QTest::newRow("half escape") << QByteArray("/fatals/a%2") << QStringLiteral("!");
        QTest::newRow("lone percent") << QByteArray("/fatals/100%") << QStringLiteral("!");
        QTest::newRow("no hex") << QByteArray("/fatals/%zz") << QStringLiteral("!");
        QTest::newRow("invalid utf-8") << QByteArray("/fatals/%FF%FE") << QStringLiteral("!");
        QTest::newRow("overlong utf-8") << QByteArray("/fatals/%C0%AF") << QStringLiteral("!");
        QTest::newRow("surrogate") << QByteArray("/fatals/%ED%A0%80") << QStringLiteral("!");
        QTest::newRow("cut utf-8") << QByteArray("/fatals/%C4") << QStringLiteral("!");
        QTest::newRow("no slash") << QByteArray("fatals") << QStringLiteral("!");
        QTest::newRow("empty target") << QByteArray("") << QStringLiteral("!");
        QTest::newRow("star") << QByteArray("*") << QStringLiteral("!");
    }
    void fileNames()
    {
        QFETCH(QByteArray, path);
        QFETCH(QString, filename);
        const auto route = m_router.find("GET", path);
        if (filename == QLatin1String("!"))
            QCOMPARE(route.error().code, QByteArray("api.bad_target"));
        else if (filename.isNull())
            QCOMPARE(route.error().code, QByteArray("api.not_found"));
        else
            QCOMPARE(route->values, QStringList{filename});
    }
    void anotherVerbIsToldWhatThereIs()
    {
        const auto route = m_router.find("PATCH", "/fatals/x");
        QVERIFY(route && !route->operation);
        QCOMPARE(route->allow, QByteArray("GET, HEAD, DELETE, OPTIONS"));
        QVERIFY(!m_router.find("get", "/fatals")->operation);
        QVERIFY(m_router.find("HEAD", "/fatals")->operation);
    }
    void aFixedSegmentWinsOverAParameter()
    {
        QCOMPARE(QByteArray(m_router.find("GET", "/api/jobs/counts")->operation->path), QByteArray("/api/jobs/counts"));
        QCOMPARE(QByteArray(m_router.find("GET", "/api/jobs/counts/log")->operation->path), QByteArray("/api/jobs/{id}/log"));
    }
    void queries()
    {
        QCOMPARE(*parseQuery("q=a+b%2Bc&x&=&q=2"), (Query{{"q", QStringLiteral("a b+c")}, {"x", {}}, {"", {}}, {"q", QStringLiteral("2")}}));
        QVERIFY(parseQuery("")->empty());
        QVERIFY(!parseQuery("q=%zz"));
        QVERIFY(!parseQuery("q=%00"));
        QVERIFY(!parseQuery("%FF=1"));
    }
};

QTEST_GUILESS_MAIN(tst_Router)
#include "tst_router.moc"
