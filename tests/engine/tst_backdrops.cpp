// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of titles over a real server: once from there, then from memory and disk; what a page names is not trusted.
#include "fakeclock.h"
#include "net/qthttpclient.h"
#include "scriptedserver.h"
#include "titles/backdrops.h"
#include "waitfor.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace kule;

namespace {

const QByteArray picture = QByteArray("\xff\xd8\xff\xe0") + QByteArray(2000, 'x');

} // namespace

class tst_Backdrops : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ScriptedServer> m_server;
    FakeClock m_clock;
    int m_asked = 0;

    QString folder() const { return m_folder->filePath(QStringLiteral("backdrops")); }
    QString url(const char *path = "art.jpg") const { return m_server->url(u'/' + QString::fromLatin1(path)); }
    void answer(const QByteArray &body, int status = 200, const std::vector<std::pair<QByteArray, QByteArray>> &headers = {})
    {
        m_server->handle([this, body, status, headers](const ScriptedServer::Seen &) {
            ++m_asked;
            return ScriptedServer::Answer{status, body, headers};
        });
    }
    /// As one life of the engine would.
    Result<Backdrop> get(const QString &from)
    {
        QtHttpClient http(m_clock);
        Backdrops backdrops(http, folder(), m_server->url(QString()));
        return waitFor(backdrops.get(from));
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<ScriptedServer>();
        m_asked = 0;
        answer(picture);
    }

    void comesOnceThenFromTheDisk()
    {
        const auto first = get(url());
        QVERIFY(first);
        QCOMPARE(first->bytes, picture);
        QCOMPARE(first->contentType, QByteArray("image/jpeg"));
        QCOMPARE(get(url())->bytes, picture);
        QCOMPARE(m_asked, 1);
        QVERIFY(QDir(folder()).removeRecursively()); // may be deleted at any time
        QVERIFY(get(url()));
        QCOMPARE(m_asked, 2);
    }

    void manyWhoAskAtOnceAreOneQuestion()
    {
        QtHttpClient http(m_clock);
        Backdrops backdrops(http, folder(), m_server->url(QString()));
        std::vector<Future<Result<Backdrop>>> all;
        for (int i = 0; i < 20; ++i)
            all.push_back(backdrops.get(url()));
        for (auto &one : all)
            QCOMPARE(waitFor(one)->bytes, picture);
        QCOMPARE(waitFor(backdrops.get(url()))->bytes, picture);
        QCOMPARE(m_asked, 1);
    }

    void aPlaceThatIsNotTheSitesIsNeverAsked_data()
    {
        QTest::addColumn<QString>("place");
        for (const char *place : {"http://127.0.0.1:1/x.jpg", "http://169.254.169.254/latest/meta-data", "https://evil.example/x.jpg", "https://nflxso.net.evil.example/x.jpg",
                                  "https://evilnflxso.net/x.jpg", "http://occ-0-1.1.nflxso.net/x.jpg", "https://occ-0-1.1.nflxso.net:8443/x.jpg", "file:///etc/passwd", "", "nonsense"})
            QTest::addRow("%s", place) << QString::fromLatin1(place);
    }
    void aPlaceThatIsNotTheSitesIsNeverAsked()
    {
        QFETCH(QString, place);
        QCOMPARE(get(place).error().code, QByteArray("title.backdrop_refused"));
    }

    void whatIsNoPictureIsRefusedAndNotKept()
    {
        answer("<html>no</html>");
        QCOMPARE(get(url()).error().code, QByteArray("title.backdrop_away"));
        answer(picture, 404);
        QCOMPARE(get(url()).error().code, QByteArray("title.backdrop_away"));
        answer({}, 302, {{"Location", "http://169.254.169.254/"}});
        QCOMPARE(get(url()).error().code, QByteArray("title.backdrop_away"));
        answer(picture + QByteArray(Backdrops::largest, 'x'));
        QCOMPARE(get(url()).error().code, QByteArray("title.backdrop_away"));
        answer(picture);
        QVERIFY(get(url()));
    }

    void aBrokenFileOnTheDiskIsFetchedAgain()
    {
        QVERIFY(get(url()));
        const QStringList files = QDir(folder()).entryList(QDir::Files);
        QCOMPARE(files.size(), 1);
        QFile file(folder() + u'/' + files.first());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("torn") == 4);
        file.close();
        QCOMPARE(get(url())->bytes, picture);
        QCOMPARE(m_asked, 2);
    }

    void aFolderThatCannotBeMadeIsNoReasonToFail()
    {
        QFile inTheWay(folder());
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        inTheWay.close();
        QVERIFY(get(url()));
        QVERIFY(get(url()));
        QCOMPARE(m_asked, 2);
    }

    void whoWaitsAtTheEndIsAnswered()
    {
        Future<Result<Backdrop>> waiting;
        {
            QtHttpClient http(m_clock);
            Backdrops backdrops(http, folder(), m_server->url(QString()));
            waiting = backdrops.get(url());
            QCoreApplication::sendPostedEvents(&backdrops);
        }
        QCOMPARE(waitFor(waiting).error().code, QByteArray("engine.gone"));
    }

    void knowsPicturesByTheirFirstBytes()
    {
        QCOMPARE(pictureTypeOf("\x89PNG\r\n\x1a\n.."), QByteArray("image/png"));
        QCOMPARE(pictureTypeOf("GIF89a.."), QByteArray("image/gif"));
        QCOMPARE(pictureTypeOf(QByteArray("RIFF\x10\0\0\0WEBPVP8 ", 16)), QByteArray("image/webp"));
        QCOMPARE(pictureTypeOf("RIFF"), QByteArray());
        QCOMPARE(pictureTypeOf(""), QByteArray());
    }
};

QTEST_GUILESS_MAIN(tst_Backdrops)
#include "tst_backdrops.moc"
