// SPDX-License-Identifier: GPL-3.0-or-later
// A client between the listener that accepted it and the shard that serves it: its descriptor and its counted place. Both
// are given back when it never arrives. Made on the server's thread, ends on any.
#pragma once
#include <QtGlobal>

#include <atomic>
#include <memory>

namespace kule::http {

/// Of one server; outlives it where a socket was taken over.
struct Counters
{
    std::atomic<qint64> connections = 0; ///< those that count against the limit
    std::atomic<qint64> waiting = 0;     ///< those that count against the limit of waiting ones instead
    std::atomic<qint64> turnedAway = 0;  ///< being told that there are too many
    std::atomic<qint64> requests = 0;    ///< readable ones, since start
};

enum class Welcome { Serve, TurnAway }; ///< TurnAway: one too many; is told so and closed

/// One of the counted, for as long as it lives.
class Place
{
public:
    Place() = default;
    Place(std::shared_ptr<Counters> counters, Welcome welcome);
    ~Place();
    Place(Place &&) = default; // the one moved from holds no counters
    Place &operator=(Place &&) = delete;

    /// Counts it among the waiting from now on, unless they are atMost already. Of one that is served.
    void wait(int atMost);
    /// And among the others again.
    void waitNoMore();
    bool isWaiting() const { return m_count == &Counters::waiting; }

private:
    using Count = std::atomic<qint64> Counters::*;

    std::shared_ptr<Counters> m_counters;
    Count m_count = &Counters::connections;
};

class Visitor
{
public:
    Visitor(qintptr descriptor, std::shared_ptr<Counters> counters, Welcome welcome);
    ~Visitor();
    Q_DISABLE_COPY_MOVE(Visitor)

    Welcome welcome() const { return m_welcome; }
    qintptr takeDescriptor();
    Place takePlace() { return std::move(m_place); }

private:
    static constexpr qintptr none = -1;
    qintptr m_descriptor;
    Place m_place;
    const Welcome m_welcome;
};

} // namespace kule::http
