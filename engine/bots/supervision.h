// SPDX-License-Identifier: GPL-3.0-or-later
// The life of one bot as a state machine: what it is, why, and what is to be done now. Pure: it is told what happened with the
// steady time and answers with a command; the caller obeys, and asks again at wakesAt(). Never starts anything itself.
#pragma once
#include "base/clock.h"
#include "base/text.h"
#include "net/backoff.h"

#include <QRandomGenerator>

#include <deque>
#include <optional>

namespace kule {

enum class BotState { Stopped, Starting, Running, Draining, BackingOff, Conflict, Unauthorised, Failed };
/// "stopped", "starting", "running", "draining", "backing_off", "conflict", "unauthorised", "failed"
const char *wordOf(BotState state);
std::optional<BotState> botStateOf(QByteArrayView word);

class Supervision
{
public:
    static constexpr Backoff restarts{std::chrono::seconds(1), std::chrono::seconds(300)};
    /// Another's poller loses by each of our tries, so they are rare.
    static constexpr Backoff conflicts{std::chrono::seconds(60), std::chrono::seconds(300)};
    static constexpr Milliseconds healthyAfter = std::chrono::seconds(60);
    static constexpr Milliseconds crashWindow = std::chrono::minutes(10);
    static constexpr int mostCrashes = 10;
    static constexpr Milliseconds longestDrain = std::chrono::seconds(30);

    /// What the caller must do at once.
    enum class Command {
        Nothing,
        Launch,  ///< begin a run; answer with launched() or ended()
        Drain,   ///< take nothing new, finish what is begun; answer with ended()
        Abandon, ///< end the run this moment; no answer is waited for
    };
    enum class Ending {
        Drained,
        Crashed,
        Unreachable,  ///< Telegram or the network is away: no fault of the bot's, so it is tried for ever
        Conflict,     ///< 409: somebody else polls, or a webhook is set
        Unauthorised, ///< 401: the token is worth nothing
        Misconfigured, ///< trying again cannot help
    };

    explicit Supervision(quint32 seed)
        : m_chance(seed)
    {
    }

    [[nodiscard]] Command start(qint64 nowMs);
    [[nodiscard]] Command stop(qint64 nowMs);
    /// Drains, then starts; starts one that is not running.
    [[nodiscard]] Command restart(qint64 nowMs);
    void launched(qint64 nowMs);
    [[nodiscard]] Command ended(qint64 nowMs, Ending ending, Text reason = {});
    /// To be called at wakesAt(), and harmless at any other time.
    [[nodiscard]] Command tick(qint64 nowMs);

    BotState state() const { return m_state; }
    /// Why it is so; empty when there is nothing to say.
    const Text &reason() const { return m_reason; }
    /// Steady ms; nothing: only events move it.
    std::optional<qint64> wakesAt() const { return m_wakesAt; }
    /// Runs begun again since the last start() by a person.
    int restartCount() const { return m_restartCount; }

private:
    Command launch(Text reason);
    void rest(BotState state, qint64 untilMs, Text reason);
    Command finish(BotState state, Text reason);
    bool isOneCrashTooMany(qint64 nowMs);

    BotState m_state = BotState::Stopped;
    Text m_reason;
    std::optional<qint64> m_wakesAt;
    bool m_startsAfterDrain = false;
    int m_failures = 0; ///< in a row
    int m_conflicts = 0;
    int m_restartCount = 0;
    std::deque<qint64> m_crashes; ///< moments of the last ones, no older than the window
    QRandomGenerator m_chance;
};

} // namespace kule
