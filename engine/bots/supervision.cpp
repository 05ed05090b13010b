// SPDX-License-Identifier: GPL-3.0-or-later
#include "bots/supervision.h"

#include <array>

namespace kule {
namespace {

constexpr std::array<std::pair<BotState, const char *>, 8> words{{{BotState::Stopped, "stopped"},
                                                                  {BotState::Starting, "starting"},
                                                                  {BotState::Running, "running"},
                                                                  {BotState::Draining, "draining"},
                                                                  {BotState::BackingOff, "backing_off"},
                                                                  {BotState::Conflict, "conflict"},
                                                                  {BotState::Unauthorised, "unauthorised"},
                                                                  {BotState::Failed, "failed"}}};

} // namespace

const char *wordOf(BotState state)
{
    return words[static_cast<std::size_t>(state)].second;
}

std::optional<BotState> botStateOf(QByteArrayView word)
{
    for (const auto &[state, known] : words) {
        if (word == QByteArrayView(known))
            return state;
    }
    return std::nullopt;
}

Supervision::Command Supervision::launch(Text reason)
{
    m_state = BotState::Starting;
    m_reason = std::move(reason);
    m_wakesAt.reset();
    return Command::Launch;
}

void Supervision::rest(BotState state, qint64 untilMs, Text reason)
{
    m_state = state;
    m_reason = std::move(reason);
    m_wakesAt = untilMs;
}

Supervision::Command Supervision::finish(BotState state, Text reason)
{
    m_state = state;
    m_reason = std::move(reason);
    m_wakesAt.reset();
    return Command::Nothing;
}

Supervision::Command Supervision::start(qint64)
{
    switch (m_state) {
    case BotState::Starting:
    case BotState::Running:
        return Command::Nothing;
    case BotState::Draining:
        m_startsAfterDrain = true;
        return Command::Nothing;
    case BotState::Stopped:
    case BotState::BackingOff:
    case BotState::Conflict:
    case BotState::Unauthorised:
    case BotState::Failed:
        break;
    }
    m_failures = m_conflicts = m_restartCount = 0;
    m_crashes.clear();
    return launch({});
}

Supervision::Command Supervision::stop(qint64 nowMs)
{
    switch (m_state) {
    case BotState::Starting:
    case BotState::Running:
        m_startsAfterDrain = false;
        rest(BotState::Draining, nowMs + longestDrain.count(), {});
        return Command::Drain;
    case BotState::Draining:
        m_startsAfterDrain = false;
        return Command::Nothing;
    case BotState::Stopped:
    case BotState::BackingOff:
    case BotState::Conflict:
    case BotState::Unauthorised:
    case BotState::Failed:
        return finish(BotState::Stopped, {});
    }
    return Command::Nothing;
}

Supervision::Command Supervision::restart(qint64 nowMs)
{
    const bool isUp = m_state == BotState::Starting || m_state == BotState::Running;
    if (!isUp)
        return start(nowMs);
    const Command command = stop(nowMs);
    m_startsAfterDrain = true;
    return command;
}

void Supervision::launched(qint64 nowMs)
{
    if (m_state != BotState::Starting)
        return; // it was asked to stop meanwhile
    rest(BotState::Running, nowMs + healthyAfter.count(), {});
}

Supervision::Command Supervision::ended(qint64 nowMs, Ending ending, Text reason)
{
    const bool isDraining = m_state == BotState::Draining;
    if (!isDraining && m_state != BotState::Starting && m_state != BotState::Running)
        return Command::Nothing; // an abandoned run that ends late
    if (isDraining && !m_startsAfterDrain)
        return finish(BotState::Stopped, {}); // as was asked, however it ended
    m_startsAfterDrain = false;
    switch (ending) {
    case Ending::Unauthorised:
        return finish(BotState::Unauthorised, std::move(reason));
    case Ending::Misconfigured:
        return finish(BotState::Failed, std::move(reason));
    case Ending::Drained:
    case Ending::Crashed:
    case Ending::Unreachable:
    case Ending::Conflict:
        break;
    }
    if (isDraining) {
        ++m_restartCount;
        return launch({});
    }
    if (ending == Ending::Conflict) {
        rest(BotState::Conflict, nowMs + conflicts.after(++m_conflicts, m_chance).count(), std::move(reason));
        return Command::Nothing;
    }
    if (ending != Ending::Unreachable && isOneCrashTooMany(nowMs))
        return finish(BotState::Failed, std::move(reason));
    rest(BotState::BackingOff, nowMs + restarts.after(++m_failures, m_chance).count(), std::move(reason));
    return Command::Nothing;
}

bool Supervision::isOneCrashTooMany(qint64 nowMs)
{
    while (!m_crashes.empty() && m_crashes.front() + crashWindow.count() <= nowMs)
        m_crashes.pop_front();
    m_crashes.push_back(nowMs);
    return m_crashes.size() >= mostCrashes;
}

Supervision::Command Supervision::tick(qint64 nowMs)
{
    if (!m_wakesAt || nowMs < *m_wakesAt)
        return Command::Nothing;
    switch (m_state) {
    case BotState::Running:
        m_failures = m_conflicts = 0;
        m_wakesAt.reset();
        return Command::Nothing;
    case BotState::BackingOff:
    case BotState::Conflict:
        ++m_restartCount;
        return launch(m_reason); // still worth knowing until it runs
    case BotState::Draining:
        // What is unfinished stays in the store and is taken up by the next run.
        if (!std::exchange(m_startsAfterDrain, false)) {
            (void)finish(BotState::Stopped, text(QT_TRANSLATE_NOOP("Engine", "It did not finish within %1 s; what it had begun is taken up by the next start."), QString::number(longestDrain.count() / 1000)));
            return Command::Abandon;
        }
        // Launched a moment later, by the next tick, once the former run is gone.
        rest(BotState::BackingOff, nowMs, {});
        return Command::Abandon;
    case BotState::Stopped:
    case BotState::Starting:
    case BotState::Unauthorised:
    case BotState::Failed:
        break;
    }
    m_wakesAt.reset();
    return Command::Nothing;
}

} // namespace kule
