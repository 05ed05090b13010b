// SPDX-License-Identifier: GPL-3.0-or-later
// From the job service to the threads that hold clients: makes each event of a job that anybody watches ready once, and hands
// it to every thread where somebody does. Lives on the engine thread; what the threads ask is posted there.
#pragma once
#include "api/jobevents/jobnews.h"
#include "api/socketio/door.h"
#include "jobs/jobservice.h"

#include <QSet>

namespace kule {

class AccessKeys;

/// What a subscription is answered with.
struct JobSnapshot
{
    std::optional<Error> problem;
    OrderedJson said;           ///< for the ack: progress, and the end where there was one; null when there is no such job yet
    std::vector<JobNews> news;  ///< the same as events, oldest first
};

/// Where a thread's clients are; called there, by the feed.
class JobAudience
{
public:
    virtual ~JobAudience() = default;
    virtual void deliver(const std::vector<JobNews> &news) = 0;
    virtual void answer(quint64 ticket, const JobSnapshot &snapshot) = 0;
    /// Some key was made or revoked.
    virtual void keysChanged() = 0;
};

class JobFeed final : public QObject
{
    Q_OBJECT
public:
    /// Both outlive it.
    JobFeed(JobService &jobs, AccessKeys &keys, const Redactor &redactor);
    ~JobFeed() override;

    // From the threads that hold clients, in their order. The door leads to the thread of the audience and outlasts it.
    void enter(JobAudience &audience, DoorPtr door);
    void leave(JobAudience &audience);
    void watch(JobAudience &audience, const QByteArray &room);
    void unwatch(JobAudience &audience, const QByteArray &room);

    enum class Meaning { Job, Process, Either };
    /// answer() follows, after the news so far: the job as it is now.
    void ask(JobAudience &audience, quint64 ticket, const QString &name, Meaning meaning);

private:
    struct Watcher
    {
        DoorPtr door;
        QSet<QByteArray> rooms;
    };
    /// A job that is watched while it is open.
    struct Track
    {
        qint64 revision = 0;
        qint64 seq = 0;
        bool isEnding = false;    ///< its result is being read
        std::vector<Job> waiting; ///< what came meanwhile
    };

    void onChanged(const Job &job);
    void advance(Track &track, const Job &job);
    bool isWatched(const JobNews &place) const;
    void publish(JobNews news);
    void publishAll();
    Future<Result<JobDetail>> lookUp(const QString &name, Meaning meaning);
    JobSnapshot snapshotOf(const JobDetail &detail) const;

    JobService &m_jobs;
    const Redactor &m_redactor;
    std::unordered_map<JobAudience *, Watcher> m_watchers;
    QHash<JobId, Track> m_tracks;
    std::vector<JobNews> m_news; ///< of this turn
};

} // namespace kule
