// SPDX-License-Identifier: GPL-3.0-or-later
// How much a bot does and how well, of the last while: updates a minute, how long a person waits for a reply, errors. Pure: the
// caller brings steady time in ms. Memory is bounded, whatever comes.
#pragma once
#include "base/clock.h"

#include <array>
#include <deque>
#include <optional>

namespace kule {

struct BotFigures
{
    int updatesAMinute = 0;             ///< received within the last minute
    std::optional<qint64> latencyMs;    ///< from an update to its first reply, the median of the newest within ten minutes
    int errors = 0;                     ///< within the last hour
    bool operator==(const BotFigures &) const = default;
};

class BotGauge
{
public:
    static constexpr Milliseconds updateWindow = std::chrono::minutes(1);
    static constexpr Milliseconds replyWindow = std::chrono::minutes(10);
    static constexpr Milliseconds errorWindow = std::chrono::hours(1);
    static constexpr std::size_t mostReplies = 101;

    void received(int updates, qint64 nowMs) { m_updates.add(updates, nowMs); }
    void replied(qint64 latencyMs, qint64 nowMs);
    void erred(qint64 nowMs) { m_errors.add(1, nowMs); }
    BotFigures at(qint64 nowMs) const;
    /// Whether time alone changes nothing any more.
    bool isQuiet(qint64 nowMs) const { return at(nowMs) == BotFigures(); }

private:
    /// How many within a window, counted in sixtieths of it.
    class Count
    {
    public:
        explicit Count(Milliseconds window)
            : m_slot(window.count() / slots)
        {
        }
        void add(int many, qint64 nowMs);
        int at(qint64 nowMs) const;

    private:
        static constexpr int slots = 60;
        struct Slot
        {
            qint64 number = -1; ///< of the time slice
            int many = 0;
        };
        qint64 m_slot;
        std::array<Slot, slots> m_slots;
    };
    struct Reply
    {
        qint64 at;
        qint64 latencyMs;
    };

    Count m_updates{updateWindow};
    Count m_errors{errorWindow};
    std::deque<Reply> m_replies;
};

} // namespace kule
