// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/scriptfiles.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace kule;

class tst_ScriptFiles : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_folder;
    QStringList m_roots;

    void put(const QString &path)
    {
        QDir().mkpath(QFileInfo(m_folder.filePath(path)).path());
        QFile file(m_folder.filePath(path));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("x");
    }

private Q_SLOTS:
    void initTestCase()
    {
        put(QStringLiteral("packages/example.py"));
        put(QStringLiteral("packages/alt/ışık İ.py"));
        put(QStringLiteral("other/second.py"));
        put(QStringLiteral("secret/outside.py"));
        QFile::link(m_folder.filePath(QStringLiteral("secret/outside.py")), m_folder.filePath(QStringLiteral("packages/link.py")));
        QFile::link(m_folder.filePath(QStringLiteral("packages/example.py")), m_folder.filePath(QStringLiteral("packages/inner.py")));
        m_roots = {m_folder.filePath(QStringLiteral("packages")), m_folder.filePath(QStringLiteral("other"))};
    }
    void aPathNamesAFileInTheRootsOrNothing_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("expected"); // the end of the file found, or the error's code
        const auto row = [](const char *name, const QString &path, const char *expected) { QTest::newRow(name) << path << QString::fromUtf8(expected); };
        row("by root's name", QStringLiteral("packages/example.py"), "packages/example.py");
        row("bare", QStringLiteral("example.py"), "packages/example.py");
        row("second root", QStringLiteral("second.py"), "other/second.py");
        row("turkish", QStringLiteral("packages/alt/ışık İ.py"), "alt/ışık İ.py");
        row("dots inside", QStringLiteral("packages/alt/../example.py"), "packages/example.py");
        row("absolute", m_folder.filePath(QStringLiteral("other/second.py")), "other/second.py");
        row("link within", QStringLiteral("inner.py"), "packages/example.py");
        row("missing", QStringLiteral("packages/none.py"), "job.file_not_found");
        row("dots out", QStringLiteral("../secret/outside.py"), "job.path_outside_roots");
        row("dots out, by name", QStringLiteral("packages/../../secret/outside.py"), "job.path_outside_roots");
        row("dots out, missing", QStringLiteral("../../none.py"), "job.path_outside_roots");
        row("absolute out", QStringLiteral("/etc/passwd"), "job.path_outside_roots");
        row("absolute out, missing", QStringLiteral("/none/at/all.py"), "job.path_outside_roots");
        row("neighbour with the same beginning", m_folder.filePath(QStringLiteral("packages2/x.py")), "job.path_outside_roots");
        row("link out", QStringLiteral("packages/link.py"), "job.path_outside_roots");
        row("folder", QStringLiteral("packages/alt"), "job.not_a_file");
        row("empty", QString(), "job.bad_request");
        row("nul", QStringLiteral("a") + QChar(u'\0') + QStringLiteral(".py"), "job.bad_request");
        row("very long", QString(5000, u'a'), "job.bad_request");
        row("long segment", QString(300, u'a') + QStringLiteral(".py"), "job.file_not_found");
    }
    void aPathNamesAFileInTheRootsOrNothing()
    {
        QFETCH(QString, path);
        QFETCH(QString, expected);
        const auto script = loadScript(path, m_roots);
        const QString answer = script ? script->path : QString::fromLatin1(script.error().code);
        QVERIFY2(answer.endsWith(expected), qPrintable(answer));
    }
    void aDeviceIsNotAFile()
    {
        QCOMPARE(loadScript(QStringLiteral("/dev/zero"), {QStringLiteral("/dev")}).error().code, QByteArray("job.not_a_file"));
    }
    void scriptsAreListedAsTheyAreNamed()
    {
        const QStringList scripts = listScripts(m_roots, 100);
        QVERIFY(scripts.contains(QStringLiteral("packages/example.py")));
        QVERIFY(scripts.contains(QStringLiteral("other/second.py")));
        QCOMPARE(listScripts(m_roots, 1).size(), 1);
    }
};

QTEST_GUILESS_MAIN(tst_ScriptFiles)
#include "tst_scriptfiles.moc"
