// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/jobqueue.h"

#include <QCryptographicHash>

#include <algorithm>

namespace kule {

QByteArray requestHash(const OpenJob &job, const QByteArray &args, const QByteArray &kwargs)
{
    const Json request{job.job.filePath, args, kwargs, job.callbackUrl, job.job.label, job.timeout ? job.timeout->count() : 0};
    return QCryptographicHash::hash(dumpJson(request), QCryptographicHash::Sha256);
}

OpenJob &JobQueue::add(OpenJob job)
{
    m_byProcess.insert(dumpJson(job.job.processId), job.job.id);
    auto &slot = m_jobs[job.job.id.value];
    slot = std::make_unique<OpenJob>(std::move(job));
    return *slot;
}

OpenJob *JobQueue::find(const JobId &id)
{
    const auto job = m_jobs.find(id.value);
    return job == m_jobs.end() ? nullptr : job->second.get();
}

OpenJob *JobQueue::findProcess(const Json &processId)
{
    const auto id = m_byProcess.constFind(dumpJson(processId));
    return id == m_byProcess.constEnd() ? nullptr : find(*id);
}

void JobQueue::remove(const JobId &id)
{
    const auto job = m_jobs.find(id.value);
    if (job == m_jobs.end())
        return;
    leaveLine(id);
    m_byProcess.remove(dumpJson(job->second->job.processId));
    m_jobs.erase(job);
}

void JobQueue::enqueue(const JobId &id)
{
    if (const OpenJob *job = find(id))
        m_lines[job->job.kind].push_back(id);
}

OpenJob *JobQueue::takeNext(const QByteArray &kind)
{
    std::deque<JobId> &line = m_lines[kind];
    if (line.empty())
        return nullptr;
    OpenJob *next = find(line.front());
    line.pop_front();
    return next;
}

void JobQueue::leaveLine(const JobId &id)
{
    for (std::deque<JobId> &line : m_lines) {
        if (const auto place = std::find(line.begin(), line.end(), id); place != line.end())
            line.erase(place);
    }
}

std::optional<int> JobQueue::position(const JobId &id) const
{
    for (const std::deque<JobId> &line : m_lines) {
        if (const auto place = std::find(line.begin(), line.end(), id); place != line.end())
            return static_cast<int>(place - line.begin()) + 1;
    }
    return std::nullopt;
}

qsizetype JobQueue::waiting(const QByteArray &kind) const
{
    const auto line = m_lines.constFind(kind);
    return line == m_lines.cend() ? 0 : static_cast<qsizetype>(line->size());
}

} // namespace kule
