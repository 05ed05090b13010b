// SPDX-License-Identifier: GPL-3.0-or-later
// The overview's one look at the store, over so many jobs spread over thirty days, and over as many that all ended in the
// last two: median and worst of fifty.
// Run: build/bench/bin/bench_overview [jobs]
#include "overview/overviewrows.h"
#include "store/store.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

using namespace kule;

namespace {

constexpr qint64 now = 1'795'000'000'000;
constexpr qint64 day = 86'400'000;

Done fill(Store &store, qint64 jobs, qint64 days)
{
    return store
        .write([=](Database &database) {
            return database
                .run("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?) "
                     "INSERT INTO job (id, revision, kind, process_id, label, state, file_path, path, args, kwargs, callback_url, actor, progress, step, attempt, "
                     "created_at, queued_at, started_at, ended_at) SELECT printf('%016x', i * 7919), 1, 'script', i, '', "
                     "CASE i % 10 WHEN 0 THEN 'failed' WHEN 1 THEN 'timed_out' ELSE 'succeeded' END, 'packages/report.py', '/srv/packages/report.py', "
                     "'[1,2,3]', '{\"day\":\"2026-11-20\"}', '', 'ci', 100, '', 1, ? - i * ?, ? - i * ?, ? - i * ?, ? - i * ? FROM n",
                     jobs, now, days * day / jobs, now, days * day / jobs, now, days * day / jobs, now, days * day / jobs)
                .map([](const Cursor &) {});
        })
        .wait();
}

void measure(qint64 jobs, qint64 days)
{
    QTemporaryDir folder;
    auto store = Store::open({folder.filePath(QStringLiteral("kule.db")), folder.filePath(QStringLiteral("backups")), {}, 1}, now).value();
    if (const Done filled = fill(*store, jobs, days); !filled) {
        std::fprintf(stderr, "%s\n", qPrintable(filled.error().message.english()));
        return;
    }
    std::vector<double> times;
    qint64 failed = 0;
    for (int i = 0; i < 50; ++i) {
        QElapsedTimer timer;
        timer.start();
        const auto overview = store->read([](Database &database) { return overviewrows::read(database, now); }).wait();
        times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        failed = overview ? overview->lastDay.failed : -1;
    }
    std::sort(times.begin(), times.end());
    std::printf("%lld jobs over %lld days: median %.1f ms, worst %.1f ms (%lld failed in the last day)\n", static_cast<long long>(jobs), static_cast<long long>(days),
                times[times.size() / 2], times.back(), static_cast<long long>(failed));
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const qint64 jobs = argc > 1 ? QByteArray(argv[1]).toLongLong() : 1'000'000;
    measure(jobs, 30);
    measure(jobs, 2);
    return 0;
}
