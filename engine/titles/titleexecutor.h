// SPDX-License-Identifier: GPL-3.0-or-later
// Runs jobs of kind title: cache, then database, then the page, each step told as the document names it. Jobs for the same
// title at the same time are one flight: one fetch, one answer for all. Lives on the thread that it is moved to with what it
// is given; calls may come from any. A backend that is away is noted in the job's log and gone around.
#pragma once
#include "jobs/executors/executor.h"
#include "titles/titlekeeper.h"

#include <map>

namespace kule {

class Redactor;

struct TitleRules
{
    FetchPolicy fetch;
    PageRules pages;
    Milliseconds maxAge{0}; ///< of a stored title; 0: any
};

struct TitleParts
{
    TitleCache &cache;
    TitleDatabase &database;
    TitleKeeper &keeper;
    PageFetch &fetch;
    Clock &clock;
    const Redactor &redactor;
};

class TitleExecutor final : public Executor
{
    Q_OBJECT
public:
    TitleExecutor(TitleParts parts, TitleRules rules);
    ~TitleExecutor() override;
    /// From now on.
    void configure(TitleRules rules);

    void launch(Launch launch) override;
    void stop(AttemptRef ref, StopReason reason) override;
    /// Needs no worker.
    Future<Result<WorkerHealth>> health() override;

private:
    struct Flight;
    struct Passenger;
    using FlightPtr = std::shared_ptr<Flight>;
    void board(const Launch &launch);
    void enter(const FlightPtr &flight, const char *step, double percent);
    void note(const FlightPtr &flight, const QString &line);
    void lookIntoCache(const FlightPtr &flight);
    void lookIntoDatabase(const FlightPtr &flight);
    void scrape(const FlightPtr &flight);
    void save(const FlightPtr &flight, const TitleKeeper::ReadPage &read);
    /// Into the cache, then to everybody.
    void keepAndLand(const FlightPtr &flight, const CachedTitle &title, const char *source);
    void land(const FlightPtr &flight, const CachedTitle &title, const char *source);
    void crash(const FlightPtr &flight, const Error &error);
    void end(Passenger &passenger, Ending ending);

    const TitleParts m_parts;
    TitleRules m_rules;
    std::map<TitleKey, FlightPtr> m_flights;
    QThreadPool m_logs; ///< one thread: lines stay in order
};

} // namespace kule
