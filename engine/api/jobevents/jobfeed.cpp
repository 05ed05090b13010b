// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/jobevents/jobfeed.h"

#include "keys/accesskeys.h"
#include "secrets/redactor.h"

#include <algorithm>

namespace kule {
namespace {

/// The number of a job's event where nobody counted along: each change is one, each end one more. Never goes back.
qint64 seqAt(const Job &job)
{
    return job.revision + job.attempt;
}

std::optional<Json> resultOf(const JobDetail &detail, int attempt)
{
    const auto found = std::find_if(detail.attempts.rbegin(), detail.attempts.rend(), [attempt](const Attempt &a) { return a.number == attempt; });
    return found == detail.attempts.rend() ? std::nullopt : found->result;
}

} // namespace

JobFeed::JobFeed(JobService &jobs, AccessKeys &keys, const Redactor &redactor)
    : m_jobs(jobs)
    , m_redactor(redactor)
{
    connect(&jobs, &JobService::changed, this, [this](const Job &job) { onChanged(job); });
    connect(&keys, &AccessKeys::changed, this, [this] {
        for (const auto &[audience, watcher] : m_watchers)
            watcher.door->post([to = audience] { to->keysChanged(); });
    });
}

JobFeed::~JobFeed() = default;

void JobFeed::enter(JobAudience &audience, DoorPtr door)
{
    post(this, [this, to = &audience, door = std::move(door)] { m_watchers[to].door = door; });
}

void JobFeed::leave(JobAudience &audience)
{
    post(this, [this, to = &audience] { m_watchers.erase(to); });
}

void JobFeed::watch(JobAudience &audience, const QByteArray &room)
{
    post(this, [this, to = &audience, room] { m_watchers[to].rooms.insert(room); });
}

void JobFeed::unwatch(JobAudience &audience, const QByteArray &room)
{
    post(this, [this, to = &audience, room] { m_watchers[to].rooms.remove(room); });
}

void JobFeed::ask(JobAudience &audience, quint64 ticket, const QString &name, Meaning meaning)
{
    post(this, [this, to = &audience, ticket, name, meaning] {
        whenDone(lookUp(name, meaning), this, [this, to, ticket](const Result<JobDetail> &found) {
            const auto watcher = m_watchers.find(to);
            if (watcher == m_watchers.end())
                return;
            publishAll(); // so that it comes after the news that it holds
            JobSnapshot snapshot;
            if (found)
                snapshot = snapshotOf(*found);
            else
                snapshot.problem = found.error();
            watcher->second.door->post([to, ticket, snapshot = std::move(snapshot)] { to->answer(ticket, snapshot); });
        });
    });
}

Future<Result<JobDetail>> JobFeed::lookUp(const QString &name, Meaning meaning)
{
    if (meaning == Meaning::Job)
        return m_jobs.find({name});
    const Promise<Result<JobDetail>> promise;
    const auto byProcess = [this, name, promise] {
        const auto filter = JobFilter::parse(QStringLiteral("id:\"%1\"").arg(QString(name).remove(u'"')), 0);
        whenDone(m_jobs.list(filter.value_or(JobFilter()), {{}, 1}), this, [this, promise, isGood = filter.has_value()](const Result<Page<Job>> &page) {
            if (!page || !isGood || page->items.empty())
                return promise.answer(fail(ErrorKind::NotFound, "job.not_found", text(QT_TRANSLATE_NOOP("Engine", "There is no such job. It may have been deleted."))));
            whenDone(m_jobs.find(page->items.front().id), this, promise);
        });
    };
    if (meaning == Meaning::Process) {
        byProcess();
    } else {
        whenDone(m_jobs.find({name}), this, [promise, byProcess](const Result<JobDetail> &found) {
            if (found)
                promise.answer(*found);
            else
                byProcess();
        });
    }
    return promise.future();
}

JobSnapshot JobFeed::snapshotOf(const JobDetail &detail) const
{
    const Job &job = detail.job;
    qint64 seq = seqAt(job);
    if (const auto track = m_tracks.constFind(job.id); track != m_tracks.cend()) {
        // Counted along: the number that its change has had, or will have.
        const bool isToldEnd = !isOpen(job.state) && track->isEnding;
        seq = track->seq + (job.revision > track->revision ? 1 : isToldEnd ? -1 : 0);
    }
    JobSnapshot snapshot;
    snapshot.said = m_redactor.redacted(progressOf(job, seq));
    snapshot.news.push_back(progressNews(job, seq, m_redactor));
    if (isOpen(job.state))
        return snapshot;
    const auto result = resultOf(detail, job.attempt);
    snapshot.said.update(m_redactor.redacted(endOf(job, result, seq + 1)));
    snapshot.news.push_back(endNews(job, result, seq + 1, m_redactor));
    return snapshot;
}

bool JobFeed::isWatched(const JobNews &place) const
{
    return std::any_of(m_watchers.begin(), m_watchers.end(), [&place](const auto &item) {
        const QSet<QByteArray> &rooms = item.second.rooms;
        return rooms.contains(place.jobRoom) || rooms.contains(everyRoom) || (!place.processRoom.isEmpty() && rooms.contains(place.processRoom));
    });
}

void JobFeed::onChanged(const Job &job)
{
    JobNews place;
    if (!m_watchers.empty()) {
        place.jobRoom = roomOf(job.id);
        place.processRoom = job.processId.is_null() ? QByteArray() : roomOfProcess(plainText(job.processId));
    }
    auto track = m_tracks.find(job.id);
    if (m_watchers.empty() || !isWatched(place)) {
        if (track != m_tracks.end() && !track->isEnding)
            m_tracks.erase(track);
        return;
    }
    if (track == m_tracks.end())
        track = m_tracks.insert(job.id, {job.revision - 1, seqAt(job) - 1, false, {}});
    if (track->isEnding)
        track->waiting.push_back(job);
    else
        advance(*track, job);
}

void JobFeed::advance(Track &track, const Job &job)
{
    if (job.revision <= track.revision)
        return;
    track.revision = job.revision;
    publish(progressNews(job, ++track.seq, m_redactor));
    if (isOpen(job.state))
        return;
    track.isEnding = true;
    const qint64 seq = ++track.seq;
    if (job.state != JobState::Succeeded) {
        publish(endNews(job, std::nullopt, seq, m_redactor));
        m_tracks.remove(job.id);
        return;
    }
    whenDone(m_jobs.find(job.id), this, [this, job, seq](const Result<JobDetail> &found) {
        publish(endNews(job, found ? resultOf(*found, job.attempt) : std::nullopt, seq, m_redactor));
        const std::vector<Job> waiting = m_tracks.take(job.id).waiting;
        for (const Job &later : waiting)
            onChanged(later);
    });
}

void JobFeed::publish(JobNews news)
{
    m_news.push_back(std::move(news));
    if (m_news.size() == 1)
        post(this, [this] { publishAll(); });
}

// One crossing for all that a turn brought; every thread reads the same bytes.
void JobFeed::publishAll()
{
    if (m_news.empty())
        return;
    const auto news = std::make_shared<const std::vector<JobNews>>(std::exchange(m_news, {}));
    for (const auto &[audience, watcher] : m_watchers) {
        const bool isOfInterest = std::any_of(news->begin(), news->end(), [&rooms = watcher.rooms](const JobNews &each) {
            return rooms.contains(each.jobRoom) || rooms.contains(everyRoom) || (!each.processRoom.isEmpty() && rooms.contains(each.processRoom));
        });
        if (isOfInterest)
            watcher.door->post([to = audience, news] { to->deliver(*news); });
    }
}

} // namespace kule
