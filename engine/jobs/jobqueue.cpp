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
    m_line.push_back(id);
}

OpenJob *JobQueue::takeNext()
{
    if (m_line.empty())
        return nullptr;
    OpenJob *next = find(m_line.front());
    m_line.pop_front();
    return next;
}

void JobQueue::leaveLine(const JobId &id)
{
    const auto place = std::find(m_line.begin(), m_line.end(), id);
    if (place != m_line.end())
        m_line.erase(place);
}

std::optional<int> JobQueue::position(const JobId &id) const
{
    const auto place = std::find(m_line.begin(), m_line.end(), id);
    return place == m_line.end() ? std::nullopt : std::optional(static_cast<int>(place - m_line.begin()) + 1);
}

} // namespace kule
