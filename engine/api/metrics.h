// SPDX-License-Identifier: GPL-3.0-or-later
// Counters of this server, and the Prometheus text of everything that /metrics tells. Any thread, no lock. Labels hold
// words of ours only: never an id, a url or a secret.
#pragma once
#include "titles/titleservice.h"

#include <array>
#include <atomic>

namespace kule {

class Metrics
{
public:
    void countRequest(int status, qint64 microseconds);
    qint64 requests() const;

    /// What is asked of the services for one scrape.
    struct Gauges
    {
        JobCounts jobs;
        TitleState titles; ///< of no kind of cache: unknown
        qint64 fatals = 0;
        qint64 callbacksWaiting = 0;
        qint64 callbacksDead = 0;
        int warmWorkers = 0;
        qint64 connections = 0;
        qint64 pollingClients = 0;
        qint64 webSocketClients = 0;
        qint64 subscriptions = 0;
        bool isStoreWell = true;
        qint64 uptimeMs = 0;
    };
    QByteArray text(const Gauges &gauges) const;

private:
    std::array<std::atomic<qint64>, 6> m_byClass{}; ///< by the first digit of the status
    std::atomic<qint64> m_microseconds = 0;
};

} // namespace kule
