// SPDX-License-Identifier: GPL-3.0-or-later
// The same tests for both databases, the real ones.
#include "fakeclock.h"
#include "localserver.h"
#include "titles/backends.h"
#include "titles/postgrestitles.h"
#include "titles/titlerows.h"

namespace kule {

class tst_TitleDatabase : public QObject
{
    Q_OBJECT
private:
    static Extracted extracted(const QString &title, std::optional<int> year = 2022, const QString &plot = QStringLiteral("Huysuz bir adam."))
    {
        Extracted read;
        read.info.title = title;
        read.info.year = year;
        read.info.plot = plot;
        read.info.genres = QStringList{QStringLiteral("18+"), QStringLiteral("Komedi")};
        read.info.cast = QStringList{QStringLiteral("Işıl İnce")};
        read.info.backdrop = QStringLiteral("https://img.example/1.jpg?a=1&b='\\");
        for (const TitleField field : titleFields) {
            if (!isMissing(read.info, field))
                read.provenance[field] = "json-ld";
        }
        return read;
    }
    Result<StoredTitle> save(const TitleKey &key, const Extracted &read, qint64 at)
    {
        return waitFor(m_database->write([=](SqlSession &session) { return titlerows::save(session, key, read, at, "fetched", at + 1); }));
    }
    Done savePage(const TitleKey &key, const QByteArray &body, qint64 at)
    {
        return waitFor(m_database->write([=](SqlSession &session) {
            return titlerows::savePage(session, key, {QStringLiteral("https://example/ü"), "text/html; charset=utf-8", at, body.size(), qCompress(body)});
        }));
    }
    QStringList found(const QString &query, const PageRequest &page = {})
    {
        const auto filter = TitleFilter::parse(query, 1'000'000);
        const auto list = filter ? waitFor(m_database->read([&](SqlSession &session) { return titlerows::list(session, *filter, page); })) : fail(filter.error());
        if (!list)
            return {QString::fromLatin1(list.error().code)};
        QStringList names;
        for (const StoredTitle &title : list->items)
            names += QString::fromLatin1(nameOf(title.key));
        m_next = list->next;
        return names;
    }
    void open(const QString &backend)
    {
        m_database.reset();
        m_folder = std::make_unique<QTemporaryDir>();
        const bool isSqlite = backend == QLatin1String("sqlite");
        m_database = titleDatabase(isSqlite ? QStringLiteral("sqlite:") : m_postgres.url(), [] { return Result<SecretPtr>(std::make_shared<const Secret>("sec ret")); }, m_folder->filePath(QStringLiteral("titles.db")), m_folder->filePath(QStringLiteral("backups")), m_clock);
        QVERIFY(waitFor(m_database->write([](SqlSession &session) { return titlerows::clear(session); })));
    }
    static PasswordSource word(const char *password)
    {
        return [password]() -> Result<SecretPtr> { return std::make_shared<const Secret>(password); };
    }
    BackendUrl place() const { return {QStringLiteral("127.0.0.1"), m_postgres.port(), QStringLiteral("kule"), QStringLiteral("postgres"), word("sec ret")}; }
    static auto sleepIn(PostgresTitles &database)
    {
        return database.read([](SqlSession &session) { return session.rows("SELECT pg_sleep(10)", {}); });
    }
    static void addBackends()
    {
        QTest::addColumn<QString>("backend");
        QTest::newRow("sqlite") << QStringLiteral("sqlite");
        QTest::newRow("postgresql") << QStringLiteral("postgresql");
    }

    PostgresServer m_postgres;
    FakeClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<TitleDatabase> m_database;
    QString m_next;

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_postgres.create(), "PostgreSQL is not installed: bash installer/test.sh installs it");
        QVERIFY2(m_postgres.start(), m_postgres.said().constData());
    }
    void cleanupTestCase() { m_database.reset(); }

    void aTitleComesBackAsItWasSaved_data() { addBackends(); }
    void aTitleComesBackAsItWasSaved()
    {
        QFETCH(QString, backend);
        open(backend);
        const TitleKey key{"81616256", "tr"};
        const Extracted read = extracted(QStringLiteral("Hayata Röveşata Çeken Adam 😀"));
        QVERIFY(save(key, read, 1000));
        const auto stored = waitFor(m_database->read([&](SqlSession &session) { return titlerows::find(session, key); }));
        QVERIFY(stored && *stored);
        QCOMPARE((*stored)->info, read.info);
        QCOMPARE((*stored)->provenance.at(TitleField::Cast), (FieldSource{"json-ld", 1000}));
        QCOMPARE((*stored)->pageAt, 1000);
        QCOMPARE((*stored)->savedAt, 1001);
        QVERIFY(!(*stored)->isPartial);
        const TitleKey other{"81616256", ""};
        QVERIFY(!*waitFor(m_database->read([&](SqlSession &session) { return titlerows::find(session, other); })));
        QCOMPARE(waitFor(m_database->read([&](SqlSession &session) { return titlerows::detail(session, other); })).error().code, QByteArray("title.not_found"));
    }
    void whatIsEmptyIsNotNothing_data() { addBackends(); }
    void whatIsEmptyIsNotNothing()
    {
        QFETCH(QString, backend);
        open(backend);
        // An address without a locale; a plot that is not there.
        const auto saved = save({"5", QByteArray()}, extracted(QStringLiteral("Yersiz"), std::nullopt, QString()), 1);
        QVERIFY2(saved, saved ? "" : qPrintable(saved.error().message.english()));
        QVERIFY(savePage({"5", QByteArray()}, "<html>", 1));
        QVERIFY(savePage({"6", "tr"}, "<html>", 1));
        const auto known = waitFor(m_database->read([](SqlSession &session) { return titlerows::find(session, {"5", {}}); }));
        QVERIFY(known && *known);
        QCOMPARE((*known)->info.title, QStringLiteral("Yersiz"));
        const auto pages = waitFor(m_database->read([](SqlSession &session) { return titlerows::pagesAfter(session, {}, 10); }));
        QVERIFY(pages);
        QCOMPARE(pages->size(), std::size_t(2));
    }
    void changesAreKeptAndMissingFieldsKeepWhatWas_data() { addBackends(); }
    void changesAreKeptAndMissingFieldsKeepWhatWas()
    {
        QFETCH(QString, backend);
        open(backend);
        const TitleKey key{"1", "tr"};
        QVERIFY(save(key, extracted(QStringLiteral("Eski"), std::nullopt), 1000)->isPartial);
        QVERIFY(save(key, extracted(QStringLiteral("Eski"), std::nullopt), 2000));
        QVERIFY(!save(key, extracted(QStringLiteral("Yeni"), 1999, QString()), 3000)->isPartial);
        const auto detail = waitFor(m_database->read([&](SqlSession &session) { return titlerows::detail(session, key); }));
        QCOMPARE(detail->history.size(), std::size_t(1));
        QCOMPARE(detail->history[0].number, 1);
        QVERIFY(detail->history[0].changes == (Json{{"title", {{"from", "Eski"}, {"to", "Yeni"}}}, {"year", {{"from", nullptr}, {"to", 1999}}}}));
        QCOMPARE(detail->title.info.plot, QStringLiteral("Huysuz bir adam."));
        QCOMPARE(detail->title.provenance.at(TitleField::Plot).pageAt, 2000);
        QCOMPARE(detail->title.changes, 1);
        QVERIFY(!detail->page);
    }
    void pagesAreKeptWithinBounds_data() { addBackends(); }
    void pagesAreKeptWithinBounds()
    {
        QFETCH(QString, backend);
        open(backend);
        QByteArray body("<html>\0\xff'\\", 11);
        for (int i = 0; i < 4000; ++i)
            body += static_cast<char>(i * 7919 % 251);
        for (int i = 1; i <= 5; ++i)
            QVERIFY(savePage({QByteArray::number(i), "tr"}, body, i * 1000));
        QVERIFY(savePage({"5", "tr"}, body, 5000));
        const auto page = waitFor(m_database->read([](SqlSession &session) { return titlerows::page(session, {"5", "tr"}); }));
        QCOMPARE(page->body(), body);
        QCOMPARE(page->contentType, QByteArray("text/html; charset=utf-8"));
        QCOMPARE(page->url, QStringLiteral("https://example/ü"));
        const auto sizes = [this] { return *waitFor(m_database->read([](SqlSession &session) { return titlerows::sizes(session); })); };
        QCOMPARE(sizes().pages, 5);
        QCOMPARE(sizes().pageBytes, 5 * qCompress(body).size());
        const auto trim = [this](qint64 before, qint64 most) { return *waitFor(m_database->write([=](SqlSession &session) { return titlerows::trimPages(session, before, most); })); };
        QCOMPARE(trim(0, 0), 0);
        QCOMPARE(trim(2000, 0), 1);
        QCOMPARE(trim(0, 2 * qCompress(body).size()), 2);
        QCOMPARE(sizes().pages, 2);
        const auto keys = waitFor(m_database->read([](SqlSession &session) { return titlerows::pagesAfter(session, {"4", "tr"}, 10); }));
        QCOMPARE(keys->size(), std::size_t(1));
        QCOMPARE(keys->front().id, QByteArray("5"));
    }
    void listsAreFilteredAndPaged_data() { addBackends(); }
    void listsAreFilteredAndPaged()
    {
        QFETCH(QString, backend);
        open(backend);
        QVERIFY(save({"1", "tr"}, extracted(QStringLiteral("Hayata Röveşata"), 2022), 1000));
        QVERIFY(save({"2", "tr"}, extracted(QStringLiteral("ILIK IŞIK"), 1999), 2000));
        QVERIFY(save({"2", ""}, extracted(QStringLiteral("100%_Wolf"), std::nullopt), 3000));
        QCOMPARE(found(QString()), (QStringList{QStringLiteral("2/"), QStringLiteral("2/tr"), QStringLiteral("1/tr")}));
        QCOMPARE(found(QStringLiteral("ışık")), QStringList{QStringLiteral("2/tr")});
        QCOMPARE(found(QStringLiteral("rövesata")), QStringList());
        QCOMPARE(found(QStringLiteral("hayata röve")), QStringList{QStringLiteral("1/tr")});
        QCOMPARE(found(QStringLiteral("year:>2000")), QStringList{QStringLiteral("1/tr")});
        QCOMPARE(found(QStringLiteral("partial:yes")), QStringList{QStringLiteral("2/")});
        QCOMPARE(found(QStringLiteral("-partial:yes locale:tr id:2")), QStringList{QStringLiteral("2/tr")});
        QCOMPARE(found(QStringLiteral("100")), QStringList{QStringLiteral("2/")});
        QCOMPARE(found(QStringLiteral("10%")), QStringList{QStringLiteral("2/")}); // its sign means nothing
        QCOMPARE(found(QStringLiteral("komedi"), {{}, 2}).size(), 2);
        QCOMPARE(found(QStringLiteral("komedi"), {m_next, 2}), QStringList{QStringLiteral("1/tr")});
        QVERIFY(m_next.isEmpty());
        QCOMPARE(found(QString(), {QStringLiteral("x"), 2}), QStringList{QStringLiteral("page.bad_cursor")});
        QCOMPARE(found(QStringLiteral("nothing:1")), QStringList{QStringLiteral("filter.unknown_key")});
    }
    void whatIsDeletedIsGoneWithAllOfIt_data() { addBackends(); }
    void whatIsDeletedIsGoneWithAllOfIt()
    {
        QFETCH(QString, backend);
        open(backend);
        const TitleKey key{"1", "tr"};
        QVERIFY(save(key, extracted(QStringLiteral("Eski")), 1000) && save(key, extracted(QStringLiteral("Yeni")), 2000) && savePage(key, "x", 2000));
        QVERIFY(waitFor(m_database->write([&](SqlSession &session) { return titlerows::remove(session, key); })));
        QCOMPARE(waitFor(m_database->write([&](SqlSession &session) { return titlerows::remove(session, key); })).error().code, QByteArray("title.not_found"));
        QVERIFY(save(key, extracted(QStringLiteral("Wieder")), 3000));
        QVERIFY(waitFor(m_database->read([&](SqlSession &session) { return titlerows::detail(session, key); }))->history.empty());
    }
    void aWriteThatFailsLeavesNothing_data() { addBackends(); }
    void aWriteThatFailsLeavesNothing()
    {
        QFETCH(QString, backend);
        open(backend);
        const auto refused = waitFor(m_database->write([](SqlSession &session) -> Done {
            if (auto saved = titlerows::save(session, {"1", "tr"}, extracted(QStringLiteral("Halb")), 1, "fetched", 1); !saved)
                return fail(saved.error());
            return session.change("INSERT INTO nowhere VALUES (1)", {}).map([](qint64) {});
        }));
        QVERIFY(!refused);
        QCOMPARE(found(QString()), QStringList());
        QVERIFY(save({"2", "tr"}, extracted(QStringLiteral("Ganz")), 1));
    }
    void aDatabaseThatGoesAndComesBackIsUsedAgain()
    {
        open(QStringLiteral("postgresql"));
        QVERIFY(save({"1", "tr"}, extracted(QStringLiteral("Da")), 1));
        m_postgres.stop();
        const auto away = save({"2", "tr"}, extracted(QStringLiteral("Weg")), 1);
        QCOMPARE(away.error().code, QByteArray("titles.database_away"));
        QVERIFY(!away.error().message.english().contains(QStringLiteral("sec")));
        const auto state = waitFor(m_database->state());
        QCOMPARE(state->problem->code, QByteArray("titles.database_away"));
        QCOMPARE(state->place, QStringLiteral("127.0.0.1:%1/postgres").arg(m_postgres.port()));
        QVERIFY(m_postgres.start());
        QVERIFY(!save({"2", "tr"}, extracted(QStringLiteral("Weg")), 1)); // not asked again so soon
        m_clock.advance(std::chrono::seconds(30));
        QVERIFY(save({"2", "tr"}, extracted(QStringLiteral("Weg")), 1));
        QCOMPARE(found(QString()).size(), 2);
        QVERIFY(!waitFor(m_database->state())->problem);
    }
    void aServerThatDoesNotAnswerInTimeIsAway()
    {
        PostgresTitles impatient(place(), m_clock, Milliseconds(300));
        QCOMPARE(waitFor(sleepIn(impatient)).error().code, QByteArray("titles.database_away"));
        m_clock.advance(std::chrono::seconds(30));
        QVERIFY(!waitFor(impatient.state())->problem);
    }
    void leavingDoesNotWaitForAServerThatHangs()
    {
        auto patient = std::make_unique<PostgresTitles>(place(), m_clock, std::chrono::hours(1));
        QVERIFY(!waitFor(patient->state())->problem);
        auto asleep = sleepIn(*patient);
        PostgresTitles other(place(), m_clock);
        QVERIFY(waitUntil([&other] {
            const auto seen = waitFor(other.read([](SqlSession &session) { return session.rows("SELECT 1 FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep%' AND state = 'active'", {}); }));
            return seen && !seen->empty();
        }));
        patient.reset();
        QVERIFY(!waitFor(asleep)); // had it been waited for, it would have its answer
    }
    void lookingSaysWhatIsWrongAndChangesNothing()
    {
        const QString url = m_postgres.url();
        QVERIFY(!lookAtDatabase(QStringLiteral("sqlite:"), {}));
        QVERIFY(!lookAtDatabase(url, word("sec ret"))->problem);
        const auto wrong = lookAtDatabase(url, word("wrong-word"));
        QCOMPARE(wrong->problem->code, QByteArray("titles.database_away"));
        QVERIFY2(wrong->problem->message.english().contains(QStringLiteral("password authentication failed")), qPrintable(wrong->problem->message.english()));
        QVERIFY(!wrong->problem->message.english().contains(QStringLiteral("wrong-word")));
        QVERIFY(lookAtDatabase(QStringLiteral("postgresql://kule@127.0.0.1:1/kule"), {})->problem);
        QVERIFY(lookAtDatabase(QStringLiteral("mysql://x"), {})->url.host.isEmpty());
        PostgresTitles owner(place(), m_clock);
        for (const char *sql : {"DROP SCHEMA kule CASCADE", "CREATE ROLE guest LOGIN PASSWORD 'guest'", "REVOKE CREATE ON DATABASE postgres FROM PUBLIC"})
            QVERIFY(waitFor(owner.write([sql](SqlSession &session) { return session.change(sql, {}); })));
        QVERIFY(!lookAtDatabase(url, word("sec ret"))->problem);
        const auto guest = lookAtDatabase(QStringLiteral("postgresql://guest@127.0.0.1:%1/postgres").arg(m_postgres.port()), word("guest"));
        QVERIFY2(guest->problem && guest->problem->message.english().contains(QStringLiteral("GRANT CREATE")), guest->problem ? qPrintable(guest->problem->message.english()) : "");
        const auto schemas = waitFor(owner.read([](SqlSession &session) { return session.rows("SELECT 1 FROM pg_namespace WHERE nspname = 'kule'", {}); }));
        QVERIFY(schemas->empty());
    }
    void wrongUrlsAreSaid()
    {
        for (const char *url : {"postgresql://", "postgresql://localhost", "mysql://localhost/x", "", "sqlite", "postgresql://u:p@localhost:5432/x?options=y"}) {
            m_database = titleDatabase(QLatin1String(url), {}, {}, {}, m_clock);
            QCOMPARE(waitFor(m_database->state())->problem->code, QByteArray("titles.bad_backend_url"));
            QCOMPARE(save({"1", ""}, extracted(QStringLiteral("x")), 1).error().code, QByteArray("titles.bad_backend_url"));
        }
    }
};

} // namespace kule

QTEST_GUILESS_MAIN(kule::tst_TitleDatabase)
#include "tst_titledatabase.moc"
