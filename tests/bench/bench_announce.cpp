// SPDX-License-Identifier: GPL-3.0-or-later
// One announcement to 100,000 subscriptions: how long until it is queued, and how fast, how evenly and with how much memory it is
// sent. Sends to a server that answers at once, for ten seconds of real time; the rest of the hour is counted, not waited for.
//   bench_announce [subscriptions] [seconds]
#include "bots/sender.h"
#include "bots/tables/bottable.h"
#include "bots/tables/subscriptiontable.h"
#include "net/qthttpclient.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QThread>
#include <QTimer>

#include <cstdio>

using namespace kule;

namespace {

double memoryMiB(const char *field)
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith(field))
            return line.simplified().split(' ').value(1).toDouble() / 1024;
    }
    return 0;
}

template <class T>
T waited(const Future<Result<T>> &future)
{
    Future<Result<T>> copy = future;
    copy.wait();
    const Result<T> result = copy.wait();
    if (!result) {
        std::fprintf(stderr, "%s\n", qPrintable(result.error().message.english()));
        std::exit(1);
    }
    if constexpr (!std::is_void_v<T>)
        return *result;
}

/// Answers each request at once and notes when it came.
class Sink : public QObject
{
public:
    Sink()
        : server(this) // so that it moves along
    {
        server.listen(QHostAddress::LocalHost);
        connect(&server, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *socket = server.nextPendingConnection())
                connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
                    rest[socket] += socket->readAll();
                    QByteArray &bytes = rest[socket];
                    for (qsizetype head = bytes.indexOf("\r\n\r\n"); head >= 0; head = bytes.indexOf("\r\n\r\n")) {
                        const qsizetype field = bytes.toLower().indexOf("content-length:");
                        const qsizetype length = field < 0 ? 0 : bytes.mid(field + 15, bytes.indexOf("\r\n", field) - field - 15).trimmed().toLongLong();
                        if (bytes.size() < head + 4 + length)
                            return;
                        bytes.remove(0, head + 4 + length);
                        came.push_back(clock.steadyMs());
                        const QByteArray body = R"({"ok":true,"result":{"message_id":)" + QByteArray::number(came.size()) + "}}";
                        socket->write("HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
                    }
                });
        });
    }
    QTcpServer server;
    QHash<QTcpSocket *, QByteArray> rest;
    SystemClock clock;
    std::vector<qint64> came;
};

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_NO_GLIB", "1");
    QCoreApplication application(argc, argv);
    const int subscriptions = argc > 1 ? atoi(argv[1]) : 100'000;
    const int seconds = argc > 2 ? atoi(argv[2]) : 10;
    QTemporaryDir folder;
    auto store = Store::open({.file = folder.filePath(QStringLiteral("kule.db")), .backupFolder = folder.filePath(QStringLiteral("backups")), .schemaFolder = QStringLiteral(KULE_SCHEMA_FOLDER)}, 1);
    if (!store)
        return 1;
    Bot bot;
    bot.id = BotId::random();
    bot.name = QStringLiteral("duyuru");
    bot.seq = waited((*store)->write([bot](Database &database) { return bottable::add(database, bot, {}, 1); })).seq;
    waited((*store)->write([&](Database &database) -> Result<int> {
        for (int i = 1; i <= subscriptions; ++i) {
            if (auto begun = subscriptiontable::begin(database, bot.seq, i, QStringLiteral("Ayşe"), i, 1); !begun)
                return fail(begun.error());
        }
        return subscriptions;
    }));
    const double before = memoryMiB("VmRSS:");
    QElapsedTimer timer;
    timer.start();
    const std::vector<Outgoing> parts{{.text = QStringLiteral("DUYURU:\nBaşlık\n\n") + QStringLiteral("kelime ").repeated(200)}};
    const auto queued = waited((*store)->write([&](Database &database) { return ledgertable::announce(database, bot.seq, QStringLiteral("page"), QStringLiteral("1"), parts, 2); }));
    const auto queuedMs = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    std::printf("%lld deliveries queued in %.0f ms, memory %.1f MiB before, %.1f MiB after\n", static_cast<long long>(queued.value_or(0)), queuedMs, before, memoryMiB("VmRSS:"));

    QThread thread;
    auto sink = std::make_unique<Sink>();
    const QString url = QStringLiteral("http://127.0.0.1:%1").arg(sink->server.serverPort());
    sink->moveToThread(&thread);
    thread.start();
    SystemClock clock;
    QtHttpClient http(clock);
    TelegramClient telegram(http, url, std::make_shared<const Secret>("1:AA"));
    Sender sender(**store, telegram, clock, bot.seq, 1);
    QEventLoop loop;
    QTimer::singleShot(std::chrono::seconds(seconds), &loop, [&loop] { loop.quit(); });
    sender.start();
    loop.exec();
    QObject::connect(&sender, &Sender::idle, &loop, [&loop] { loop.quit(); });
    sender.stop();
    if (!sender.isIdle())
        loop.exec();
    std::vector<qint64> came;
    QMetaObject::invokeMethod(sink.get(), [&] { came = sink->came; sink.reset(); }, Qt::BlockingQueuedConnection);
    thread.quit();
    thread.wait();
    std::size_t most = 0;
    for (std::size_t first = 0, i = 0; i < came.size(); ++i) {
        while (came[i] - came[first] >= 1000)
            ++first;
        most = std::max(most, i - first + 1);
    }
    // The first thirty leave at once: what comes behind them shows the pace.
    const double rate = came.size() > RateLimits::aSecond ? 1000.0 * double(came.size() - RateLimits::aSecond) / double(came.back() - came.front()) : 0;
    std::printf("%zu sent in %d s: %.2f a second, at most %zu in any second; memory %.1f MiB at most\n", came.size(), seconds, rate, most, memoryMiB("VmHWM:"));
    std::printf("all %d would take %.0f s; at 30 a second it is %.0f s\n", subscriptions, rate > 0 ? subscriptions / rate : 0, subscriptions / 30.0);
    return 0;
}
