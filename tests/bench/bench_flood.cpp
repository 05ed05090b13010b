// SPDX-License-Identifier: GPL-3.0-or-later
// The window while much happens: a job that prints 10,000 lines a second with its log open, 100 jobs that report progress
// ten times a second each, all real, through a real engine. Prints how long the gui thread was ever away from its loop.
// Run with QT_QPA_PLATFORM=offscreen (or under Xvfb): bench_flood [seconds, 60]
#include "engine.h"
#include "jobs/jobservice.h"
#include "languages.h"
#include "mainwindow.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>

using namespace kule;

namespace {

constexpr int reporters = 100;

const char *const printerScript = R"(import sys, time
def boot(seconds):
    begin = time.monotonic()
    count = 0
    while (now := time.monotonic() - begin) < seconds:
        due = int(now * 10000) - count
        if due > 0:
            sys.stdout.write(''.join(f'\x1b[32mINFO\x1b[0m line {n} of a flood of ordinary words\n' for n in range(count, count + due)))
            sys.stdout.flush()
            count += due
        time.sleep(0.005)
    return count
)";
const char *const reporterScript = R"(import time
def boot(seconds):
    begin = time.monotonic()
    while (now := time.monotonic() - begin) < seconds:
        report_progress(100 * now / seconds, f'step at {now:.2f}')
        time.sleep(0.1)
)";

void writeScript(const QString &file, const char *text)
{
    QFile script(file);
    if (!script.open(QIODevice::WriteOnly) || script.write(text) < 0)
        qFatal("%s cannot be written", qPrintable(file));
}

double milliseconds(qint64 nanoseconds)
{
    return static_cast<double>(nanoseconds) / 1e6;
}

} // namespace

int main(int count, char **words)
{
    qputenv("QT_NO_GLIB", "1");
    QApplication app(count, words);
    const int seconds = count > 1 ? std::max(1, atoi(words[1])) : 60;
    QTemporaryDir home;
    EngineOptions options;
    options.folders = Folders::resolve(home.filePath(QStringLiteral("data")));
    options.listens = false;
    options.flags = {{Setting::JobsConcurrency, QString::number(reporters + 1)}};
    const Folders folders = options.folders;
    auto engine = Engine::start(std::move(options));
    if (!engine)
        qFatal("%s", qPrintable(engine.error().message.english()));
    writeScript(folders.packages() + QStringLiteral("/printer.py"), printerScript);
    writeScript(folders.packages() + QStringLiteral("/reporter.py"), reporterScript);

    {
        Theme theme(app);
        Languages languages(app);
        UiState state(home.filePath(QStringLiteral("window.json")), Json::object());
        MainWindow window({panelRows(), theme, languages, state});
        window.resize(1280, 800);
        window.show();
        window.setConsole({(*engine)->services(), (*engine)->api(), folders});

        JobService &jobs = (*engine)->jobs();
        QObject context;
        qint64 changes = 0, logBytes = 0;
        QObject::connect(&jobs, &JobService::changed, &context, [&](const Job &) { ++changes; });
        QObject::connect(&jobs, &JobService::logGrown, &context, [&](const JobId &, int, qint64 bytes) { logBytes = std::max(logBytes, bytes); });
        for (int i = 0; i <= reporters; ++i) {
            JobRequest request;
            request.processId = i;
            request.filePath = i == 0 ? QStringLiteral("packages/printer.py") : QStringLiteral("packages/reporter.py");
            request.args = Json::array({seconds + 2});
            whenDone(jobs.submit(request, Actor::console()), &context, [&window, i](Result<Submitted> submitted) {
                if (!submitted)
                    qFatal("%s", qPrintable(submitted.error().message.english()));
                if (i == 0)
                    window.goTo(QStringLiteral("jobs"), submitted->id.value);
            });
        }

        // The start of the jobs is not the subject.
        QElapsedTimer clock;
        std::vector<qint64> gaps;
        qint64 last = 0, firstChanges = 0, firstBytes = 0;
        QTimer beat;
        beat.setTimerType(Qt::PreciseTimer);
        QObject::connect(&beat, &QTimer::timeout, &context, [&] {
            const qint64 now = clock.nsecsElapsed();
            gaps.push_back(now - last);
            last = now;
        });
        QTimer::singleShot(2000, &context, [&] {
            firstChanges = changes;
            firstBytes = logBytes;
            clock.start();
            beat.start(1);
        });
        QTimer::singleShot(2000 + seconds * 1000, &context, [&app] { app.quit(); });
        app.exec();

        std::sort(gaps.begin(), gaps.end());
        std::printf("%d s: %.0f state changes/s, log grew by %.1f MB\n", seconds, double(changes - firstChanges) / seconds, double(logBytes - firstBytes) / 1e6);
        std::printf("gui thread away: p50 %.2f ms, p99 %.2f ms, longest %.2f ms   (wanted: <= 50)\n", milliseconds(gaps[gaps.size() / 2]),
                    milliseconds(gaps[gaps.size() * 99 / 100]), milliseconds(gaps.back()));
        std::fflush(stdout);
        window.dropConsole();
    }
    engine->reset();
    return 0;
}
