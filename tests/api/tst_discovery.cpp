// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/discovery.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace kule;

class tst_Discovery : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_folder;
    QString m_file = m_folder.filePath(QStringLiteral("engine-1.json"));
    static Discovery ours() { return {QCoreApplication::applicationPid(), QStringLiteral("http://127.0.0.1:3000"), QStringLiteral("1.0"), Secret("kule_x")}; }

private Q_SLOTS:
    void cleanup() { QFile::remove(m_file); }

    void isReadBackWhole()
    {
        QVERIFY(writeDiscovery(m_file, ours()));
        const auto read = readDiscovery(m_file);
        QVERIFY(read);
        QCOMPARE(read->pid, QCoreApplication::applicationPid());
        QCOMPARE(read->url, QStringLiteral("http://127.0.0.1:3000"));
        QCOMPARE(read->version, QStringLiteral("1.0"));
        QVERIFY(read->key.matches("kule_x"));
    }
    void isForItsOwnerOnly()
    {
        QVERIFY(writeDiscovery(m_file, ours()));
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(QFileInfo(m_file).permissions() & others));
    }
    void replacesWhatWasThereAndLeavesNothingBeside()
    {
        QVERIFY(writeDiscovery(m_file, ours()));
        QVERIFY(writeDiscovery(m_file, ours()));
        QCOMPARE(QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
    }
    void aDeadProcessCountsForNothing()
    {
        QProcess process;
        process.start(QCoreApplication::applicationFilePath(), {QStringLiteral("-functions")});
        const qint64 pid = process.processId();
        QVERIFY(process.waitForFinished());
        Discovery stale = ours();
        stale.pid = pid;
        QVERIFY(writeDiscovery(m_file, stale));
        QCOMPARE(readDiscovery(m_file).error().code, QByteArray("discovery.none"));
    }
    void garbageCountsForNothing_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("not json") << QByteArray("{\"pid\":");
        QTest::newRow("array") << QByteArray("[1]");
        QTest::newRow("no pid") << QByteArray("{}");
        QTest::newRow("pid text") << QByteArray("{\"pid\":\"1\"}");
        QTest::newRow("pid 0") << QByteArray("{\"pid\":0}");
        QTest::newRow("pid -1") << QByteArray("{\"pid\":-1}");
        QTest::newRow("pid beyond") << QByteArray("{\"pid\":99999999999}");
    }
    void garbageCountsForNothing()
    {
        QFETCH(QByteArray, content);
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        QCOMPARE(readDiscovery(m_file).error().code, QByteArray("discovery.none"));
    }
    void noFileIsNone() { QVERIFY(!readDiscovery(m_file)); }
    void removesOnlyItsOwn()
    {
        QVERIFY(writeDiscovery(m_file, ours()));
        removeDiscovery(m_file, QCoreApplication::applicationPid() + 1);
        QVERIFY(QFile::exists(m_file));
        removeDiscovery(m_file, QCoreApplication::applicationPid());
        QVERIFY(!QFile::exists(m_file));
    }
    void aFolderThatIsNotThereIsSaid()
    {
        const auto written = writeDiscovery(m_folder.filePath(QStringLiteral("none/engine.json")), ours());
        QCOMPARE(written.error().code, QByteArray("discovery.not_written"));
    }
};

QTEST_GUILESS_MAIN(tst_Discovery)
#include "tst_discovery.moc"
