// SPDX-License-Identifier: GPL-3.0-or-later
// The lists of jobs over a million of them: first page, jumps, filters by state and by words, each as the console asks; and
// the folder of reports with 100,000 in it. Prints the median of five and what the first one took.
// Run: build/bench/bin/bench_million [jobs [reports]]
#include "base/await.h"
#include "fatals/fatalfolder.h"
#include "jobs/joblists.h"
#include "millionjobs.h"
#include "secrets/redactor.h"
#include "settings/settingsservice.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>

using namespace kule;

namespace {

template <class T>
T waited(Future<Result<T>> future)
{
    QObject context;
    QEventLoop loop;
    std::optional<Result<T>> answer;
    whenDone(future, &context, [&](Result<T> result) {
        answer = std::move(result);
        loop.quit();
    });
    loop.exec();
    if (!*answer)
        qFatal("%s", qPrintable(answer->error().message.english()));
    return std::move(**answer);
}

double msOf(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

/// Resident memory in MB.
double memory()
{
    QFile status(QStringLiteral("/proc/self/statm"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    return status.readAll().split(' ').value(1).toDouble() * 4096 / 1e6;
}

void report(const char *what, double wanted, const std::function<qint64(int)> &f)
{
    std::vector<double> times;
    qint64 total = 0;
    for (int i = 0; i < 5; ++i) {
        QElapsedTimer timer;
        timer.start();
        total = f(i);
        times.push_back(msOf(timer));
    }
    const double first = times.front();
    std::sort(times.begin(), times.end());
    std::printf("%-52s first %7.1f ms, median %7.1f ms (of %lld rows); wanted %.0f ms\n", what, first, times[2], static_cast<long long>(total), wanted);
}

void measureJobs(const QString &folder, qint64 count)
{
    QElapsedTimer timer;
    timer.start();
    if (auto made = makeManyJobs(folder, count); !made)
        qFatal("%s", qPrintable(made.error().message.english()));
    std::printf("%lld jobs made in %.1f s: kule.db %.0f MB, search.db %.0f MB\n", static_cast<long long>(count), msOf(timer) / 1e3,
                static_cast<double>(QFileInfo(folder + QStringLiteral("/kule.db")).size()) / 1e6, static_cast<double>(QFileInfo(folder + QStringLiteral("/search.db")).size()) / 1e6);
    StoreOptions options;
    options.file = folder + QStringLiteral("/kule.db");
    options.backupFolder = folder;
    auto store = Store::open(options, 1);
    SystemClock clock;
    auto search = store ? JobSearch::open(folder + QStringLiteral("/search.db"), **store, clock, folder + QStringLiteral("/logs")) : tl::unexpected(store.error());
    if (!search)
        qFatal("%s", qPrintable(search.error().message.english()));
    JobLists lists(**store, search->get());
    constexpr qint64 now = 1'791'000'000'000;
    const auto page = [&](const QString &query, qint64 offset) {
        const Page<Job> read = waited(lists.page(*JobFilter::parse(query, now), {{}, 200, offset}));
        if (read.items.empty() || read.unsearched > 0)
            qFatal("nothing at %lld of %s", static_cast<long long>(offset), qPrintable(query));
        return read.total;
    };
    const double before = memory();
    report("first page", 200, [&](int) { return page({}, 0); });
    report("jump to row 70 % (offset)", 200, [&](int i) { return page({}, count * 7 / 10 + i * 200); });
    report("state:failed, first page and exact count", 100, [&](int) { return page(QStringLiteral("state:failed"), 0); });
    report("state:succeeded, first page and exact count", 100, [&](int) { return page(QStringLiteral("state:succeeded"), 0); });
    report("state:succeeded, jump to row 70 % of them", 200, [&](int i) { return page(QStringLiteral("state:succeeded"), count * 7 / 9 * 7 / 10 + i * 200); });
    report("state:failed,timed_out", 100, [&](int) { return page(QStringLiteral("state:failed,timed_out"), 0); });
    // Another word each time, so that no list is kept.
    report("words: customer 77 (rare)", 300, [&](int i) { return page(QStringLiteral("\"customer 77%1\"").arg(i), 0); });
    report("words: one in nine", 300, [&](int i) { return page(QStringLiteral("timeo timeout %1").arg(QStringLiteral("after").left(1 + i)), 0); });
    report("words: in every job", 300, [&](int i) { return page(QStringLiteral("packages").left(3 + i), 0); });
    report("words while typing: two letters", 300, [&](int i) { return page(QStringLiteral("%1").arg(10 + i), 0); });
    report("state:failed log:finished -label:nightly", 300, [&](int i) { return page(QStringLiteral("state:failed -label:nightly log:") + QStringLiteral("finished").left(4 + i), 0); });
    report("words: jump within", 200, [&](int i) { return page(QStringLiteral("timeout"), count / 20 + i * 200); });
    report("since: a tenth (a walk through the table)", 1000, [&](int i) { return page(QStringLiteral("since:2026-09-2%1").arg(i), 0); });
    report("duration:>90s (a walk through the table)", 1000, [&](int i) { return page(QStringLiteral("duration:>%1s").arg(90 + i), 0); });
    std::printf("memory: %.0f MB, of which %.0f MB came with these lists; wanted < 250 MB for the whole console\n", memory(), memory() - before);
}

void measureReports(const QString &folder, int count)
{
    const QString fatals = folder + QStringLiteral("/fatals");
    QDir().mkpath(fatals);
    for (int i = 0; i < count; ++i) {
        QFile file(fatals + u'/' + QString::number(i) + QStringLiteral(".txt"));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("no room for reports");
        file.write("{\"process_id\": \"" + QByteArray::number(i) + "\", \"error\": \"ValueError: no such row " + QByteArray::number(i % 1000)
                   + "\", \"file\": \"packages/script" + QByteArray::number(i % 40) + ".py\", \"args\": [1], \"kwargs\": {}, \"type\": \"ValueError\","
                   " \"traceback\": \"Traceback (most recent call last):\\n  File \\\"/srv/kule/packages/script" + QByteArray::number(i % 40)
                   + ".py\\\", line 3, in boot\\n    load()\\nValueError: no such row\\n\", \"time\": \"2026-11-21T00:33:09.123Z\"}");
    }
    StoreOptions options;
    options.file = folder + QStringLiteral("/reports.db");
    options.backupFolder = folder;
    auto store = Store::open(options, 1);
    if (!store)
        qFatal("%s", qPrintable(store.error().message.english()));
    SystemClock clock;
    Redactor redactor;
    SettingsService settings(folder + QStringLiteral("/settings.json"), {}, {});
    QElapsedTimer timer;
    timer.start();
    FatalFolder reports(fatals, **store, settings, clock, redactor);
    std::printf("%d reports: the folder's service was built in %.1f ms", count, msOf(timer));
    const auto list = [&](const QString &query, qint64 offset) { return waited(reports.list(*FatalFilter::parse(query, 0), {{}, 200, offset})).total; };
    while (list({}, 0) < count) {
        QEventLoop loop;
        QTimer::singleShot(100, &loop, &QEventLoop::quit);
        loop.exec();
    }
    std::printf(", the index was complete after %.1f s\n", msOf(timer) / 1e3);
    report("reports: first page", 200, [&](int) { return list({}, 0); });
    report("reports: jump to row 70 %", 200, [&](int i) { return list({}, count * 7 / 10 + i * 200); });
    report("reports: words", 300, [&](int i) { return list(QStringLiteral("row %1").arg(90 + i), 0); });
    report("reports: type:ValueError frame:boot file:script7", 300, [&](int) { return list(QStringLiteral("type:ValueError frame:boot file:script7"), 0); });
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const qint64 jobs = argc > 1 ? QByteArray(argv[1]).toLongLong() : 1'000'000;
    const int reports = argc > 2 ? QByteArray(argv[2]).toInt() : 100'000;
    const QTemporaryDir folder(QDir::tempPath() + QStringLiteral("/kule-bench-XXXXXX"));
    if (jobs > 0)
        measureJobs(folder.path(), jobs);
    if (reports > 0)
        measureReports(folder.path(), reports);
    return 0;
}
