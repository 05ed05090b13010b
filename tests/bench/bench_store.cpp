// SPDX-License-Identifier: GPL-3.0-or-later
// Durable job rows a second: 32 producers, each insert, six updates and an end, every one of the eight answered before
// the producer goes on. The ceiling is the same number of bare group commits: one row, no job.
// Run: build/bench/bin/bench_store [folder]
#include "jobs/jobrows.h"
#include "store/store.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QSemaphore>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

using namespace kule;

namespace {

constexpr int producers = 32;
constexpr int jobsEach = 200;

OpenJob jobOf(qint64 seq)
{
    OpenJob open;
    open.job.seq = seq;
    open.job.id = JobId::random();
    open.job.processId = QString::number(seq);
    open.job.filePath = QStringLiteral("packages/example.py");
    open.job.revision = 1;
    return open;
}

// A producer is a thread that waits for each answer, as a service that promises durability does.
double jobsPerSecond(Store &store, qint64 firstSeq)
{
    const JobPayload payload{QStringLiteral("/packages/example.py"), {}, "[1,2,3]", "{\"param1\":\"value1\"}"};
    QElapsedTimer timer;
    timer.start();
    std::vector<std::thread> threads;
    for (int p = 0; p < producers; ++p) {
        threads.emplace_back([&store, &payload, firstSeq, p] {
            for (int i = 0; i < jobsEach; ++i) {
                OpenJob open = jobOf(firstSeq + p * jobsEach + i);
                auto row = std::make_shared<OpenJob>();
                row->job = open.job;
                store.write([row, payload](Database &database) { return jobrows::insert(database, *row, payload, "hash"); }).waitForFinished();
                open.job.state = JobState::Running;
                open.job.startedAt = 1;
                store.write([job = open.job](Database &database) { return jobrows::markRunning(database, job); }).waitForFinished();
                store.write([job = open.job](Database &database) { return jobrows::markStarted(database, job, 1, QStringLiteral("3.11")); }).waitForFinished();
                for (int step = 0; step < 4; ++step) {
                    open.job.progress = step;
                    store.write([job = open.job](Database &database) { return jobrows::saveProgress(database, job); }).waitForFinished();
                }
                open.job.state = JobState::Succeeded;
                store.write([job = open.job](Database &database) { return jobrows::end(database, job, {}); }).waitForFinished();
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    return producers * jobsEach / (static_cast<double>(timer.nsecsElapsed()) / 1e9);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QTemporaryDir folder((argc > 1 ? QString::fromLocal8Bit(argv[1]) : QDir::tempPath()) + QStringLiteral("/kule-bench-XXXXXX"));
    auto store = Store::open({folder.filePath(QStringLiteral("kule.db")), folder.path(), {}, 2}, 1);
    if (!store)
        return 1;
    std::vector<double> rates;
    for (int run = 0; run < 7; ++run)
        rates.push_back(jobsPerSecond(**store, 1 + run * producers * jobsEach));
    std::sort(rates.begin(), rates.end());
    std::printf("durable job rows (insert, six updates, end), %d producers, synchronous=FULL: median %.0f jobs/s (min %.0f, max %.0f); wanted 5000\n",
                producers, rates[rates.size() / 2], rates.front(), rates.back());
    return 0;
}
