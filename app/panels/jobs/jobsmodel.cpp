// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobsmodel.h"

#include "words/jobwords.h"
#include "widgets/progressdelegate.h"
#include "widgets/words.h"

#include <QCoreApplication>

namespace kule {

JobsModel::JobsModel(JobService &jobs, const Clock &clock, QObject *parent)
    : PagedModel(parent)
    , m_jobs(jobs)
    , m_clock(clock)
{
    connect(&jobs, &JobService::changed, this, [this](const Job &job) { upsert(job); });
}

std::optional<Error> JobsModel::setFilter(const QString &query)
{
    auto filter = JobFilter::parse(query, m_clock.wallMs());
    if (!filter)
        return std::move(filter.error());
    m_filter = std::move(*filter);
    m_isFiltered = !query.trimmed().isEmpty();
    load();
    return std::nullopt;
}

bool JobsModel::isFresh(const Job &job) const
{
    if (!shows(m_filter, job))
        return false;
    const Job *first = firstItem();
    if (!first || job.seq > first->seq)
        return true;
    // Between the rows that are here from the top, so it has just come under the filter. Deeper ones are met when they are loaded.
    const Job *last = at(std::min(rowCount(), pageSize) - 1);
    return last && job.seq > last->seq;
}

QString JobsModel::headOf(int column) const
{
    const auto said = [](const char *source) { return QCoreApplication::translate("JobsModel", source); };
    switch (column) {
    case State:
        return said(QT_TRANSLATE_NOOP("JobsModel", "State"));
    case Name:
        return said(QT_TRANSLATE_NOOP("JobsModel", "Job"));
    case File:
        return said(QT_TRANSLATE_NOOP("JobsModel", "File"));
    case AttemptNumber:
        return said(QT_TRANSLATE_NOOP("JobsModel", "Attempt"));
    case Started:
        return said(QT_TRANSLATE_NOOP("JobsModel", "Started"));
    case Duration:
        return said(QT_TRANSLATE_NOOP("JobsModel", "Duration"));
    case Progress:
        return said(QT_TRANSLATE_NOOP("JobsModel", "Progress"));
    default:
        return {};
    }
}

QString JobsModel::textOf(const Job &job, int column) const
{
    switch (column) {
    case State:
        return lookOf(job).word;
    case Name:
        return shownText(nameOf(job));
    case File:
        return shownText(job.filePath);
    case AttemptNumber:
        return QString::number(job.attempt);
    case Started:
        return job.startedAt ? relativeTime(*job.startedAt, m_clock.wallMs()) : QString();
    case Duration: {
        const auto duration = durationOf(job, m_clock.wallMs());
        return duration ? durationText(*duration) : QString();
    }
    case Progress:
        return shownText(remarkOf(job));
    default:
        return {};
    }
}

QString JobsModel::tipOf(const Job &job, int column) const
{
    switch (column) {
    case Name:
        return job.label.isEmpty() ? shownText(processIdText(job.processId)) : shownText(job.label) + u'\n' + shownText(processIdText(job.processId));
    case Started:
        return job.startedAt ? exactTime(*job.startedAt) : QString();
    case File:
    case Progress:
        return textOf(job, column);
    default:
        return {};
    }
}

QVariant JobsModel::cell(const Job &job, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return textOf(job, column);
    case Qt::ToolTipRole:
        return tipOf(job, column);
    case StateRole:
        return column == State ? QVariant::fromValue(lookOf(job)) : QVariant();
    case IdRole:
        return job.id.value;
    case ProgressRole:
        return column == Progress && job.state == JobState::Running ? QVariant(job.progress) : QVariant();
    default:
        return {};
    }
}

} // namespace kule
