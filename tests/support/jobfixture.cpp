// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobfixture.h"

#include <QDir>
#include <QFile>

namespace kule {

JobLife::JobLife(const QTemporaryDir &folder, RunnerLimits limits, StoreFault fault)
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
    jobs = std::make_unique<ScriptJobs>(RunnerParts{*store, executor, fatals, outbox, notifier, clock, folder.filePath(QStringLiteral("logs"))}, limits,
                                        QStringList{packages});
    QObject::connect(jobs.get(), &JobService::changed, jobs.get(), [this](const Job &job) { seen.push_back(job); });
}

JobLife::~JobLife()
{
    // Answers on their way to the service come before it goes, as in the engine's own shutdown.
    store.reset();
    QCoreApplication::processEvents();
    jobs.reset();
}

JobRequest JobLife::request(const QString &processId, const QString &file)
{
    JobRequest request;
    request.processId = processId;
    request.filePath = file;
    return request;
}

} // namespace kule
