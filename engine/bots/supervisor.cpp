// SPDX-License-Identifier: GPL-3.0-or-later
#include "bots/supervisor.h"

#include <QPointer>

namespace kule {
namespace {

using namespace std::chrono_literals;

// The wall clock may be set, and the computer may sleep, while nothing happens here.
constexpr qint64 longestSleepMs = 60'000;

} // namespace

Supervisor::Supervisor(Clock &clock, MakeRun makeRun, quint32 seed)
    : m_clock(clock)
    , m_makeRun(std::move(makeRun))
    , m_chance(seed)
{
}

Supervisor::~Supervisor() = default;

Supervisor::Entry *Supervisor::find(const BotId &id)
{
    const auto found = m_entries.find(id);
    return found == m_entries.end() ? nullptr : &found->second;
}

template <class F>
void Supervisor::tell(const BotId &id, F event)
{
    if (Entry *entry = find(id))
        obey(id, event(entry->supervision, m_clock.steadyMs()));
}

void Supervisor::adopt(const Bot &bot)
{
    const auto known = m_entries.find(bot.id);
    if (known == m_entries.end())
        m_entries.emplace(bot.id, Entry{bot, Supervision(m_chance.generate()), nullptr, {}, {}, nullptr, std::nullopt, nullptr});
    else
        known->second.bot = bot;
    schedule(bot.id, m_entries.at(bot.id));
    Q_EMIT changed(bot.id);
}

void Supervisor::dismiss(const BotId &id)
{
    m_entries.erase(id);
    checkFinished();
}

void Supervisor::start(const BotId &id)
{
    tell(id, [](Supervision &bot, qint64 now) { return bot.start(now); });
}

void Supervisor::stop(const BotId &id)
{
    tell(id, [](Supervision &bot, qint64 now) { return bot.stop(now); });
}

void Supervisor::restart(const BotId &id)
{
    tell(id, [](Supervision &bot, qint64 now) { return bot.restart(now); });
}

void Supervisor::setQuantity(const BotId &id, int quantity)
{
    if (Entry *entry = find(id)) {
        entry->bot.quantity = quantity;
        if (entry->run)
            entry->run->setQuantity(quantity);
        Q_EMIT changed(id);
    }
}

void Supervisor::lookAtLedger(const BotId &id)
{
    if (Entry *entry = find(id); entry && entry->run)
        entry->run->lookAtLedger();
}

Future<Done> Supervisor::deliver(const BotId &id, QByteArray secret, QByteArray body)
{
    Entry *entry = find(id);
    if (!entry || !entry->run)
        return answered(Done(fail(ErrorKind::Unavailable, "bot.not_listening", text(QT_TRANSLATE_NOOP("Engine", "The bot takes nothing now. Send it again later.")))));
    return entry->run->deliver(std::move(secret), std::move(body));
}

Supervisor::Condition Supervisor::conditionOf(const BotId &id) const
{
    const auto found = m_entries.find(id);
    if (found == m_entries.end())
        return {};
    const Entry &entry = found->second;
    const Supervision &bot = entry.supervision;
    // What is in its way now says more than why it was started again.
    const Text &reason = entry.trouble.source.isEmpty() ? bot.reason() : entry.trouble;
    Condition condition{bot.state(), reason, bot.restartCount(), entry.restarts ? entry.restarts->nextAt() : std::nullopt, entry.conflict};
    if (bot.wakesAt() && (bot.state() == BotState::BackingOff || bot.state() == BotState::Conflict))
        condition.nextTryAt = m_clock.wallMs() + *bot.wakesAt() - m_clock.steadyMs();
    return condition;
}

void Supervisor::obey(const BotId &id, Supervision::Command command)
{
    Entry *entry = find(id);
    switch (command) {
    case Supervision::Command::Nothing:
        break;
    case Supervision::Command::Launch:
        launch(id, *entry);
        break;
    case Supervision::Command::Drain:
        if (entry->run)
            entry->run->drain();
        break;
    case Supervision::Command::Abandon:
        entry->run.reset();
        break;
    }
    if (!entry->run)
        entry->trouble = {};
    if (const BotState state = entry->supervision.state(); state != BotState::Conflict && state != BotState::Starting && state != BotState::Running)
        entry->conflict.reset();
    sleep(id, *entry);
    Q_EMIT changed(id);
    checkFinished();
}

void Supervisor::launch(const BotId &id, Entry &entry)
{
    entry.run.reset(); // its lock goes with it
    entry.trouble = {};
    entry.run = m_makeRun(entry.bot);
    BotRun *run = entry.run.get();
    connect(run, &BotRun::launched, this, [this, id] {
        if (Entry *mine = find(id)) {
            mine->supervision.launched(m_clock.steadyMs());
            mine->trouble = {};
            mine->conflict.reset();
            sleep(id, *mine);
            Q_EMIT changed(id);
        }
    });
    connect(run, &BotRun::introduced, this, [this, id](qint64 number, const QString &username) { Q_EMIT introduced(id, number, username); });
    connect(run, &BotRun::troubled, this, [this, id](const Text &what) {
        if (Entry *mine = find(id)) {
            mine->trouble = what;
            Q_EMIT changed(id);
        }
    });
    connect(run, &BotRun::conflicted, this, [this, id](const BotConflict &conflict) {
        if (Entry *mine = find(id)) {
            mine->conflict = conflict;
            Q_EMIT changed(id);
        }
    });
    // Later: it says so from within, and is destroyed for it.
    connect(run, &BotRun::ended, this, [this, id, run = QPointer(run)](Supervision::Ending ending, const Text &reason) {
        post(this, [this, id, run, ending, reason] {
            Entry *mine = find(id);
            if (!mine || !run || mine->run.get() != run)
                return;
            mine->run.reset();
            mine->trouble = {};
            tell(id, [&](Supervision &bot, qint64 now) { return bot.ended(now, ending, reason); });
        });
    });
    run->launch();
}

void Supervisor::sleep(const BotId &id, Entry &entry)
{
    entry.timer.reset();
    if (const auto moment = entry.supervision.wakesAt())
        entry.timer = m_clock.after(Milliseconds(std::max<qint64>(*moment - m_clock.steadyMs(), 0)), this, [this, id] {
            tell(id, [](Supervision &bot, qint64 now) { return bot.tick(now); });
        });
}

void Supervisor::schedule(const BotId &id, Entry &entry)
{
    entry.restarts.reset();
    entry.restartTimer.reset();
    const RestartTimes &times = entry.bot.restarts;
    if (times.cron.isEmpty())
        return;
    auto parsed = Schedule::parse(times.cron, times.timezone, Milliseconds(times.jitterMs));
    if (!parsed)
        return; // refused when it was entered; a zone may have gone since
    entry.restarts.emplace(std::move(*parsed), m_clock.wallMs(), m_chance.generate());
    checkSchedule(id);
}

void Supervisor::checkSchedule(const BotId &id)
{
    Entry *entry = find(id);
    if (!entry || !entry->restarts)
        return;
    const bool isBusy = entry->supervision.state() != BotState::Running;
    const auto verdict = entry->restarts->check(m_clock.wallMs(), isBusy ? ScheduledDeed::Load::Busy : ScheduledDeed::Load::Idle);
    if (const auto moment = entry->restarts->nextAt()) {
        const Milliseconds pause(std::clamp<qint64>(*moment - m_clock.wallMs(), 1, longestSleepMs));
        entry->restartTimer = m_clock.after(pause, this, [this, id] { checkSchedule(id); });
    }
    if (verdict == ScheduledDeed::Verdict::Due)
        restart(id);
}

Future<Done> Supervisor::finish()
{
    const Promise<Done> promise;
    m_finishing.push_back(promise);
    std::vector<BotId> ids;
    for (const auto &[id, entry] : m_entries)
        ids.push_back(id);
    for (const BotId &id : ids)
        stop(id);
    checkFinished();
    return promise.future();
}

void Supervisor::checkFinished()
{
    const bool isOpen = std::any_of(m_entries.begin(), m_entries.end(), [](const auto &item) { return item.second.supervision.state() == BotState::Draining; });
    if (isOpen)
        return;
    for (const auto &promise : std::exchange(m_finishing, {}))
        promise.answer(Done());
}

} // namespace kule
