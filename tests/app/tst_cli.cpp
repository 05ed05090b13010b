// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/client.h"
#include "cli/exitcode.h"
#include "cli/jobtext.h"
#include "cli/output.h"

#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace kule;
using namespace kule::cli;

namespace {

// Answers every request with the same bytes and keeps what it was asked.
class Canned
{
public:
    explicit Canned(QByteArray answer)
        : m_answer(std::move(answer))
    {
        m_server.listen(QHostAddress::LocalHost);
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
            QTcpSocket *socket = m_server.nextPendingConnection();
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
                asked += socket->readAll();
                if (asked.contains("\r\n\r\n"))
                    socket->write(m_answer);
            });
        });
    }
    QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_server.serverPort())); }
    QByteArray asked;

private:
    QTcpServer m_server;
    QByteArray m_answer;
};

QByteArray answer(const char *status, const QByteArray &body, const QByteArray &more = {})
{
    return QByteArray("HTTP/1.1 ") + status + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + more + "\r\n" + body;
}

} // namespace

class tst_Cli : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void terminalsGetNothingHarmful()
    {
        QCOMPARE(harmless(QStringLiteral("a\x1b]0;x\x07" "b\tc\n")), QStringLiteral("a\u241b]0;x\u2407b\tc\n"));
        QCOMPARE(harmless(QStringLiteral("\x1b[31mred\x1b[2J\x1b[0m"), Keep::Colours), QStringLiteral("\x1b[31mred\u241b[2J\x1b[0m"));
        QCOMPARE(harmless(QStringLiteral("\x1b[31m")), QStringLiteral("\u241b[31m"));
        QCOMPARE(harmless(QStringLiteral("a\u202eb\u009b\u007f")), QStringLiteral("a\ufffdb\ufffd\u2421"));
        QCOMPARE(harmless(QStringLiteral("İşçi ığdır")), QStringLiteral("İşçi ığdır"));
    }
    void exitCodesAreTheContracts()
    {
        const std::pair<ErrorKind, int> kinds[] = {{ErrorKind::Invalid, 2}, {ErrorKind::Unauthorised, 4}, {ErrorKind::Forbidden, 4}, {ErrorKind::NotFound, 3},
            {ErrorKind::Conflict, 5}, {ErrorKind::TooLarge, 2}, {ErrorKind::Busy, 75}, {ErrorKind::Unavailable, 69}, {ErrorKind::TimedOut, 124}, {ErrorKind::Broken, 69}};
        for (const auto &[kind, code] : kinds)
            QCOMPARE(static_cast<int>(exitCodeOf(kind)), code);
        const std::pair<JobState, int> states[] = {{JobState::Succeeded, 0}, {JobState::Failed, 1}, {JobState::Cancelled, 130}, {JobState::TimedOut, 124}, {JobState::Interrupted, 130}};
        for (const auto &[state, code] : states)
            QCOMPARE(static_cast<int>(exitCodeOf(state)), code);
    }
    void keyFiles_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<bool>("isGood");
        QTest::newRow("plain") << QByteArray("abc") << true;
        QTest::newRow("white space around") << QByteArray(" \tabc\r\n") << true;
        QTest::newRow("empty") << QByteArray("") << false;
        QTest::newRow("only white space") << QByteArray(" \n\t") << false;
        QTest::newRow("two words") << QByteArray("a c") << false;
        QTest::newRow("header injection") << QByteArray("a\r\nX-Evil: 1") << false;
        QTest::newRow("not ASCII") << QByteArray("anahtar\xc4\xb1") << false;
        QTest::newRow("NUL") << QByteArray("a\0b", 3) << false;
        QTest::newRow("too long") << QByteArray(1025, 'a') << false;
    }
    void keyFiles()
    {
        QFETCH(QByteArray, content);
        QFETCH(bool, isGood);
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("key")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        const auto key = readKey(file.fileName());
        QCOMPARE(key.has_value(), isGood);
        if (isGood)
            QVERIFY(key->matches("abc"));
        else
            QCOMPARE(key.error().code, QByteArray("cli.key_file"));
    }
    void aKeyFileThatIsNotThere()
    {
        QVERIFY(!readKey(QStringLiteral("/nonexistent/key")));
        QVERIFY(!readKey(QStringLiteral("/")));
    }
    void clientSendsKeyAndLanguage()
    {
        Canned server(answer("200 OK", R"({"success":true,"data":{"a":1}})"));
        Client client(server.url(), Secret("k1"), Language::Turkish);
        const auto data = client.post(QStringLiteral("/run"), {{"x", "ı"}});
        QVERIFY(data);
        QVERIFY(*data == Json({{"a", 1}}));
        QVERIFY(server.asked.startsWith("POST /run HTTP/1.1\r\n"));
        QVERIFY(server.asked.contains("X-API-Key: k1\r\n"));
        QVERIFY(server.asked.contains("Accept-Language: tr\r\n"));
        QVERIFY(server.asked.contains("Content-Type: application/json\r\n"));
        QVERIFY(server.asked.endsWith("{\"x\":\"ı\"}"));
    }
    void clientKeepsNamesInOneSegment()
    {
        Canned server(answer("200 OK", R"({"error":"e","data":1})"));
        Client client(server.url(), Secret(), Language::English);
        const auto report = client.get(QStringLiteral("/fatals/") + segment(QStringLiteral("../a b%2f?#ş.txt")));
        QVERIFY(report);
        QCOMPARE(report->size(), 2U); // a report is no envelope, whatever it holds
        QVERIFY2(server.asked.startsWith("GET /fatals/..%2Fa%20b%252f%3F%23%C5%9F.txt HTTP/1.1\r\n"), server.asked.constData());
        QVERIFY(!server.asked.contains("X-API-Key"));
    }
    void clientReadsBothErrorShapes_data()
    {
        QTest::addColumn<QByteArray>("said");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<int>("exit");
        QTest::newRow("runner") << answer("404 Not Found", R"({"error":"yok","code":"job.file_not_found"})") << QByteArray("job.file_not_found") << QStringLiteral("yok") << 3;
        QTest::newRow("others") << answer("409 Conflict", R"({"success":false,"error":{"code":"job.still_open","message":"açık"}})") << QByteArray("job.still_open") << QStringLiteral("açık") << 5;
        QTest::newRow("full") << answer("429 Too Many Requests", R"({"error":"dolu","code":"job.queue_full"})", "Retry-After: 7\r\n") << QByteArray("job.queue_full") << QStringLiteral("dolu") << 75;
        QTest::newRow("no words") << answer("403 Forbidden", "{}") << QByteArray("cli.status") << QString() << 4;
        QTest::newRow("not Kule") << answer("200 OK", "<html>") << QByteArray("cli.not_kule") << QString() << 69;
        QTest::newRow("closed") << QByteArray("HTTP/1.1 ") << QByteArray("cli.unreachable") << QString() << 69;
    }
    void clientReadsBothErrorShapes()
    {
        QFETCH(QByteArray, said);
        QFETCH(QByteArray, code);
        QFETCH(QString, sentence);
        QFETCH(int, exit);
        auto server = std::make_unique<Canned>(said);
        Client client(server->url(), Secret(), Language::English);
        if (code == "cli.unreachable")
            server.reset();
        const auto data = client.get(QStringLiteral("/"));
        QVERIFY(!data);
        QCOMPARE(data.error().code, code);
        QCOMPARE(static_cast<int>(exitCodeOf(data.error().kind)), exit);
        if (!sentence.isEmpty())
            QCOMPARE(data.error().message.english(), sentence);
        QCOMPARE(data.error().retryAfter.has_value(), code == "job.queue_full");
    }
    void jobsAsWords()
    {
        const Json job{{"state", "failed"}, {"process_id", 12345}, {"attempts", {{{"result", nullptr}}, {{"result", 7}}}}};
        QCOMPARE(stateOf(job), JobState::Failed);
        QCOMPARE(processIdOf(job), QStringLiteral("12345"));
        QVERIFY(resultOf(job) == Json(7));
        QVERIFY(resultOf(Json::object()).is_null());
        QCOMPARE(durationText("2026-11-21T00:00:00.000Z", "2026-11-21T00:01:05.500Z"), QStringLiteral("1 min 5 s"));
        QCOMPARE(durationText("2026-11-21T00:00:00.000Z", nullptr), QStringLiteral("–"));
        QCOMPARE(timeText(nullptr), QStringLiteral("–"));
    }
    void stepsOfTitlesAreWords()
    {
        Json job{{"kind", "title"}, {"step", "scraping_netflix"}};
        QCOMPARE(stepText(job, Language::English), QStringLiteral("fetching the page"));
        QCOMPARE(stepText(job, Language::Turkish), QStringLiteral("sayfa getiriliyor"));
        job["step"] = "%1 of 10"; // a step of a later version
        QCOMPARE(stepText(job, Language::Turkish), QStringLiteral("%1 of 10"));
        job = {{"kind", "script"}, {"step", "completed"}}; // a script's own word
        QCOMPARE(stepText(job, Language::Turkish), QStringLiteral("completed"));
        QCOMPARE(stepText(Json::object(), Language::Turkish), QString());
    }
};

QTEST_GUILESS_MAIN(tst_Cli)
#include "tst_cli.moc"
