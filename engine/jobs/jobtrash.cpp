// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/jobtrash.h"

#include "activity/activitylog.h"
#include "base/await.h"

#include <QUuid>

namespace kule {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t restoredAtOnce = 1000;
constexpr Milliseconds longestSleep = 60s; // the wall clock may be set while nothing happens here

} // namespace

QString unguessableName()
{
    return QUuid::createUuid().toString(QUuid::Id128);
}

JobTrash::JobTrash(Store &store, Clock &clock, QString logFolder)
    : m_store(store)
    , m_clock(clock)
    , m_eraser(store, std::move(logFolder))
{
    m_thread.setMaxThreadCount(1);
    m_thread.start([this, until = clock.wallMs() + undoableFor.count()] {
        (void)await(m_store.write([until](Database &database) { return jobremoval::concludeAll(database, until); }));
        (void)m_eraser.sweep();
        (void)expire();
        post(this, [this] { expireLater(); });
    });
}

JobTrash::~JobTrash()
{
    m_isStopping = true;
    m_thread.waitForDone();
}

void JobTrash::finish(std::function<void()> last)
{
    m_isStopping = true;
    m_expiry.reset();
    m_thread.start(std::move(last));
}

Future<Result<Removal>> JobTrash::remove(JobId id, Actor actor)
{
    const qint64 now = m_clock.wallMs();
    const Removal removal{unguessableName(), 1, now, now + undoableFor.count(), id.value, actor.name};
    auto written = m_store.write([id = std::move(id), actor = std::move(actor), removal, now](Database &database) -> Result<Removal> {
        const auto seq = jobremoval::seqOf(database, id);
        if (!seq)
            return fail(seq.error());
        const auto row = jobremoval::begin(database, removal);
        if (!row)
            return fail(row.error());
        if (auto hidden = jobremoval::hide(database, *row, {*seq}); !hidden)
            return fail(hidden.error());
        return ActivityLog::note(database, now, actor, "job.delete", id.value).map([&removal] { return removal; });
    });
    post(this, [this, written] {
        whenDone(written, this, [this](const Result<Removal> &removed) {
            if (!removed)
                return;
            Q_EMIT changed();
            expireLater();
        });
    });
    return written;
}

Future<Result<qint64>> JobTrash::restore(QString undo, Actor actor)
{
    return onPool(m_thread, [this, undo = std::move(undo), actor = std::move(actor)] { return bringBack(undo, actor); });
}

Result<qint64> JobTrash::bringBack(const QString &undo, const Actor &actor)
{
    const qint64 now = m_clock.wallMs();
    const auto taken = await(m_store.write([undo, actor, now](Database &database) -> Result<std::pair<qint64, qint64>> {
        const auto all = jobremoval::kept(database, now);
        const auto id = jobremoval::takeBack(database, undo, now);
        if (!all || !id)
            return fail(all ? id.error() : all.error());
        const auto removal = std::find_if(all->begin(), all->end(), [&undo](const Removal &other) { return other.undo == undo; });
        if (auto noted = ActivityLog::note(database, now, actor, "job.restore", QString::number(removal->count), removal->said); !noted)
            return fail(noted.error());
        return std::pair(*id, removal->count);
    }));
    if (!taken)
        return fail(taken.error());
    auto restored = restoreAll(taken->first);
    if (!restored)
        return fail(restored.error());
    return taken->second;
}

Done JobTrash::restoreAll(qint64 id)
{
    while (!m_isStopping) {
        const auto some = await(m_store.write([id](Database &database) -> Result<qint64> {
            auto restored = jobremoval::restoreSome(database, id, restoredAtOnce);
            if (restored && *restored == 0) {
                if (auto gone = jobremoval::forget(database, id); !gone)
                    return fail(gone.error());
            }
            return restored;
        }));
        if (!some)
            return fail(some.error());
        post(this, [this] { Q_EMIT changed(); });
        if (*some == 0)
            return {};
    }
    return fail(detail::goneError());
}

Done JobTrash::eraseAll(qint64 id)
{
    while (!m_isStopping) {
        const auto some = await(m_store.read([id](Database &database) { return jobremoval::some(database, id, JobEraser::slice); }));
        if (!some)
            return fail(some.error());
        if (some->empty())
            return await(m_store.write([id](Database &database) { return jobremoval::forget(database, id); }));
        const auto erased = m_eraser.erase(*some, jobremoval::unfinished);
        if (!erased)
            return fail(erased.error());
    }
    return fail(detail::goneError());
}

Done JobTrash::expire()
{
    while (!m_isStopping) {
        const auto due = await(m_store.write([now = m_clock.wallMs()](Database &database) -> Result<std::optional<jobremoval::Due>> {
            auto next = jobremoval::due(database, now);
            if (next && *next && (*next)->state == jobremoval::State::Kept) {
                if (auto marked = jobremoval::markErasing(database, (*next)->id); !marked)
                    return fail(marked.error());
            }
            return next;
        }));
        if (!due)
            return fail(due.error());
        if (!*due)
            return {};
        auto done = (*due)->state == jobremoval::State::Restoring ? restoreAll((*due)->id) : eraseAll((*due)->id);
        if (!done)
            return done;
    }
    return {};
}

void JobTrash::expireLater()
{
    if (m_isStopping)
        return;
    const auto next = m_store.read([](Database &database) { return jobremoval::nextUntil(database); });
    whenDone(next, this, [this](const Result<std::optional<qint64>> &until) {
        if (m_isStopping || (until && !*until))
            return;
        const Milliseconds wait(until ? **until - m_clock.wallMs() : longestSleep.count());
        m_expiry = m_clock.after(std::clamp(wait, Milliseconds(0), longestSleep), this, [this] {
            whenDone(onPool(m_thread, [this] { return expire(); }), this, [this](const Done &) { expireLater(); });
        });
    });
}

Future<Result<std::vector<Removal>>> JobTrash::removals()
{
    return m_store.read([now = m_clock.wallMs()](Database &database) { return jobremoval::kept(database, now); });
}

} // namespace kule
