// SPDX-License-Identifier: GPL-3.0-or-later
// Output on its way to the disk and back: times, caps, holes, slices.
#include "fakeclock.h"
#include "logs/logreader.h"
#include "python/logwriter.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace kule;
using namespace std::chrono_literals;

class tst_JobLog : public QObject
{
    Q_OBJECT
private:
    QString base() const { return m_folder->filePath(QStringLiteral("1")); }
    QStringList files() const { return QDir(m_folder->path()).entryList(QDir::Files, QDir::Name); }
    LogSlice slice(qint64 offset, qint64 limit) const { return readLog(base(), offset, limit, false).value(); }
    qint64 kept() const
    {
        qint64 bytes = 0;
        const auto entries = QDir(m_folder->path()).entryInfoList(QDir::Files);
        for (const QFileInfo &entry : entries)
            bytes += entry.size();
        return bytes;
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakeClock> m_clock;
    Redactor m_redactor;

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_clock = std::make_unique<FakeClock>();
    }

    void stampsEachLineWithTheTimeOfItsFirstByte()
    {
        LogWriter writer(base(), 1 << 20, *m_clock, m_redactor);
        const QByteArray first = isoTime(m_clock->wallMs());
        writer.append("a");
        m_clock->advance(1500ms);
        writer.append("b\n\nc");
        const QByteArray second = isoTime(m_clock->wallMs());
        writer.close();
        QCOMPARE(slice(0, 1000).text, first + " ab\n" + second + " \n" + second + " c");
        QCOMPARE(first.size() + 1, logStampSize);
        QCOMPARE(writer.size(), slice(0, 1000).size);
    }
    void withoutOutputThereIsNoFile()
    {
        LogWriter(base(), 1000, *m_clock, m_redactor).append({});
        QVERIFY(files().isEmpty());
        const LogSlice none = readLog(base(), 5, 100, true).value();
        QCOMPARE(none.size, 0);
        QCOMPARE(none.offset, 0);
        QVERIFY(none.isComplete);
        QVERIFY(readLogTail(base(), 100, false)->text.isEmpty());
        QVERIFY(lastLogLines(base(), 5).isEmpty());
    }
    void keepsHeadAndTailUnderTheCap_data()
    {
        QTest::addColumn<int>("cap");
        QTest::addColumn<int>("piece");
        for (const int cap : {64, 1000, 65536}) {
            for (const int piece : {13, 4096, 100'000})
                QTest::addRow("%d by %d", cap, piece) << cap << piece;
        }
    }
    void keepsHeadAndTailUnderTheCap()
    {
        QFETCH(int, cap);
        QFETCH(int, piece);
        QByteArray text;
        for (int i = 0; text.size() < 3 * cap + 5000; ++i)
            text += "line " + QByteArray::number(i) + '\n';
        LogWriter writer(base(), cap, *m_clock, m_redactor);
        for (qsizetype at = 0; at < text.size(); at += piece) {
            writer.append(text.mid(at, piece));
            if (at % 1000 == 0)
                QVERIFY(kept() <= cap);
        }
        writer.close();
        QVERIFY(kept() <= cap && kept() > cap / 2);
        // Walking by next meets the hole once, says how long it is, and reaches the end.
        qint64 at = 0, read = 0, skipped = 0;
        int holes = 0;
        for (LogSlice part = slice(0, 500); !part.text.isEmpty(); part = slice(at, 500)) {
            QCOMPARE(part.offset, at + part.skipped);
            read += part.text.size();
            skipped += part.skipped;
            holes += part.skipped > 0;
            at = part.next;
        }
        QCOMPARE(at, writer.size());
        QCOMPARE(read + skipped, writer.size());
        QCOMPARE(holes, 1);
        QVERIFY(text.endsWith(slice(writer.size() - 5, 100).text));
    }
    void slicesEndAtLines()
    {
        LogWriter writer(base(), 1 << 20, *m_clock, m_redactor);
        for (int i = 0; i < 100; ++i)
            writer.append("0123456789\n");
        writer.close();
        const qint64 line = logStampSize + 11;
        const LogSlice one = slice(0, line + 5);
        QCOMPARE(one.next, line);
        QVERIFY(one.text.endsWith("9\n"));
        QCOMPARE(slice(3, 5).text.size(), 5); // no end in reach
        QCOMPARE(slice(1 << 30, 5).offset, writer.size());
        QCOMPARE(slice(-5, line).offset, 0);
        const LogSlice tail = readLogTail(base(), 2 * line + 5, true).value();
        QCOMPARE(tail.offset, writer.size() - 2 * line);
        QCOMPARE(tail.next, writer.size());
        QVERIFY(tail.isComplete);
        QCOMPARE(lastLogLines(base(), 2), (QStringList{QStringLiteral("0123456789"), QStringLiteral("0123456789")}));
        QCOMPARE(lastLogLines(base(), 1000).size(), 100);
    }
    void aLineLongerThanTheCap()
    {
        LogWriter writer(base(), 8000, *m_clock, m_redactor);
        for (int i = 0; i < 100; ++i)
            writer.append(QByteArray(1000, 'x'));
        writer.append("\nend");
        writer.close();
        QVERIFY(kept() <= 8000);
        QCOMPARE(lastLogLines(base(), 1), QStringList{QStringLiteral("end")});
        QCOMPARE(lastLogLines(base(), 5).first(), QString(1000, u'x')); // of the segment before
    }
    void aFolderThatCannotBeMadeMakesAHole()
    {
        QFile inTheWay(m_folder->filePath(QStringLiteral("later")));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        inTheWay.close();
        LogWriter writer(m_folder->filePath(QStringLiteral("later/1")), 8000, *m_clock, m_redactor);
        writer.append("lost\n");
        const qint64 lost = writer.size();
        QVERIFY(inTheWay.remove());
        writer.append("kept\n");
        writer.close();
        const LogSlice found = readLog(m_folder->filePath(QStringLiteral("later/1")), 0, 1000, true).value();
        QCOMPARE(found.skipped, lost);
        QVERIFY(found.text.endsWith("kept\n"));
    }
    void otherFilesAreNoSegments()
    {
        for (const char *name : {"1.5.log", "1.0000000000000000000x.log", "10.00000000000000000000.log", "1.log"}) {
            QFile file(m_folder->filePath(QString::fromLatin1(name)));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("x");
        }
        QCOMPARE(slice(0, 100).size, 0);
    }
};

QTEST_GUILESS_MAIN(tst_JobLog)
#include "tst_joblog.moc"
