// SPDX-License-Identifier: GPL-3.0-or-later
#include "titles/titleexecutor.h"

#include "python/logwriter.h"

namespace kule {

/// An attempt that waits for a flight's answer.
struct TitleExecutor::Passenger
{
    AttemptRef ref;
    std::shared_ptr<LogWriter> log; ///< on m_logs alone
    qint64 boardedAt = 0;           ///< steady ms
    qint64 startedAt = 0;           ///< UTC ms
};

struct TitleExecutor::Flight
{
    TitleKey key;
    bool isRefresh = false;
    const char *step = "created";
    double percent = 0;
    std::vector<Passenger> passengers;
    bool isOver() const { return passengers.empty(); }
};

TitleExecutor::TitleExecutor(TitleParts parts, TitleRules rules)
    : m_parts(parts)
    , m_rules(std::move(rules))
{
    m_logs.setMaxThreadCount(1);
    m_logs.setExpiryTimeout(-1);
}

TitleExecutor::~TitleExecutor()
{
    m_logs.waitForDone();
}

void TitleExecutor::configure(TitleRules rules)
{
    post(this, [this, rules = std::move(rules)] {
        m_rules = rules;
        m_parts.fetch.configure(rules.fetch);
        m_parts.keeper.configure(rules.pages);
    });
}

void TitleExecutor::launch(Launch launch)
{
    post(this, [this, launch = std::move(launch)] { board(launch); });
}

Future<Result<WorkerHealth>> TitleExecutor::health()
{
    return answered(Result<WorkerHealth>(WorkerHealth{}));
}

void TitleExecutor::board(const Launch &launch)
{
    Passenger passenger{launch.ref, std::make_shared<LogWriter>(launch.logBase, launch.logCap, m_parts.clock, m_parts.redactor), m_parts.clock.steadyMs(), m_parts.clock.wallMs()};
    const auto key = titleKeyOf(launch.path);
    if (!key) {
        Ending ending;
        ending.how = Ending::How::NotStarted;
        ending.type = QString::fromLatin1(key.error().code);
        ending.error = key.error().message;
        return end(passenger, std::move(ending));
    }
    const Json kwargs = parseJson(launch.kwargs).value_or(Json::object());
    const bool isRefresh = kwargs.is_object() && kwargs.value("refresh", Json(false)) == true;
    if (const auto under = m_flights.find(*key); under != m_flights.end()) {
        const FlightPtr &flight = under->second;
        flight->isRefresh = flight->isRefresh || isRefresh;
        flight->passengers.push_back(std::move(passenger));
        Q_EMIT progressed(launch.ref, flight->percent, QString::fromLatin1(flight->step));
        return note(flight, QStringLiteral("joined the job that is under way for %1").arg(QString::fromLatin1(nameOf(*key))));
    }
    const auto flight = std::make_shared<Flight>();
    flight->key = *key;
    flight->isRefresh = isRefresh;
    flight->passengers.push_back(std::move(passenger));
    m_flights.emplace(*key, flight);
    if (isRefresh)
        scrape(flight);
    else
        lookIntoCache(flight);
}

void TitleExecutor::enter(const FlightPtr &flight, const char *step, double percent)
{
    flight->step = step;
    flight->percent = percent;
    for (const Passenger &passenger : flight->passengers)
        Q_EMIT progressed(passenger.ref, percent, QString::fromLatin1(step));
    note(flight, QString::fromLatin1(step));
}

void TitleExecutor::note(const FlightPtr &flight, const QString &line)
{
    for (const Passenger &passenger : flight->passengers) {
        m_logs.start([this, log = passenger.log, ref = passenger.ref, bytes = line.toUtf8() + '\n'] {
            log->append(bytes);
            Q_EMIT logGrown(ref, log->size());
        });
    }
}

void TitleExecutor::lookIntoCache(const FlightPtr &flight)
{
    enter(flight, "checking_cache", 10);
    whenDone(m_parts.cache.find(flight->key), this, [this, flight](const Result<std::optional<CachedTitle>> &found) {
        if (flight->isOver())
            return;
        if (!found)
            note(flight, QStringLiteral("the cache is away, going on without it: %1").arg(found.error().message.english()));
        if (flight->isRefresh)
            return scrape(flight); // somebody who joined wants it fresh
        if (found && *found)
            return land(flight, **found, "cache");
        lookIntoDatabase(flight);
    });
}

void TitleExecutor::lookIntoDatabase(const FlightPtr &flight)
{
    enter(flight, "checking_database", 30);
    auto found = m_parts.database.read([key = flight->key](SqlSession &session) { return titlerows::find(session, key); });
    whenDone(found, this, [this, flight](const Result<std::optional<StoredTitle>> &stored) {
        if (flight->isOver())
            return;
        if (!stored)
            note(flight, QStringLiteral("the database is away, going on without it: %1").arg(stored.error().message.english()));
        const bool isFresh = stored && *stored && (m_rules.maxAge.count() == 0 || (*stored)->pageAt + m_rules.maxAge.count() > m_parts.clock.wallMs());
        if (!isFresh || flight->isRefresh)
            return scrape(flight);
        keepAndLand(flight, cachedOf(**stored), "database");
    });
}

void TitleExecutor::scrape(const FlightPtr &flight)
{
    enter(flight, "scraping_netflix", 50);
    auto page = m_parts.fetch.fetch(
        flight->key, [flight] { return !flight->isOver(); }, [this, flight](const QString &line) { note(flight, line); });
    whenDone(page, this, [this, flight](const Result<FetchedPage> &fetched) {
        if (flight->isOver())
            return;
        if (!fetched)
            return crash(flight, fetched.error());
        note(flight, QStringLiteral("%1 bytes from %2").arg(fetched->body.size()).arg(fetched->url));
        whenDone(m_parts.keeper.readPage(flight->key, *fetched), this, [this, flight](const Result<TitleKeeper::ReadPage> &read) {
            // What was fetched is saved, whether or not somebody still waits for it.
            if (!read)
                return crash(flight, read.error());
            save(flight, *read);
        });
    });
}

void TitleExecutor::save(const FlightPtr &flight, const TitleKeeper::ReadPage &read)
{
    if (read.read)
        enter(flight, "saving_to_database", 80);
    whenDone(m_parts.keeper.save(flight->key, read), this, [this, flight](const Result<StoredTitle> &stored) {
        if (!stored)
            return crash(flight, stored.error());
        if (stored->isPartial)
            note(flight, QStringLiteral("partial: some fields are missing on the page"));
        keepAndLand(flight, cachedOf(*stored), "netflix");
    });
}

void TitleExecutor::keepAndLand(const FlightPtr &flight, const CachedTitle &title, const char *source)
{
    whenDone(m_parts.cache.put(flight->key, title), this, [this, flight, title, source](const Done &kept) {
        if (!kept)
            note(flight, QStringLiteral("the cache did not take it: %1").arg(kept.error().message.english()));
        land(flight, title, source);
    });
}

void TitleExecutor::land(const FlightPtr &flight, const CachedTitle &title, const char *source)
{
    enter(flight, "completed", 100);
    note(flight, QStringLiteral("source: %1").arg(QString::fromLatin1(source)));
    const QByteArray result = "{\"data\":" + title.json + ",\"source\":\"" + source + "\",\"partial\":" + (title.isPartial ? "true" : "false")
        + ",\"page_at\":\"" + isoTime(title.pageAt) + "\"}";
    for (Passenger &passenger : std::exchange(flight->passengers, {})) {
        Ending ending;
        ending.how = Ending::How::Returned;
        ending.result = result;
        end(passenger, std::move(ending));
    }
    if (const auto mine = m_flights.find(flight->key); mine != m_flights.end() && mine->second == flight)
        m_flights.erase(mine);
}

void TitleExecutor::crash(const FlightPtr &flight, const Error &error)
{
    note(flight, QString::fromLatin1(error.code) + QStringLiteral(": ") + error.message.english());
    for (Passenger &passenger : std::exchange(flight->passengers, {})) {
        Ending ending;
        ending.how = Ending::How::Raised;
        ending.type = QString::fromLatin1(error.code);
        ending.error = error.message;
        end(passenger, std::move(ending));
    }
    if (const auto mine = m_flights.find(flight->key); mine != m_flights.end() && mine->second == flight)
        m_flights.erase(mine);
}

void TitleExecutor::stop(AttemptRef ref, StopReason reason)
{
    post(this, [this, ref, reason] {
        for (const auto &[key, flight] : m_flights) {
            const auto found = std::find_if(flight->passengers.begin(), flight->passengers.end(), [&](const Passenger &passenger) { return passenger.ref == ref; });
            if (found == flight->passengers.end())
                continue;
            Passenger leaving = std::move(*found);
            flight->passengers.erase(found);
            Ending ending;
            ending.how = Ending::How::Stopped;
            ending.reason = reason;
            end(leaving, std::move(ending));
            // With nobody left, who comes next begins anew.
            if (flight->isOver())
                m_flights.erase(TitleKey(key));
            return;
        }
    });
}

// Told once its log is on the disk.
void TitleExecutor::end(Passenger &passenger, Ending ending)
{
    ending.ref = passenger.ref;
    ending.startedAt = passenger.startedAt;
    ending.endedAt = m_parts.clock.wallMs();
    ending.durationMs = m_parts.clock.steadyMs() - passenger.boardedAt;
    m_logs.start([this, log = passenger.log, ending = std::move(ending)]() mutable {
        log->close();
        ending.logBytes = log->size();
        Q_EMIT ended(ending);
    });
}

} // namespace kule
