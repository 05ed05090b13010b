// SPDX-License-Identifier: GPL-3.0-or-later
// The job table: the engine's list as the filter shows it, page by page, with live values in place. Gui thread.
#pragma once
#include "jobs/jobservice.h"
#include "models/pagedmodel.h"

namespace kule {

class JobsModel final : public PagedModel<Job>
{
public:
    enum Column { State, Name, File, AttemptNumber, Started, Duration, Progress, columns };
    enum JobRole {
        IdRole = Qt::UserRole + 1,
    };

    JobsModel(JobService &jobs, const Clock &clock, QObject *parent = nullptr);

    /// Puts the filter in force and loads. What is wrong with the text; the former filter stays then.
    std::optional<Error> setFilter(const QString &query);
    const JobFilter &filter() const { return m_filter; }
    bool isFiltered() const override { return m_isFiltered; }
    const Job *job(const JobId &id) const { return at(rowOf(id.value)); }

    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : columns; }

protected:
    Future<Result<Page<Job>>> list(PageRequest page) override { return m_jobs.list(m_filter, std::move(page)); }
    QString keyOf(const Job &job) const override { return job.id.value; }
    bool isNewer(const Job &candidate, const Job &than) const override { return candidate.revision > than.revision; }
    QVariant cell(const Job &job, int column, int role) const override;
    QString headOf(int column) const override;
    bool isNumber(int column) const override { return column == AttemptNumber || column == Duration; }
    bool isFresh(const Job &job) const override;

private:
    QString textOf(const Job &job, int column) const;
    QString tipOf(const Job &job, int column) const;

    JobService &m_jobs;
    const Clock &m_clock;
    JobFilter m_filter;
    bool m_isFiltered = false;
};

} // namespace kule
