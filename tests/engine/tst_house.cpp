// SPDX-License-Identifier: GPL-3.0-or-later
// The direction of the house, read off its #include lines: who may know whom. A row that is broken names file and line.
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

class tst_House : public QObject
{
    Q_OBJECT
private:
    struct Include
    {
        QString file; ///< from the source folder: "engine/jobs/job.h"
        int line;
        QString target; ///< as written between the quotes or brackets
    };
    std::vector<Include> m_includes;

    /// Of a path inside engine/; empty for engine.h and services.h, which stand above or between the rooms.
    static QString roomOf(const QString &path)
    {
        for (const char *inner : {"api/http", "api/socketio", "api/jobevents"}) {
            if (path.startsWith(QLatin1String(inner) + u'/'))
                return QString::fromLatin1(inner);
        }
        return path.contains(u'/') ? path.section(u'/', 0, 0) : QString();
    }

    // The rooms that each room of the engine may know, besides itself. Lower ones first.
    const QHash<QString, QStringList> m_mayKnow{
        {QStringLiteral("base"), {}},
        {QStringLiteral("filter"), {QStringLiteral("base")}},
        {QStringLiteral("settings"), {QStringLiteral("base")}},
        {QStringLiteral("store"), {QStringLiteral("base")}},
        {QStringLiteral("net"), {QStringLiteral("base")}},
        {QStringLiteral("secrets"), {QStringLiteral("base"), QStringLiteral("settings")}},
        {QStringLiteral("activity"), {QStringLiteral("base"), QStringLiteral("filter"), QStringLiteral("store")}},
        {QStringLiteral("keys"), {QStringLiteral("base"), QStringLiteral("store"), QStringLiteral("activity")}},
        {QStringLiteral("logs"), {QStringLiteral("base")}},
        {QStringLiteral("fatals"), {QStringLiteral("base"), QStringLiteral("secrets"), QStringLiteral("filter"), QStringLiteral("settings"), QStringLiteral("store"), QStringLiteral("activity")}},
        {QStringLiteral("callbacks"), {QStringLiteral("base"), QStringLiteral("store"), QStringLiteral("activity"), QStringLiteral("net")}},
        {QStringLiteral("notify"), {QStringLiteral("base"), QStringLiteral("secrets"), QStringLiteral("net"), QStringLiteral("settings")}},
        {QStringLiteral("python"), {QStringLiteral("base"), QStringLiteral("secrets"), QStringLiteral("logs"), QStringLiteral("jobs")}},
        {QStringLiteral("jobs"), {QStringLiteral("base"), QStringLiteral("filter"), QStringLiteral("store"), QStringLiteral("activity"), QStringLiteral("fatals"), QStringLiteral("callbacks"), QStringLiteral("notify"), QStringLiteral("logs"), QStringLiteral("python")}},
        {QStringLiteral("overview"), {QStringLiteral("base"), QStringLiteral("store"), QStringLiteral("fatals"), QStringLiteral("callbacks"), QStringLiteral("jobs")}},
        {QStringLiteral("exports"), {QStringLiteral("base"), QStringLiteral("secrets"), QStringLiteral("store"), QStringLiteral("activity"), QStringLiteral("fatals"), QStringLiteral("jobs"), QStringLiteral("titles")}},
        {QStringLiteral("keeping"), {QStringLiteral("base"), QStringLiteral("settings"), QStringLiteral("store"), QStringLiteral("activity"), QStringLiteral("fatals"), QStringLiteral("callbacks"), QStringLiteral("jobs")}},
        {QStringLiteral("titles"), {QStringLiteral("base"), QStringLiteral("secrets"), QStringLiteral("filter"), QStringLiteral("net"), QStringLiteral("store"), QStringLiteral("activity"), QStringLiteral("jobs"), QStringLiteral("python")}},
        {QStringLiteral("schedule"), {QStringLiteral("base")}},
        {QStringLiteral("heroku"), {QStringLiteral("base"), QStringLiteral("schedule"), QStringLiteral("secrets"), QStringLiteral("store"), QStringLiteral("net"), QStringLiteral("activity")}},
        {QStringLiteral("bots"), {QStringLiteral("base"), QStringLiteral("titles"), QStringLiteral("schedule"), QStringLiteral("heroku"), QStringLiteral("secrets"), QStringLiteral("settings"), QStringLiteral("store"), QStringLiteral("net"), QStringLiteral("activity"), QStringLiteral("logs"), QStringLiteral("jobs"), QStringLiteral("python")}},
        {QStringLiteral("api/http"), {QStringLiteral("base")}},
        {QStringLiteral("api/socketio"), {QStringLiteral("base"), QStringLiteral("api/http")}},
        {QStringLiteral("api/jobevents"), {QStringLiteral("base"), QStringLiteral("secrets"), QStringLiteral("filter"), QStringLiteral("keys"), QStringLiteral("jobs"), QStringLiteral("api/http"), QStringLiteral("api/socketio")}},
        {QStringLiteral("api"), {QStringLiteral("base"), QStringLiteral("secrets"), QStringLiteral("filter"), QStringLiteral("settings"), QStringLiteral("store"), QStringLiteral("activity"), QStringLiteral("keys"), QStringLiteral("fatals"), QStringLiteral("callbacks"), QStringLiteral("logs"), QStringLiteral("jobs"), QStringLiteral("titles"), QStringLiteral("exports"), QStringLiteral("keeping"), QStringLiteral("overview"), QStringLiteral("schedule"), QStringLiteral("heroku"), QStringLiteral("bots"), QStringLiteral("api/http"), QStringLiteral("api/socketio"), QStringLiteral("api/jobevents")}},
    };

private Q_SLOTS:
    void initTestCase()
    {
        static const QRegularExpression pattern(QStringLiteral("^\\s*#\\s*include\\s*[<\"]([^>\"]+)[>\"]"));
        const QDir source(QStringLiteral(KULE_SOURCE_DIR));
        for (const QString &top : {QStringLiteral("engine"), QStringLiteral("app")}) {
            QDirIterator files(source.filePath(top), {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files, QDirIterator::Subdirectories);
            while (files.hasNext()) {
                QFile file(files.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                int number = 0;
                while (!file.atEnd()) {
                    ++number;
                    const auto match = pattern.match(QString::fromUtf8(file.readLine()));
                    if (match.hasMatch())
                        m_includes.push_back({source.relativeFilePath(file.fileName()), number, match.captured(1)});
                }
            }
        }
        QVERIFY(m_includes.size() > 100);
    }
    void eachRoomStandsInTheTable()
    {
        QSet<QString> rooms;
        QDirIterator files(QStringLiteral(KULE_SOURCE_DIR "/engine"), {QStringLiteral("CMakeLists.txt")}, QDir::Files, QDirIterator::Subdirectories);
        const QDir engine(QStringLiteral(KULE_SOURCE_DIR "/engine"));
        while (files.hasNext())
            rooms += engine.relativeFilePath(QFileInfo(files.next()).path());
        rooms.remove(QStringLiteral("."));
        QVERIFY(rooms.contains(QStringLiteral("api/http")));
        for (const QString &room : rooms)
            QVERIFY2(m_mayKnow.contains(room), qPrintable(room));
    }
    void eachRoomKnowsOnlyLowerOnes()
    {
        QStringList broken;
        for (const Include &include : m_includes) {
            const QString room = roomOf(include.file.mid(QStringLiteral("engine/").size()));
            if (!include.file.startsWith(QLatin1String("engine/")) || !m_mayKnow.contains(room))
                continue;
            const QString other = roomOf(include.target);
            const bool isHigher = m_mayKnow.contains(other) && other != room && !m_mayKnow[room].contains(other);
            const bool isDoor = include.target == QLatin1String("engine.h") || (include.target == QLatin1String("services.h") && room != QLatin1String("api"));
            if (isHigher || isDoor)
                broken += QStringLiteral("%1:%2 includes %3").arg(include.file).arg(include.line).arg(include.target);
        }
        QVERIFY2(broken.isEmpty(), qPrintable(broken.join(u'\n')));
    }
    void theEngineKnowsNoWindow()
    {
        static const QRegularExpression window(QStringLiteral("^(Q(Widget|Application|GuiApplication|Icon|Color|Painter|Palette|Pixmap|Image|Font|Window|Action)$|QtGui|QtWidgets|panels/|widgets/|dialogs/|theme/|models/|lists/|logview/)"));
        QStringList broken;
        for (const Include &include : m_includes) {
            const bool isBelow = include.file.startsWith(QLatin1String("engine/")) || include.file.startsWith(QLatin1String("app/cli/"));
            if (isBelow && window.match(include.target).hasMatch())
                broken += QStringLiteral("%1:%2 includes %3").arg(include.file).arg(include.line).arg(include.target);
        }
        QVERIFY2(broken.isEmpty(), qPrintable(broken.join(u'\n')));
    }
    void theFuturesAreOurOwn()
    {
        static const QRegularExpression others(QStringLiteral("(^|/)(QFuture\\w*|QPromise|qfuture\\w*\\.h|qpromise\\.h|QtConcurrent\\w*)$"));
        QVERIFY(others.match(QStringLiteral("QtCore/QFutureWatcher")).hasMatch());
        QStringList broken;
        for (const Include &include : m_includes) {
            if (others.match(include.target).hasMatch())
                broken += QStringLiteral("%1:%2 includes %3; base/future.h says why not").arg(include.file).arg(include.line).arg(include.target);
        }
        QVERIFY2(broken.isEmpty(), qPrintable(broken.join(u'\n')));
    }
    void panelsKnowNeitherEachOtherNorTheWorkshop()
    {
        QStringList broken;
        for (const Include &include : m_includes) {
            if (!include.file.startsWith(QLatin1String("app/panels/")))
                continue;
            const QString panel = include.file.section(u'/', 2, 2);
            const bool isOther = include.target.startsWith(QLatin1String("panels/")) && include.target.count(u'/') > 1 && include.target.section(u'/', 1, 1) != panel;
            static const QStringList workshop{QStringLiteral("engine.h"),          QStringLiteral("store/store.h"),       QStringLiteral("store/database.h"), QStringLiteral("jobs/scriptjobs.h"),
                                              QStringLiteral("jobs/jobrunner.h"),  QStringLiteral("jobs/jobrows.h"),      QStringLiteral("keys/keyservice.h"), QStringLiteral("api/apiserver.h"),
                                              QStringLiteral("sqlite3.h"),         QStringLiteral("QFile"),            QStringLiteral("QSaveFile"),
                                              QStringLiteral("QTcpSocket"),        QStringLiteral("QNetworkAccessManager")};
            if (isOther || workshop.contains(include.target))
                broken += QStringLiteral("%1:%2 includes %3").arg(include.file).arg(include.line).arg(include.target);
        }
        QVERIFY2(broken.isEmpty(), qPrintable(broken.join(u'\n')));
    }
};

QTEST_GUILESS_MAIN(tst_House)
#include "tst_house.moc"
