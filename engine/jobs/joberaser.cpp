// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/joberaser.h"

#include "base/await.h"

#include <QDir>

namespace kule {
namespace {

// A name out of the database becomes a path that is deleted whole: it must be one of ours.
bool isPlainId(const QString &job)
{
    return !QUuid::fromString(job).isNull() && !job.startsWith(u'{');
}

} // namespace

Result<qint64> JobEraser::erase(const jobremoval::Seqs &seqs, qint64 before) const
{
    const auto erased = await(m_store.write([seqs, before](Database &database) { return jobremoval::erase(database, seqs, before); }));
    if (erased && *erased > 0)
        (void)sweep(); // a disk that refuses is asked again at the next sweep
    return erased;
}

Done JobEraser::sweep() const
{
    QString last;
    while (true) {
        const auto jobs = await(m_store.read([last](Database &database) { return jobremoval::leftovers(database, last, slice); }));
        if (!jobs)
            return fail(jobs.error());
        if (jobs->isEmpty())
            return {};
        last = jobs->last();
        QStringList gone;
        for (const QString &job : *jobs) {
            QDir folder(m_logFolder + u'/' + job.left(2) + u'/' + job);
            if (!isPlainId(job) || !folder.exists() || folder.removeRecursively())
                gone << job;
        }
        auto forgotten = await(m_store.write([gone](Database &database) { return jobremoval::forgetLeftovers(database, gone); }));
        if (!forgotten)
            return forgotten;
    }
}

} // namespace kule
