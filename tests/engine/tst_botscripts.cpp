// SPDX-License-Identifier: GPL-3.0-or-later
// Bots of the kind script with real processes of Python: how they start, say, end and are ended; their logs, their virtual
// environments, Procfiles, and who else holds a token.
#include "bots/script/procfile.h"
#include "bots/scriptrun.h"
#include "bots/tables/bottable.h"
#include "bots/tokenholders.h"
#include "fleetfixture.h"

#include <QProcess>
#include <QTest>

#include <signal.h>

using namespace kule;
using namespace std::chrono_literals;

namespace {

constexpr char telling[] = R"(import os, sys, time
print("token", os.environ["TOKEN"])
print("same", os.environ["TOKEN"] == os.environ["KULE_BOT_TOKEN"], os.environ["KULE_BOT_MODE"], os.environ.get("MODE"))
print("secret of Kule", os.environ.get("KULE_API_KEY"), os.getcwd() == os.path.dirname(os.path.realpath(__file__)), sys.argv[1:])
sys.stderr.write(f"pid {os.getpid()} {os.getpgid(0) == os.getpid()}\n") # at once: who waits for its begin has its end
while True: time.sleep(1)
)";
// It takes its time, and has a child that knows no mercy.
constexpr char stubborn[] = R"(import os, signal, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
child = os.fork()
print(f"{'parent' if child else 'child'} {os.getpid()}\n", end="")
while True: time.sleep(1)
)";
constexpr char polite[] = R"(import signal, sys, time
def end(*_):
    print("goodbye")
    sys.exit(0)
signal.signal(signal.SIGTERM, end)
print("hello")
while True: time.sleep(1)
)";
// A wheel is a zip.
constexpr char wheelMaker[] = R"(import sys, zipfile
with zipfile.ZipFile(sys.argv[1], "w") as wheel:
    wheel.writestr("kuledemo.py", "VALUE = 42\n")
    wheel.writestr("kuledemo-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: kuledemo\nVersion: 1.0\n")
    wheel.writestr("kuledemo-1.0.dist-info/WHEEL", "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
    wheel.writestr("kuledemo-1.0.dist-info/RECORD", "")
)";

} // namespace

class tst_BotScripts : public FleetFixture
{
    Q_OBJECT
private:
    QString packages() const { return m_home->filePath(QStringLiteral("packages")); }
    void write(const QString &name, const QByteArray &content)
    {
        QFile file(packages() + u'/' + name);
        QVERIFY(QDir().mkpath(QFileInfo(file).path()) && file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    }
    std::unique_ptr<BotRun> runOf(Store &, const Bot &bot) override
    {
        return std::make_unique<ScriptRun>(ScriptRun::Surroundings{*m_clock, *m_secrets, *m_logs, *m_detective, m_disk, m_stand->url(), m_home->filePath(QStringLiteral("locks")), {}, m_scriptRoots,
                                                                   m_home->filePath(QStringLiteral("bots/")) + bot.id.value, "cookie"},
                                           bot);
    }
    BotDraft draft(const Json &config) { return draftOf(BotKind::Script, QStringLiteral("duyuru"), config); }
    using FleetFixture::draftOf;
    BotDraft draftOf(const char *file) { return draft({{"command", {"python3", file}}, {"cwd", "packages/bots"}}); }
    using FleetFixture::run;
    BotId run(const QByteArray &content)
    {
        write(QStringLiteral("bots/bot.py"), content);
        return run(draftOf("bot.py"));
    }
    QByteArray log(const BotId &id) { return waitFor(m_fleet->log(id, 0, 1 << 20)).value_or(LogSlice()).text; }
    bool says(const BotId &id, const QByteArray &words)
    {
        return waitUntil([&] { return log(id).contains(words); });
    }
    /// The number behind a word of the log.
    qint64 numberIn(const BotId &id, const QByteArray &word)
    {
        const QByteArray text = log(id);
        const qsizetype at = text.indexOf(word + ' ');
        return at < 0 ? 0 : text.mid(at + word.size() + 1).split('\n')[0].split(' ')[0].toLongLong();
    }
    static bool isAlive(qint64 pid)
    {
        // What was killed and not yet reaped is dead too.
        QFile stat(QStringLiteral("/proc/%1/stat").arg(pid));
        return stat.open(QIODevice::ReadOnly) ? !stat.readAll().contains(") Z ") : ::kill(static_cast<pid_t>(pid), 0) == 0;
    }
    QStringList environmentsOf(const BotId &id) const { return QDir(m_home->filePath(QStringLiteral("bots/") + id.value)).entryList(QDir::AllEntries | QDir::NoDotAndDotDot); }
    bool environmentEnds(const BotId &id)
    {
        return QTest::qWaitFor([&] { return view(id).environment.state != BotEnvironment::State::Making; }, 90'000);
    }

private Q_SLOTS:
    void initTestCase() { qputenv("KULE_API_KEY", "a key of Kule"); }
    void init()
    {
        begin(QStringLiteral("duyuru_bot"));
        m_redactor->learn(Secret(m_token));
        m_scriptRoots = {packages()};
        QVERIFY(open());
    }
    void cleanup()
    {
        m_fleet.reset();
        m_disk.waitForDone();
        m_logs.reset();
        m_store.reset();
    }

    void itRunsWithItsTokenInACleanEnvironment()
    {
        write(QStringLiteral("bots/tell.py"), telling);
        const BotId id = run(draft({{"command", {"python3", "-u", "tell.py", "a word"}}, {"cwd", "packages/bots"}, {"environment", {{"MODE", "dev"}}}}));
        QVERIFY(says(id, "pid "));
        const QByteArray text = log(id);
        QVERIFY2(text.contains("same True dev dev\n"), text);
        QVERIFY2(text.contains("secret of Kule None True ['a word']\n"), text);
        QVERIFY2(text.contains("token ***\n") && !text.contains("canary"), text); // through the redactor
        QVERIFY2(text.contains("pid " + QByteArray::number(numberIn(id, "pid")) + " True\n"), text); // leads its group
        QVERIFY(waitUntil([&] { return view(id).bot.username == QStringLiteral("duyuru_bot"); }));
        QFile commandLine(QStringLiteral("/proc/%1/cmdline").arg(numberIn(id, "pid")));
        if (commandLine.open(QIODevice::ReadOnly))
            QVERIFY(!commandLine.readAll().contains(m_token));
        QCOMPARE(view(id).environment.state, BotEnvironment::State::None); // never by itself
    }
    void itsTokensVariableHasTheNameThatIsWanted()
    {
        write(QStringLiteral("bots/own.py"), "import os, time\nprint('there', 'BOT_KEY' in os.environ, 'TOKEN' in os.environ)\ntime.sleep(600)\n");
        const BotId id = run(draft({{"command", {"python3", "packages/bots/own.py"}}, {"token_env", "BOT_KEY"}}));
        QVERIFY(says(id, "there True False"));
    }
    void itEndsPolitely()
    {
        const BotId id = run(polite);
        QVERIFY(says(id, "hello"));
        QVERIFY(waitFor(m_fleet->stop(id, m_actor)));
        QVERIFY(becomes(id, BotState::Stopped));
        QVERIFY(says(id, "goodbye"));
        QVERIFY(says(id, "kule: stopped"));
        QVERIFY(waitFor(m_fleet->start(id, m_actor)));
        QVERIFY(becomes(id, BotState::Running));
        QVERIFY(waitUntil([&] { return log(id).count("hello") == 2; })); // the log goes on
    }
    void itIsKilledWithItsChildrenAfterThirtySeconds()
    {
        const BotId id = run(stubborn);
        QVERIFY(says(id, "child ") && says(id, "parent "));
        const qint64 parent = numberIn(id, "parent");
        const qint64 child = numberIn(id, "child");
        QVERIFY(waitFor(m_fleet->stop(id, m_actor)));
        QVERIFY(becomes(id, BotState::Draining));
        m_clock->advance(29s);
        QCOMPARE(view(id).condition.state, BotState::Draining);
        QVERIFY(isAlive(parent) && isAlive(child));
        m_clock->advance(2s);
        QVERIFY(becomes(id, BotState::Stopped));
        QVERIFY(waitUntil([&] { return !isAlive(parent) && !isAlive(child); }));
    }
    void theOneThatStaysWhenAnotherFailedIsKilledToo()
    {
        write(QStringLiteral("bots/bot.py"), R"(import os, pathlib, signal, time
if os.environ["KULE_BOT_NUMBER"] == "2":
    signal.signal(signal.SIGTERM, lambda *_: print("no"))
    print("stays", os.getpid())
    pathlib.Path("ready").touch()
    while True: time.sleep(1)
while not pathlib.Path("ready").exists(): time.sleep(0.01)
)");
        BotDraft wanted = draftOf("bot.py");
        wanted.mode = BotMode::Prod;
        wanted.wish = BotWish::Stopped;
        const BotId id = waitFor(m_fleet->create(wanted, m_actor))->bot.id;
        QVERIFY(waitFor(m_fleet->scale(id, 2, m_actor)));
        QVERIFY(waitFor(m_fleet->start(id, m_actor)));
        QVERIFY(says(id, "stays ") && says(id, "no"));
        const qint64 stays = numberIn(id, "stays");
        m_clock->advance(29s);
        QVERIFY(isAlive(stays));
        m_clock->advance(2s);
        QVERIFY(waitUntil([&] { return !isAlive(stays); }));
        QVERIFY(becomes(id, BotState::BackingOff));
    }
    void theEndOfKuleIsItsEnd()
    {
        const BotId id = run(stubborn);
        QVERIFY(says(id, "child ") && says(id, "parent "));
        const qint64 parent = numberIn(id, "parent");
        const qint64 child = numberIn(id, "child");
        (void)m_fleet->finish(); // whose time is up before it has ended
        QVERIFY(becomes(id, BotState::Draining));
        m_fleet.reset();
        QVERIFY(waitUntil([&] { return !isAlive(parent) && !isAlive(child); }));
    }
    void whatAKilledKuleLeftIsEndedByTheNext()
    {
        const QByteArray cookie = "a-cookie-of-this-test-" + QByteArray::number(QCoreApplication::applicationPid());
        QProcess left;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QString::fromLatin1(botsVariable), QString::fromLatin1(cookie));
        left.setProcessEnvironment(environment);
        left.start(QStringLiteral("sleep"), {QStringLiteral("600")});
        QVERIFY(left.waitForStarted());
        int ended = 0;
        QVERIFY(waitUntil([&] { return (ended += sweepProcesses(botsVariable, cookie)) > 0; })); // once it is sleep, and no copy of this program
        QVERIFY(left.waitForFinished());
    }
    void howItEndedIsSaid_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<QString>("reason");
        QTest::newRow("code") << QByteArray("import sys; print('bye'); sys.exit(3)") << QStringLiteral("exit code 3");
        QTest::newRow("signal") << QByteArray("import os, signal; os.kill(os.getpid(), signal.SIGKILL)") << QStringLiteral("SIGKILL");
        QTest::newRow("itself") << QByteArray("pass") << QStringLiteral("by itself");
        QTest::newRow("exception") << QByteArray("1/0") << QStringLiteral("exit code 1");
    }
    void howItEndedIsSaid()
    {
        QFETCH(QByteArray, script);
        QFETCH(QString, reason);
        write(QStringLiteral("bots/bot.py"), script);
        const auto made = waitFor(m_fleet->create(draftOf("bot.py"), m_actor));
        QVERIFY(made);
        QVERIFY(becomes(made->bot.id, BotState::BackingOff));
        QVERIFY2(view(made->bot.id).condition.reason.english().contains(reason), qPrintable(view(made->bot.id).condition.reason.english()));
        QVERIFY(says(made->bot.id, "backing_off"));
    }
    void itIsStartedAgainAndGivenUpAfterTenTimes()
    {
        write(QStringLiteral("bots/bot.py"), "import sys; print('again'); sys.exit(1)");
        const auto made = waitFor(m_fleet->create(draftOf("bot.py"), m_actor));
        const BotId id = made->bot.id;
        for (int i = 0; i < 600 && view(id).condition.state != BotState::Failed; ++i) {
            QVERIFY(waitUntil([&] { return view(id).condition.state == BotState::BackingOff || view(id).condition.state == BotState::Failed; }));
            m_clock->advance(30s);
            if (i < 9)
                QVERIFY(waitUntil([&] { return log(id).count("again") >= 1; }));
        }
        QCOMPARE(view(id).condition.state, BotState::Failed);
    }
    void aTokenThatIsWorthNothingEndsIt()
    {
        m_stand->revoke(m_token);
        write(QStringLiteral("bots/bot.py"), polite);
        const auto made = waitFor(m_fleet->create(draftOf("bot.py"), m_actor));
        QVERIFY(becomes(made->bot.id, BotState::Unauthorised));
    }
    void itPollsOnceAndMayRunTwiceBehindAWebhookOfItsOwn()
    {
        const BotId id = run(polite);
        QVERIFY(says(id, "hello"));
        QCOMPARE(waitFor(m_fleet->scale(id, 2, m_actor)).error().code, QByteArray("bot.bad_quantity"));
        QVERIFY(waitFor(m_fleet->stop(id, m_actor)));
        QVERIFY(becomes(id, BotState::Stopped));
        BotDraft prod;
        prod.mode = BotMode::Prod;
        QVERIFY(waitFor(m_fleet->change(id, prod, m_actor)));
        QVERIFY(waitFor(m_fleet->scale(id, 2, m_actor)));
        QVERIFY(waitFor(m_fleet->start(id, m_actor)));
        QVERIFY(waitUntil([&] { return log(id).count("hello") == 3; }));
        QVERIFY(view(id).webhook.isEmpty()); // its own, not Kule's
    }
    void whatLiesElsewhereIsRefused_data()
    {
        QTest::addColumn<QString>("config");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *name, const char *config, const char *code) { QTest::newRow(name) << QString::fromUtf8(config) << QString::fromLatin1(code); };
        row("nothing", "{}", "bot.bad_config");
        row("no words", R"({"command": []})", "bot.bad_config");
        row("no list", R"({"command": "python3 x.py"})", "bot.bad_config");
        row("a number", R"({"command": ["python3", 7]})", "bot.bad_config");
        row("outside", R"({"command": ["python3", "/etc/passwd"]})", "job.path_outside_roots");
        row("climbing", R"({"command": ["python3", "../../../etc/passwd"], "cwd": "packages/bots"})", "job.path_outside_roots");
        row("folder outside", R"({"command": ["python3", "x.py"], "cwd": "/tmp"})", "job.path_outside_roots");
        row("absent", R"({"command": ["python3", "none.py"], "cwd": "packages/bots"})", "job.file_not_found");
        row("code", R"({"command": ["python3", "-c", "pass"], "cwd": "packages/bots"})", "bot.bad_config");
        row("a program of the system", R"({"command": ["sh", "-c", "true"]})", "job.file_not_found");
        row("a program elsewhere", R"({"command": ["/bin/sh", "-c", "true"]})", "job.path_outside_roots");
        row("not executable", R"({"command": ["./x.py"], "cwd": "packages/bots"})", "bot.bad_config");
        row("token on the command line", R"({"command": ["python3", "x.py", "123456:AAAA"], "cwd": "packages/bots"})", "bot.bad_config");
        row("token as a variable", R"({"command": ["python3", "x.py"], "cwd": "packages/bots", "environment": {"T": "123456:AAAA"}})", "bot.bad_config");
        row("library", R"({"command": ["python3", "x.py"], "cwd": "packages/bots", "environment": {"LD_PRELOAD": "x"}})", "bot.bad_config");
        row("bad variable", R"({"command": ["python3", "x.py"], "cwd": "packages/bots", "token_env": "A=B"})", "bot.bad_config");
    }
    void whatLiesElsewhereIsRefused()
    {
        QFETCH(QString, config);
        QFETCH(QString, code);
        write(QStringLiteral("bots/x.py"), "pass");
        const auto made = waitFor(m_fleet->create(draft(*parseJson(config.toUtf8())), m_actor));
        QVERIFY(!made);
        QCOMPARE(QString::fromLatin1(made.error().code), code);
        QVERIFY(waitFor(m_fleet->list())->empty());
    }
    void aProgramOfTheRootsRunsToo()
    {
        write(QStringLiteral("bots/run.sh"), "#!/bin/sh\necho shell $KULE_BOT_NAME\nexec sleep 600\n");
        QVERIFY(QFile::setPermissions(packages() + QStringLiteral("/bots/run.sh"), QFile::ReadOwner | QFile::ExeOwner));
        const BotId id = run(draft({{"command", {"./run.sh"}}, {"cwd", "packages/bots"}}));
        QVERIFY(says(id, "shell duyuru"));
    }
    void aFloodKeepsTheNewest()
    {
        const BotId id = run("import sys, time\nfor i in range(200): sys.stdout.write(('x' * 99 + '\\n') * 1000)\nprint('last')\ntime.sleep(600)\n");
        QVERIFY(waitUntil([&] { return waitFor(m_fleet->logTail(id, 200)).value_or(LogSlice()).text.contains("last"); }));
        const auto slice = waitFor(m_fleet->log(id, 0, 1000));
        QVERIFY(slice->skipped > 0); // the oldest went
        qint64 kept = 0;
        for (const QFileInfo &file : QDir(m_home->filePath(QStringLiteral("logs"))).entryInfoList(QDir::Files))
            kept += file.size();
        QVERIFY2(kept > BotLogs::cap / 2 && kept <= BotLogs::cap + (1 << 20), qPrintable(QString::number(kept)));
        QVERIFY(waitFor(m_fleet->remove(id, m_actor)));
        QVERIFY(waitUntil([this] { return QDir(m_home->filePath(QStringLiteral("logs"))).entryList(QDir::Files).isEmpty(); }));
        QCOMPARE(waitFor(m_fleet->log(id, 0, 1000)).error().code, QByteArray("bot.not_found"));
    }
    void itsEnvironmentIsMadeOnRequest()
    {
        write(QStringLiteral("bots/uses.py"), "import sys, time, kuledemo\nprint('found', kuledemo.VALUE, sys.prefix != sys.base_prefix)\ntime.sleep(600)\n");
        write(QStringLiteral("bots/requirements.txt"), "kuledemo==1.0\n");
        write(QStringLiteral("wheels/make.py"), wheelMaker);
        const QString wheels = packages() + QStringLiteral("/wheels");
        QCOMPARE(QProcess::execute(QStringLiteral("python3"), {wheels + QStringLiteral("/make.py"), wheels + QStringLiteral("/kuledemo-1.0-py3-none-any.whl")}), 0);
        BotDraft wanted = draft({{"command", {"python3", "uses.py"}}, {"cwd", "packages/bots"}, {"environment", {{"PIP_NO_INDEX", "1"}, {"PIP_FIND_LINKS", wheels}}}});
        wanted.wish = BotWish::Stopped;
        const BotId id = waitFor(m_fleet->create(wanted, m_actor))->bot.id;
        const auto begun = waitFor(m_fleet->makeEnvironment(id, m_actor));
        QVERIFY(begun);
        QCOMPARE(begun->environment.state, BotEnvironment::State::Making);
        QCOMPARE(waitFor(m_fleet->makeEnvironment(id, m_actor)).error().code, QByteArray("bot.environment_busy"));
        QVERIFY(environmentEnds(id));
        QVERIFY2(view(id).environment.state == BotEnvironment::State::Ready, log(id));
        QVERIFY(says(id, "Successfully installed kuledemo-1.0"));
        QVERIFY(waitFor(m_fleet->start(id, m_actor)));
        QVERIFY2(says(id, "found 42 True"), log(id));
    }
    void whatCannotBeInstalledIsSaidAndWhatIsCancelledLeavesNothing()
    {
        write(QStringLiteral("bots/polite.py"), polite);
        write(QStringLiteral("bots/requirements.txt"), "no-such-package-of-kule==1\n");
        BotDraft wanted = draft({{"command", {"python3", "polite.py"}}, {"cwd", "packages/bots"}, {"environment", {{"PIP_NO_INDEX", "1"}}}});
        wanted.wish = BotWish::Stopped;
        const BotId id = waitFor(m_fleet->create(wanted, m_actor))->bot.id;
        QCOMPARE(waitFor(m_fleet->cancelEnvironment(id, m_actor)).error().code, QByteArray("bot.no_environment"));
        QVERIFY(waitFor(m_fleet->makeEnvironment(id, m_actor)));
        QVERIFY(waitUntil([&] { return environmentsOf(id).size() == 1; }));
        QVERIFY(waitFor(m_fleet->cancelEnvironment(id, m_actor)));
        QVERIFY(waitUntil([&] { return environmentsOf(id).isEmpty(); }));
        m_clock->advance(1s);
        QVERIFY(waitFor(m_fleet->makeEnvironment(id, m_actor)));
        QVERIFY(environmentEnds(id));
        QCOMPARE(view(id).environment.state, BotEnvironment::State::Failed);
        QVERIFY(says(id, "no-such-package-of-kule"));
        QVERIFY(waitUntil([&] { return environmentsOf(id).isEmpty(); }));
        QVERIFY(waitFor(m_fleet->start(id, m_actor))); // as before, with the interpreter of all
        QVERIFY(becomes(id, BotState::Running));
    }
    void aProcfileBecomesBots()
    {
        write(QStringLiteral("bots/tanitim.py"), polite);
        write(QStringLiteral("bots/replica.py"), polite);
        const ProcfileImport file{QStringLiteral("# bots\ntanitim: python3 tanitim.py\r\n\nduyuru-replica: MODE=prod python3 -u replica.py \"a b\"\nweb: gunicorn app:app\nshell: python3 $FILE\n"
                                                 "nonsense\ntanitim: python3 x.py\nnone: python3 none.py\n"),
                                  QStringLiteral("packages/bots")};
        const auto lines = waitFor(m_fleet->importProcfile(file, m_actor));
        QVERIFY(lines);
        QStringList outcomes;
        for (const ImportedLine &line : *lines) {
            outcomes += QStringLiteral("%1 %2 %3").arg(line.number).arg(line.name, QString::fromLatin1(wordOf(line.outcome)));
            QVERIFY(line.outcome == ImportedLine::Outcome::Created || !line.reason.english().isEmpty());
        }
        QCOMPARE(outcomes, (QStringList{QStringLiteral("2 tanitim created"), QStringLiteral("4 duyuru-replica created"), QStringLiteral("5 web refused"), QStringLiteral("6  refused"),
                                        QStringLiteral("7  refused"), QStringLiteral("8  refused"), QStringLiteral("9 none refused")}));
        const Bot replica = view(lines->at(1).bot).bot;
        QCOMPARE(dumpJson(replica.config), QByteArray(R"({"command":["python3","-u","replica.py","a b"],"cwd":"packages/bots","environment":{"MODE":"prod"}})"));
        QCOMPARE(replica.wish, BotWish::Stopped);
        const auto again = waitFor(m_fleet->importProcfile(file, m_actor));
        QCOMPARE(again->at(0).outcome, ImportedLine::Outcome::Kept);
        QCOMPARE(again->at(0).bot, lines->at(0).bot);
        QCOMPARE(waitFor(m_fleet->list())->size(), std::size_t(2));
        const BotId tanitim = lines->at(0).bot;
        QVERIFY(waitFor(m_fleet->start(tanitim, m_actor)));
        QVERIFY(becomes(tanitim, BotState::Failed)); // it has no token yet
        QVERIFY(waitFor(m_secrets->write(secretname::botToken(tanitim.value), std::make_shared<const Secret>(m_token), m_actor)));
        QVERIFY(becomes(tanitim, BotState::Running));
    }
#ifdef Q_OS_LINUX
    void whoHoldsATokenIsFound_data()
    {
        QTest::addColumn<bool>("isInFile");
        QTest::newRow("environment") << false;
        QTest::newRow("script") << true;
    }
    void whoHoldsATokenIsFound()
    {
        QFETCH(bool, isInFile);
        const QByteArray token = "777:of_this_test_" + QByteArray::number(QCoreApplication::applicationPid());
        const auto secret = std::make_shared<const Secret>(token);
        QVERIFY(!tokenHolder(*secret));
        write(QStringLiteral("elsewhere/old.py"), "TOKEN = '" + (isInFile ? token : QByteArray("none")) + "'\nimport socket, time\ns = socket.socket()\nprint('ready', flush=True)\ntime.sleep(600)\n");
        // Not below this process, as another's bot never is: the shell that starts it is gone.
        QProcess shell;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        if (!isInFile)
            environment.insert(QStringLiteral("TOKEN"), QString::fromLatin1(token));
        shell.setProcessEnvironment(environment);
        shell.setWorkingDirectory(packages() + QStringLiteral("/elsewhere"));
        shell.start(QStringLiteral("sh"), {QStringLiteral("-c"), QStringLiteral("setsid python3 old.py > out 2>&1 < /dev/null &")});
        QVERIFY(shell.waitForFinished());
        QVERIFY(waitUntil([this] {
            QFile out(packages() + QStringLiteral("/elsewhere/out"));
            return out.open(QIODevice::ReadOnly) && out.readAll().contains("ready");
        }));
        const auto pid = tokenHolder(*secret);
        QVERIFY(pid);
        const auto who = waitFor(m_detective->whoPolls(secret));
        QCOMPARE(who->who, BotConflict::Who::Process);
        QCOMPARE(who->pid, *pid);
        QCOMPARE(waitFor(m_detective->stopProcess(*pid, std::make_shared<const Secret>("778:another_token"))).error().code, QByteArray("bot.process_gone"));
        QVERIFY(isAlive(*pid));
        QVERIFY(waitFor(m_detective->stopProcess(*pid, secret)));
        QVERIFY(waitUntil([&] { return !isAlive(*pid) && !tokenHolder(*secret); }));
    }
#endif
    void aDynoIsFoundWhereHerokuIsKnown()
    {
        QStringList stopped;
        ConflictDetective detective({[](const SecretPtr &) { return answered(Result<std::optional<QString>>(std::optional(QStringLiteral("tanitim-app")))); },
                                     [&stopped](const QString &app, const SecretPtr &) {
                                         stopped += app;
                                         return answered(Done());
                                     }});
        const auto token = std::make_shared<const Secret>("779:a_token_of_nobody");
        const auto who = waitFor(detective.whoPolls(token));
        QCOMPARE(who->who, BotConflict::Who::Dyno);
        QCOMPARE(who->app, QStringLiteral("tanitim-app"));
        QVERIFY(waitFor(detective.stopDyno(who->app, token)));
        QCOMPARE(stopped, QStringList{QStringLiteral("tanitim-app")});
        QCOMPARE(waitFor(m_detective->whoPolls(token))->who, BotConflict::Who::Unknown);
        QCOMPARE(waitFor(m_detective->stopDyno(who->app, token)).error().code, QByteArray("bot.no_heroku"));
    }
    void aScriptThatSaysConflictIsHeard()
    {
        const BotId id = run("import time\nprint('telegram.error.Conflict: Conflict: terminated by other getUpdates request; make sure')\ntime.sleep(600)\n");
        QVERIFY(waitUntil([&] { return view(id).condition.conflict.has_value(); }));
        QCOMPARE(view(id).condition.state, BotState::Running);
        QVERIFY(!view(id).condition.reason.source.isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_BotScripts)
#include "tst_botscripts.moc"
