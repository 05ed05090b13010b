// SPDX-License-Identifier: GPL-3.0-or-later
// A log of 1 GB in the window, over a real engine and real files: open, jump to the end and into the middle, regular
// expression over all. Run with QT_QPA_PLATFORM=offscreen; a folder as argument keeps the log off /tmp. Peer: grep -P.
#include "engine.h"
#include "panels/jobs/joblogpane.h"
#include "store/store.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTimer>

#include <cstdio>

using namespace kule;

namespace {

constexpr qint64 wholeLog = 1 << 30;
constexpr qint64 segmentBytes = 1 << 20;

void waitUntil(const std::function<bool()> &isThere)
{
    QTimer tick; // waiting ends only with an event that comes after the one waited for
    tick.start(1);
    while (!isThere())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

/// Segments as the engine writes them.
QStringList writeLog(const QString &base)
{
    QDir().mkpath(base.section(u'/', 0, -2));
    QStringList files;
    QByteArray segment;
    qint64 line = 0;
    for (qint64 at = 0; at < wholeLog; at += segment.size()) {
        segment.clear();
        while (segment.size() < segmentBytes) {
            segment += "2026-11-21T00:33:09.123Z INFO worker " + QByteArray::number(line % 17) + " handled request /api/items/"
                + QByteArray::number(line) + " in " + QByteArray::number(line % 90) + " ms with status 200\n";
            ++line;
        }
        QFile file(base + QStringLiteral(".%1.log").arg(at, 20, 10, QLatin1Char('0')));
        if (!file.open(QIODevice::WriteOnly) || file.write(segment) != segment.size())
            qFatal("The log cannot be written: %s", qPrintable(file.errorString()));
        files << file.fileName();
    }
    return files;
}

/// Of this process: KiB from /proc, 0 elsewhere.
qint64 memoryKib(const QByteArray &what)
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray all = status.readAll();
    const qsizetype at = all.indexOf(what);
    return at < 0 ? 0 : all.mid(at + what.size()).trimmed().split(' ').first().toLongLong();
}

} // namespace

int main(int count, char **words)
{
    qputenv("QT_NO_GLIB", "1");
    QApplication app(count, words);
    QTemporaryDir home(count > 1 ? QString::fromLocal8Bit(words[1]) + QStringLiteral("/kule-XXXXXX") : QDir::tempPath() + QStringLiteral("/kule-XXXXXX"));
    EngineOptions options;
    options.listens = false;
    options.folders = Folders::resolve(home.filePath(QStringLiteral("data")));
    auto engine = Engine::start(std::move(options));
    if (!engine)
        qFatal("%s", qPrintable(engine.error().message.english()));
    JobService &jobs = (*engine)->jobs();

    QDir().mkpath(home.filePath(QStringLiteral("data/packages")));
    QFile script(home.filePath(QStringLiteral("data/packages/quiet.py")));
    if (!script.open(QIODevice::WriteOnly) || script.write("def boot(): pass\n") < 0)
        qFatal("No script");
    script.close();
    JobRequest request;
    request.processId = "log";
    request.filePath = QStringLiteral("packages/quiet.py");
    std::optional<Job> ended;
    QObject context;
    QObject::connect(&jobs, &JobService::changed, &context, [&](const Job &job) {
        if (!isOpen(job.state))
            ended = job;
    });
    whenDone(jobs.submit(request, Actor::console()), &context, [](Result<Submitted> submitted) {
        if (!submitted)
            qFatal("%s", qPrintable(submitted.error().message.english()));
    });
    waitUntil([&] { return ended.has_value(); });
    const QString id = ended->id.value;
    const QStringList files = writeLog(home.filePath(QStringLiteral("data/logs/") + id.left(2) + u'/' + id + QStringLiteral("/1")));

    const qint64 before = memoryKib("VmRSS:");
    JobLogFeed feed(jobs);
    LogView view(feed);
    view.resize(900, 600);
    view.show();
    const auto isFilled = [&] { return !view.visibleText().isEmpty() && !view.visibleText().constFirst().isEmpty(); };
    QElapsedTimer timer;
    timer.start();
    feed.point(ended->id, 1);
    view.open(0);
    waitUntil(isFilled);
    std::printf("open            %6.1f ms   (wanted: 1,000)\n", double(timer.nsecsElapsed()) / 1e6);

    const qint64 size = view.source().size();
    QScrollBar *bar = view.verticalScrollBar();
    timer.restart();
    bar->setSliderPosition(0);
    waitUntil([&] { return isFilled() && view.topOffset() == 0; });
    std::printf("jump to begin   %6.1f ms\n", double(timer.nsecsElapsed()) / 1e6);
    timer.restart();
    bar->setSliderPosition(bar->maximum() / 2);
    waitUntil(isFilled);
    std::printf("jump to middle  %6.1f ms\n", double(timer.nsecsElapsed()) / 1e6);
    timer.restart();
    view.setFollowing(true);
    waitUntil([&] { return isFilled() && view.topOffset() > size - 100'000; });
    std::printf("jump to end     %6.1f ms   (wanted: 50)\n", double(timer.nsecsElapsed()) / 1e6);

    const QString patterns[] = {QStringLiteral("status 5\\d\\d$"), QStringLiteral("error|fatal|panic"), QStringLiteral("\\bno such words\\b")};
    for (const QString &pattern : patterns) {
        bar->setSliderPosition(0);
        waitUntil([&] { return isFilled() && view.topOffset() == 0; });
        bool hasEnded = false;
        QObject run;
        QObject::connect(&view, &LogView::searchEnded, &run, [&](bool) { hasEnded = true; });
        timer.restart();
        view.search(QRegularExpression(pattern, QRegularExpression::CaseInsensitiveOption), SearchDirection::Forward);
        waitUntil([&] { return hasEnded; });
        const double ours = double(size) / 1e6 / (double(timer.nsecsElapsed()) / 1e9);
        timer.restart();
        QProcess grep;
        grep.start(QStringLiteral("grep"), QStringList{QStringLiteral("-icP"), pattern, QStringLiteral("-h")} + files);
        grep.waitForFinished(-1);
        const double peer = double(size) / 1e6 / (double(timer.nsecsElapsed()) / 1e9);
        std::printf("regex %-22s %6.0f MB/s   (wanted: 300; grep -P: %.0f, ratio %.2f)\n", qPrintable(pattern), ours, peer, ours / peer);
    }
    std::printf("memory          %6.1f MB at most, %.1f before the log (wanted: < 100)\n", double(memoryKib("VmHWM:")) / 1024, double(before) / 1024);
    return 0;
}
