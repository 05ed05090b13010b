// SPDX-License-Identifier: GPL-3.0-or-later
// The executor alone: from launch() to the first line of boot(), paced and with many in flight, and jobs a second.
//   bench_dispatch [fork|spawn] [jobs] [python]
#include "jobs/executors/localexecutor.h"

#include <QCoreApplication>
#include <QDir>
#include <QEventLoop>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <ctime>

using namespace kule;

namespace {

// CLOCK_MONOTONIC is one for all processes: the script returns when it was entered.
constexpr char script[] = "import time\nentered = None\ndef boot():\n    return time.clock_gettime_ns(time.CLOCK_MONOTONIC)\n";

qint64 nowNs()
{
    timespec time{};
    clock_gettime(CLOCK_MONOTONIC, &time);
    return qint64(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

double percentile(std::vector<double> values, double part)
{
    std::sort(values.begin(), values.end());
    return values.empty() ? 0 : values[std::min(values.size() - 1, static_cast<std::size_t>(part * double(values.size())))];
}

struct Round
{
    std::vector<double> ms;
    double seconds = 0;
};

/// pause: between an end and the next launch; 0: at once.
Round run(LocalExecutor &executor, const QString &folder, int jobs, int inFlight, int pause)
{
    Round round;
    QHash<QString, qint64> launched;
    QEventLoop loop;
    QObject context;
    int next = 0, ended = 0;
    const auto launch = [&] {
        if (next == jobs)
            return;
        Launch one;
        one.ref = {JobId::random(), 1};
        one.path = folder + QStringLiteral("/bench.py");
        one.source = script;
        one.args = "[]";
        one.kwargs = "{}";
        one.logBase = folder + QLatin1Char('/') + one.ref.job.value;
        one.logCap = 1024 * 1024;
        ++next;
        launched.insert(one.ref.job.value, nowNs());
        executor.launch(std::move(one));
    };
    QObject::connect(&executor, &Executor::ended, &context, [&](const Ending &ending) {
        const qint64 entered = ending.result.toLongLong();
        if (ending.how != Ending::How::Returned || entered == 0)
            std::fprintf(stderr, "%s %s\n", qPrintable(ending.type), qPrintable(ending.error.english()));
        round.ms.push_back(double(entered - launched.take(ending.ref.job.value)) / 1e6);
        if (++ended == jobs)
            loop.quit();
        else if (pause > 0)
            QTimer::singleShot(pause, &context, launch);
        else
            launch();
    });
    const qint64 start = nowNs();
    for (int i = 0; i < inFlight; ++i)
        launch();
    loop.exec();
    round.seconds = double(nowNs() - start) / 1e9;
    return round;
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_NO_GLIB", "1");
    const QCoreApplication app(argc, argv);
    const QStringList words = app.arguments();
    const int jobs = words.size() > 2 ? words[2].toInt() : 1000;
    QTemporaryDir folder;
    SystemClock clock;
    LocalExecutorOptions options;
    options.mode = words.value(1) == QLatin1String("spawn") ? WorkerMode::Spawn : WorkerMode::Fork;
    options.python = words.value(3);
    options.dataFolder = folder.path();
    options.warm = 8;
    const Redactor redactor;
    LocalExecutor executor(options, clock, redactor);
    (void)run(executor, folder.path(), 20, 1, 0); // until it is warm
    for (const auto &[inFlight, pause] : {std::pair{1, 20}, {1, 0}, {8, 0}, {32, 0}}) {
        const Round round = run(executor, folder.path(), pause > 0 ? std::min(jobs, 200) : jobs, inFlight, pause);
        std::printf("%-5s %2d in flight%s  p50 %.3f ms  p99 %.3f ms  %.0f jobs/s\n", qPrintable(words.value(1, QStringLiteral("fork"))),
                    inFlight, pause > 0 ? ", paced" : "       ", percentile(round.ms, 0.5), percentile(round.ms, 0.99),
                    double(round.ms.size()) / round.seconds);
        std::fflush(stdout);
    }
}
