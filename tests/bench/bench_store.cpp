// SPDX-License-Identifier: GPL-3.0-or-later
// Durable job rows a second: 32 producers, each insert, six updates and an end, every one of the eight on the disk before
// the producer goes on; in turn with the bare SQLite of peers/sqlite_rows.cpp.
// Run: build/bench/bin/bench_store [folder]
#include "jobs/jobrows.h"
#include "peers/sqlite_rows.h"
#include "store/store.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
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

// A producer goes on when its last write is on the disk, as the engine's services do: by whenDone on one thread.
class Producer
{
public:
    /// seq: the next job's, counted by all producers together, as the runner counts.
    Producer(Store &store, QObject &engine, qint64 &seq, std::function<void()> done)
        : m_store(store)
        , m_engine(engine)
        , m_seq(seq)
        , m_done(std::move(done))
    {
        next();
    }

private:
    void next()
    {
        if (m_jobs++ == jobsEach)
            return m_done();
        m_open = std::make_shared<OpenJob>(jobOf(m_seq++));
        m_step = 0;
        then(m_store.write([open = m_open](Database &database) {
            static const JobPayload payload{QStringLiteral("/packages/example.py"), {}, "[1,2,3]", "{\"param1\":\"value1\"}"};
            return jobrows::insert(database, *open, payload, "hash");
        }));
    }
    void then(const Future<Done> &written)
    {
        whenDone(written, &m_engine, [this](const Done &stored) {
            if (!stored)
                qFatal("%s", qPrintable(stored.error().message.english()));
            step();
        });
    }
    void step()
    {
        Job job = m_open->job;
        job.revision = ++m_step + 1;
        job.state = m_step < 7 ? JobState::Running : JobState::Succeeded;
        job.startedAt = 1;
        job.progress = m_step;
        switch (m_step) {
        case 1:
            return then(m_store.write([job](Database &database) { return jobrows::markRunning(database, job); }));
        case 2:
            return then(m_store.write([job](Database &database) { return jobrows::markStarted(database, job, 1, QStringLiteral("3.11")); }));
        case 7:
            return then(m_store.write([job](Database &database) { return jobrows::end(database, job, {}); }));
        case 8:
            return next();
        default:
            return then(m_store.write([job](Database &database) { return jobrows::saveProgress(database, job); }));
        }
    }

    Store &m_store;
    QObject &m_engine;
    qint64 &m_seq;
    std::function<void()> m_done;
    std::shared_ptr<OpenJob> m_open;
    int m_jobs = 0;
    int m_step = 0;
};

double jobsPerSecond(Store &store, qint64 seq)
{
    QObject engine;
    QEventLoop loop;
    QElapsedTimer timer;
    timer.start();
    int running = producers;
    std::vector<std::unique_ptr<Producer>> all;
    for (int p = 0; p < producers; ++p) {
        all.push_back(std::make_unique<Producer>(store, engine, seq, [&] {
            if (--running == 0)
                loop.quit();
        }));
    }
    loop.exec();
    return producers * jobsEach / (static_cast<double>(timer.nsecsElapsed()) / 1e9);
}

void tell(const char *what, std::vector<double> rates)
{
    std::sort(rates.begin(), rates.end());
    std::printf("%-12s median %.0f jobs/s (min %.0f, max %.0f)\n", what, rates[rates.size() / 2], rates.front(), rates.back());
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_NO_GLIB", "1"); // as the programs do
    QCoreApplication app(argc, argv);
    const QTemporaryDir folder((argc > 1 ? QString::fromLocal8Bit(argv[1]) : QDir::tempPath()) + QStringLiteral("/kule-bench-XXXXXX"));
    auto store = Store::open({folder.filePath(QStringLiteral("kule.db")), folder.path(), {}, 2}, 1);
    if (!store)
        return 1;
    SqliteRows bare(folder.path().toStdString());
    std::vector<double> ours;
    std::vector<double> ceiling;
    for (int run = 0; run < 7; ++run) {
        const int first = 1 + run * producers * jobsEach;
        ours.push_back(jobsPerSecond(**store, first));
        ceiling.push_back(bare.jobsPerSecond(first, producers, jobsEach));
    }
    std::printf("durable job rows (insert, six updates, end), %d producers, synchronous=FULL; wanted 5000\n", producers);
    tell("kule", ours);
    tell("bare SQLite", ceiling);
    return 0;
}
