// SPDX-License-Identifier: GPL-3.0-or-later
// Which Python is taken, and what is said of those that are not.
#include "fakeclock.h"
#include "python/interpreter.h"
#include "python/workerfiles.h"
#include "waitfor.h"

#include <QDir>
#include <QTemporaryDir>

using namespace kule;
using namespace std::chrono_literals;

class tst_Interpreter : public QObject
{
    Q_OBJECT
private:
    QString program(const QByteArray &shell) const
    {
        QFile file(m_folder.filePath(QStringLiteral("python3")));
        if (file.open(QIODevice::WriteOnly))
            file.write("#!/bin/sh\n" + shell + '\n');
        file.close();
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return file.fileName();
    }
    Result<Interpreter> find(const QString &setting) { return waitFor(findInterpreter(setting, this, m_clock)); }
    QTemporaryDir m_folder;
    FakeClock m_clock;

private Q_SLOTS:
    void takesTheOneThatIsNamed()
    {
        const auto found = find(QStringLiteral("/usr/bin/python3"));
        QVERIFY(found);
        QCOMPARE(found->path, QStringLiteral("/usr/bin/python3"));
        QVERIFY(found->version.startsWith(QLatin1String("3.")));
        QCOMPARE(m_clock.pending(), 0);
    }
    void resolvesAShim()
    {
        const auto found = find(program("exec /usr/bin/python3 \"$@\""));
        QVERIFY(found);
        QCOMPARE(found->path, QStringLiteral("/usr/bin/python3"));
    }
    void resolvesAVirtualEnvironment()
    {
        // What venv makes: a link to the interpreter, and a file that names its home.
        const QDir venv(m_folder.filePath(QStringLiteral("venv")));
        QVERIFY(venv.mkpath(QStringLiteral("bin")));
        QVERIFY(QFile::link(QStringLiteral("/usr/bin/python3"), venv.filePath(QStringLiteral("bin/python3"))));
        QFile configuration(venv.filePath(QStringLiteral("pyvenv.cfg")));
        QVERIFY(configuration.open(QIODevice::WriteOnly));
        configuration.write("home = /usr/bin\ninclude-system-site-packages = false\n");
        configuration.close();
        const auto found = find(venv.filePath(QStringLiteral("bin/python3")));
        QVERIFY(found);
        QCOMPARE(found->path, venv.filePath(QStringLiteral("bin/python3")));
        QVERIFY(!found->hasSelenium);
    }
    void readsTheLastLineOnly()
    {
        const auto found = find(program("echo hello from a site hook; exec /usr/bin/python3 \"$@\""));
        QVERIFY(found);
    }
    void refusals_data()
    {
        QTest::addColumn<QByteArray>("shell");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QString>("word");
        QTest::newRow("old") << QByteArray("echo '{\"kule\": true, \"version\": [3, 8, 10]}'") << QByteArray("python.too_old") << QStringLiteral("3.8.10");
        QTest::newRow("two") << QByteArray("echo '{\"kule\": true, \"version\": [2, 7, 18]}'") << QByteArray("python.too_old") << QStringLiteral("2.7.18");
        QTest::newRow("silent") << QByteArray("exit 0") << QByteArray("python.broken") << QString();
        QTest::newRow("fails") << QByteArray("echo no encodings module >&2; exit 1") << QByteArray("python.broken") << QStringLiteral("no encodings module");
        QTest::newRow("says something else") << QByteArray("echo '{\"version\": [3, 11, 0]}'") << QByteArray("python.broken") << QStringLiteral("version");
        QTest::newRow("strange version") << QByteArray("echo '{\"kule\": true, \"version\": [\"3\", 11]}'") << QByteArray("python.broken") << QString();
        QTest::newRow("dies") << QByteArray("kill -9 $$") << QByteArray("python.broken") << QString();
    }
    void refusals()
    {
        QFETCH(QByteArray, shell);
        QFETCH(QByteArray, code);
        QFETCH(QString, word);
        const auto found = find(program(shell));
        QVERIFY(!found);
        QCOMPARE(found.error().code, code);
        QVERIFY2(found.error().message.english().contains(word), qPrintable(found.error().message.english()));
    }
    void whatIsNotThere()
    {
        QCOMPARE(find(QStringLiteral("/no/such/python")).error().code, QByteArray("python.not_found"));
        QCOMPARE(find(m_folder.path()).error().code, QByteArray("python.not_found"));
    }
    void oneThatNeverAnswersIsGivenUp()
    {
        const auto answer = findInterpreter(program("exec sleep 1000"), this, m_clock);
        QTRY_COMPARE(m_clock.pending(), 1);
        m_clock.advance(10s);
        QCOMPARE(waitFor(answer).error().code, QByteArray("python.broken"));
    }
    void theFilesAreLaidOutOnceAndMended()
    {
        const QString runtime = m_folder.filePath(QStringLiteral("runtime"));
        const auto folder = layOutWorkerFiles(runtime);
        QVERIFY(folder);
        QFile file(*folder + QStringLiteral("/kule_worker/main.py"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("damaged");
        file.close();
        QCOMPARE(layOutWorkerFiles(runtime).value(), *folder);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("def main"));
        QCOMPARE(QDir(runtime).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(), 1);
        QVERIFY(!(QFileInfo(runtime).permissions() & (QFile::ReadGroup | QFile::ReadOther)));
    }
    void aFolderThatRefusesIsSaid()
    {
        QFile file(m_folder.filePath(QStringLiteral("file")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const auto folder = layOutWorkerFiles(m_folder.filePath(QStringLiteral("file/runtime")));
        QVERIFY(!folder);
        QCOMPARE(folder.error().code, QByteArray("python.files"));
    }
};

QTEST_GUILESS_MAIN(tst_Interpreter)
#include "tst_interpreter.moc"
