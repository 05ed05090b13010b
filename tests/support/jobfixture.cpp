// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobfixture.h"

#include <QDir>
#include <QFile>

namespace kule {

JobLife::JobLife(const QTemporaryDir &folder, RunnerLimits limits, StoreFault fault, StoreFault indexFault)
{
    const QString packages = folder.filePath(QStringLiteral("packages"));
    QDir().mkpath(packages);
    if (QFile file(packages + QStringLiteral("/good.py")); !file.exists() && file.open(QIODevice::WriteOnly))
        file.write("def boot():\n    return 42\n");
    StoreOptions options{folder.filePath(QStringLiteral("kule.db")), folder.filePath(QStringLiteral("backups")), std::move(fault), 2};
    // As the engine does: asked again after a while.
    options.onTrouble = [this] { post(&anchor, [this] { reopening = clock.after(Milliseconds(1000), &anchor, [this] {
            if (store)
                (void)store->reopen();
        }); }); };
    auto opened = Store::open(std::move(options), 1);
    if (!opened)
        return;
    store = std::move(*opened);
    if (auto index = JobSearch::open(folder.filePath(QStringLiteral("search.db")), *store, clock, folder.filePath(QStringLiteral("logs")), std::move(indexFault)))
        search = std::move(*index);
    jobs = std::make_unique<ScriptJobs>(RunnerParts{*store, executor, fatals, outbox, notifier, clock, folder.filePath(QStringLiteral("logs"))}, limits,
                                        QStringList{packages}, search.get());
    QObject::connect(jobs.get(), &JobService::changed, jobs.get(), [this](const Job &job) { seen.push_back(job); });
}

JobLife::~JobLife()
{
    search.reset();
    // Answers on their way to the service come before it goes, as in the engine's own shutdown.
    if (store)
        store->close();
    QCoreApplication::processEvents();
    jobs.reset();
}

bool JobLife::catchUp()
{
    bool isUp = false;
    const auto connection = QObject::connect(search.get(), &JobSearch::caughtUp, &anchor, [&isUp] { isUp = true; });
    search->wake();
    const bool done = waitUntil([&] {
        clock.advance(Milliseconds(100));
        return isUp;
    });
    QObject::disconnect(connection);
    return done;
}

QStringList JobLife::found(const QString &query)
{
    const auto filter = JobFilter::parse(query, clock.wallMs());
    if (!filter)
        return {QString::fromLatin1(filter.error().code)};
    const auto page = waitFor(jobs->list(*filter, {}));
    if (!page)
        return {QString::fromLatin1(page.error().code)};
    QStringList ids;
    for (const Job &job : page->items)
        ids += plainText(job.processId);
    return ids;
}

JobRequest JobLife::request(const QString &processId, const QString &file)
{
    JobRequest request;
    request.processId = processId;
    request.filePath = file;
    return request;
}

} // namespace kule
