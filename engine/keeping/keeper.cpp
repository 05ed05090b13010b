// SPDX-License-Identifier: GPL-3.0-or-later
#include "keeping/keeper.h"

#include "activity/activitylog.h"
#include "base/await.h"
#include "callbacks/callbacktable.h"
#include "fatals/fatalfolder.h"
#include "keeping/keptrows.h"

namespace kule {
namespace {

using namespace std::chrono_literals;

constexpr Milliseconds afterChange = 60s; // time to change one's mind
constexpr Milliseconds between = 1h;

} // namespace

Keeper::Keeper(Store &store, FatalFolder &fatals, SettingsService &settings, Clock &clock, QString logFolder)
    : m_store(store)
    , m_fatals(fatals)
    , m_clock(clock)
    , m_eraser(store, std::move(logFolder))
    , m_policy(KeepPolicy::of(settings.current()))
    , m_logCap(settings.current().number(Setting::JobsLogCap))
{
    m_thread.setMaxThreadCount(1);
    connect(&settings, &SettingsService::changed, this, [this](const Settings &now) {
        m_logCap = now.number(Setting::JobsLogCap);
        const KeepPolicy policy = KeepPolicy::of(now);
        if (policy == m_policy)
            return;
        m_policy = policy;
        applyIn(afterChange);
    });
    applyIn(afterChange);
}

Keeper::~Keeper()
{
    m_isStopping = true;
    m_thread.waitForDone();
}

void Keeper::applyIn(Milliseconds delay)
{
    m_next = m_clock.after(delay, this, [this] {
        whenDone(onPool(m_thread, [this, policy = m_policy] { return apply(policy); }), this, [this, policy = m_policy](const Done &) {
            if (policy == m_policy) // else a change has set a time of its own
                applyIn(between);
        });
    });
}

Future<Result<std::vector<Going>>> Keeper::preview(KeepPolicy policy)
{
    return m_store.read([policy, now = m_clock.wallMs(), logCap = m_logCap.load()](Database &database) -> Result<std::vector<Going>> {
        std::vector<Going> all;
        for (const KeptKind kind : allKeptKinds) {
            const auto going = keptrows::preview(database, kind, keptrows::boundsOf(policy[kind], now, logCap));
            if (!going)
                return fail(going.error());
            all.push_back(*going);
        }
        return all;
    });
}

Done Keeper::apply(const KeepPolicy &policy)
{
    QStringList said;
    qint64 total = 0;
    Done done;
    for (const KeptKind kind : allKeptKinds) {
        const auto gone = applyTo(kind, policy[kind]);
        if (gone && *gone > 0)
            said << QStringLiteral("%1: %2").arg(QString::fromLatin1(wordOf(kind))).arg(*gone);
        total += gone.value_or(0);
        if (!gone)
            done = fail(gone.error());
    }
    if (total == 0)
        return done;
    (void)await(m_store.write([said, total, now = m_clock.wallMs()](Database &database) {
        return ActivityLog::note(database, now, {QStringLiteral("kule"), false}, "retention.apply", QString::number(total), said.join(QStringLiteral(", ")));
    }));
    post(this, [this] { Q_EMIT applied(); });
    return done;
}

Result<qint64> Keeper::applyTo(KeptKind kind, const KeepRule &rule)
{
    if (rule == KeepRule())
        return 0;
    const qint64 now = m_clock.wallMs();
    const auto keys = await(m_store.read([kind, bounds = keptrows::boundsOf(rule, now, m_logCap)](Database &database) { return keptrows::going(database, kind, bounds); }));
    if (!keys)
        return fail(keys.error());
    qint64 gone = 0;
    for (qsizetype first = 0; first < keys->size() && !m_isStopping; first += JobEraser::slice) {
        const auto erased = erase(kind, keys->mid(first, JobEraser::slice), now);
        if (!erased)
            return gone > 0 ? Result<qint64>(gone) : erased; // the next pass goes on
        gone += *erased;
    }
    return gone;
}

Result<qint64> Keeper::erase(KeptKind kind, const QStringList &keys, qint64 now)
{
    switch (kind) {
    case KeptKind::Jobs:
    case KeptKind::FailedJobs: {
        jobremoval::Seqs seqs;
        for (const QString &key : keys)
            seqs.push_back(key.toLongLong());
        return m_eraser.erase(seqs, now); // one that ran again since has ended later, or not yet
    }
    case KeptKind::Fatals:
        return await(m_fatals.erase(keys));
    case KeptKind::Callbacks:
        return await(m_store.write([keys](Database &database) { return callbacktable::forget(database, keys); }));
    case KeptKind::Activity:
        return await(m_store.write([keys](Database &database) { return ActivityLog::forget(database, keys); }));
    }
    return 0;
}

} // namespace kule
