// SPDX-License-Identifier: GPL-3.0-or-later
// Lists of jobs as they were asked for last, kept so that the next page of one is cut from it: a few filters, one number a
// job. Engine thread; reads run on the store's pool.
#pragma once
#include "jobs/joblisting.h"
#include "jobs/jobsearch.h"

#include <QPointer>

#include <list>

namespace kule {

class JobLists : public QObject
{
    Q_OBJECT
public:
    JobLists(Store &store, JobSearch *search);

    /// Newest first. page.bad_cursor, store.*
    Future<Result<Page<Job>>> page(JobFilter filter, PageRequest request);
    /// seq of all jobs that the filter shows, oldest first; not those that page() counts as unsearched.
    Future<Result<std::vector<qint64>>> shown(JobFilter filter);

private:
    struct Kept
    {
        QString filter;
        std::shared_ptr<const joblisting::Shown> shown;
    };
    std::shared_ptr<const joblisting::Shown> kept(const QString &filter) const;
    void keep(const QString &filter, std::shared_ptr<const joblisting::Shown> shown);
    std::shared_ptr<Store> index() const { return m_search ? m_search->index() : nullptr; }

    Store &m_store;
    QPointer<JobSearch> m_search; ///< null: words are looked for row by row
    std::list<Kept> m_kept; ///< the last one used first
};

} // namespace kule
