// SPDX-License-Identifier: GPL-3.0-or-later
// JobRunner from the worker's side: what an attempt says while it runs, and how its end reaches the disk.
#include "callbacks/outbox.h"
#include "jobs/conclusion.h"
#include "jobs/jobrunner.h"
#include "notify/notifier.h"

namespace kule {
namespace {

constexpr Milliseconds progressPause{100};
constexpr Milliseconds startPause{100};
constexpr Milliseconds storePause{1000};
constexpr int eventsKept = 10'000; ///< a job; later ones still go to Pusher

} // namespace

OpenJob *JobRunner::current(const AttemptRef &ref)
{
    OpenJob *open = m_queue.find(ref.job);
    return open && open->job.attempt == ref.number && open->phase == OpenJob::Phase::Running ? open : nullptr;
}

void JobRunner::onStarted(const AttemptRef &ref, qint64 pid, const QString &python, qint64 wallMs)
{
    OpenJob *open = current(ref);
    if (!open)
        return;
    open->job.startedAt = wallMs;
    ++open->job.revision;
    // The state is durable already; so a short job's pid and interpreter are stored with its end, not by a trip of their own.
    open->start = {pid, python};
    open->startSaving = m_parts.clock.after(startPause, this, [this, ref] {
        OpenJob *now = current(ref);
        if (!now)
            return;
        auto written = m_parts.store.write([job = now->job, start = *now->start](Database &database) { return jobrows::markStarted(database, job, start.pid, start.python); });
        (void)written; // they come with the end if this is lost
    });
    if (open->timeout) {
        open->deadline = m_parts.clock.after(*open->timeout, this, [this, ref] {
            if (const OpenJob *timedOut = current(ref))
                executorOf(*timedOut).stop(ref, StopReason::TimedOut);
        });
    }
    announce(*open);
}

void JobRunner::onProgressed(const AttemptRef &ref, double percent, const QString &step)
{
    OpenJob *open = current(ref);
    if (!open)
        return;
    open->job.progress = percent;
    open->job.step = step;
    if (!open->nextProgress) // else the timer will tell it
        tellProgress(*open);
}

void JobRunner::tellProgress(OpenJob &open)
{
    ++open.job.revision;
    auto written = m_parts.store.write([job = open.job](Database &database) { return jobrows::saveProgress(database, job); });
    (void)written;
    announce(open);
    open.nextProgress = m_parts.clock.after(progressPause, this, [this, ref = AttemptRef{open.job.id, open.job.attempt}, told = open.job.progress, toldStep = open.job.step] {
        OpenJob *now = current(ref);
        if (!now)
            return;
        if (now->job.progress != told || now->job.step != toldStep)
            tellProgress(*now);
        else
            now->nextProgress.reset();
    });
}

void JobRunner::onTriggered(const AttemptRef &ref, const QString &channel, const QString &event, const QByteArray &data)
{
    OpenJob *open = current(ref);
    if (!open)
        return;
    JobEvent said;
    said.number = ++open->events;
    said.attempt = ref.number;
    said.at = m_parts.clock.wallMs();
    said.channel = channel;
    said.event = event;
    said.data = parseJson(data).value_or(Json());
    said.delivery = m_parts.notifier.isConfigured() ? "queued" : "stored";
    if (said.number <= eventsKept) {
        auto written = m_parts.store.write([id = ref.job, said](Database &database) { return jobrows::addEvent(database, id, said); });
        (void)written;
    }
    Q_EMIT eventChanged(ref.job, said);
    if (said.delivery == "queued") {
        m_tickets.insert(m_nextTicket, {ref.job, said});
        m_parts.notifier.trigger(m_nextTicket++, channel, event, data);
    }
}

void JobRunner::onDelivered(qint64 ticket, const QString &error)
{
    auto [id, event] = m_tickets.take(ticket);
    if (id.isEmpty())
        return;
    event.delivery = error.isEmpty() ? "sent" : "failed";
    auto written = m_parts.store.write([id = id, number = event.number, delivery = event.delivery](Database &database) { return jobrows::setDelivery(database, id, number, delivery); });
    (void)written;
    Q_EMIT eventChanged(id, event);
}

void JobRunner::onEnded(const Ending &ending)
{
    OpenJob *open = m_queue.find(ending.ref.job);
    if (!open || open->job.attempt != ending.ref.number || open->phase == OpenJob::Phase::Ending)
        return;
    open->phase = OpenJob::Phase::Ending;
    open->startSaving.reset();
    open->deadline.reset();
    open->nextProgress.reset();
    --laneOf(*open).running;
    const Conclusion conclusion = conclude(*open, ending);
    const jobrows::AttemptEnd end{ending.exitCode, ending.signal, ending.logBytes, ending.result, ending.resultIsRepr, ending.python};
    dispatch();
    if (!conclusion.fatal) {
        persistEnd(ending.ref.job, end, std::nullopt);
        return;
    }
    whenDone(m_parts.fatals.write(*conclusion.fatal), this, [this, id = ending.ref.job, end](const Result<RecordedFatal> &recorded) {
        if (OpenJob *now = m_queue.find(id); now && recorded)
            now->job.fatalFile = recorded->fatal.filename;
        persistEnd(id, end, recorded ? std::optional(*recorded) : std::nullopt);
    });
}

void JobRunner::endUnstarted(OpenJob &open, JobState state)
{
    open.phase = OpenJob::Phase::Ending;
    open.job.state = state;
    open.job.isStopping = false;
    open.job.endedAt = m_parts.clock.wallMs();
    ++open.job.revision;
    persistEnd(open.job.id, {}, std::nullopt);
}

void JobRunner::persistEnd(const JobId &id, jobrows::AttemptEnd end, std::optional<RecordedFatal> fatal)
{
    OpenJob *open = m_queue.find(id);
    if (!open)
        return;
    const auto delivery = DeliveryId::random();
    auto written = m_parts.store.write([job = open->job, start = open->start, url = open->callbackUrl, end, fatal, delivery, now = m_parts.clock.wallMs()](Database &database) -> Done {
        if (start) {
            if (auto done = jobrows::markStarted(database, job, start->pid, start->python); !done)
                return done;
        }
        if (auto done = jobrows::end(database, job, end); !done || !fatal)
            return done;
        if (auto done = FatalRecorder::index(database, *fatal); !done || url.isEmpty())
            return done;
        return CallbackOutbox::put(database, now, delivery, job.id, job.attempt, url, fatal->body);
    });
    whenDone(written, this, [this, id, end, fatal](const Done &stored) {
        if (stored) {
            if (fatal) {
                m_parts.fatals.indexed(*fatal);
                m_parts.callbacks.wake();
            }
            forget(id);
            return;
        }
        if (m_stopping) {
            // The disk says "running", which the next start turns into failed or interrupted.
            m_queue.remove(id);
            forget(id);
            return;
        }
        OpenJob *ending = m_queue.find(id);
        ending->deadline = m_parts.clock.after(storePause, this, [this, id, end, fatal] { persistEnd(id, end, fatal); });
    });
}

void JobRunner::forget(const JobId &id)
{
    if (OpenJob *open = m_queue.find(id)) {
        const Job last = open->job;
        m_queue.remove(id);
        Q_EMIT changed(last);
    }
    const bool isDone = m_stopping && std::none_of(m_queue.all().begin(), m_queue.all().end(), [](const auto &item) { return item.second->phase != OpenJob::Phase::Waiting; });
    if (isDone)
        m_stopping->answer(Done());
}

} // namespace kule
