// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/metrics.h"

#include "api/platform/process.h"

#include <algorithm>

namespace kule {
namespace {

class Exposition
{
public:
    void metric(const char *name, const char *type, const char *help)
    {
        m_name = name;
        m_text += "# HELP " + m_name + ' ' + help + "\n# TYPE " + m_name + ' ' + type + '\n';
    }
    void value(double number) { line({}, QByteArray::number(number, 'g', 15)); }
    void value(const char *label, QByteArrayView word, qint64 number)
    {
        line(QByteArray("{") + label + "=\"" + word.toByteArray() + "\"}", QByteArray::number(number));
    }
    QByteArray take() { return std::move(m_text); }

private:
    void line(const QByteArray &labels, const QByteArray &number) { m_text += m_name + labels + ' ' + number + '\n'; }
    QByteArray m_name;
    QByteArray m_text;
};

void tell(Exposition &out, const TitleState &titles)
{
    out.metric("kule_titles_cache_up", "gauge", "1 while the cache of titles answers.");
    out.value("kind", titles.cache.kind, titles.cache.problem ? 0 : 1);
    if (!titles.cache.problem) {
        out.metric("kule_titles_cache_entries", "gauge", "Titles in the cache.");
        out.value(static_cast<double>(titles.cache.entries));
        out.metric("kule_titles_cache_bytes", "gauge", "Memory of the cache; of Redis all that it holds.");
        out.value(static_cast<double>(titles.cache.bytes));
    }
    out.metric("kule_titles_cache_requests_total", "counter", "Titles that were looked for in the cache.");
    out.value("result", "hit", titles.cache.hits);
    out.value("result", "miss", titles.cache.misses);
    out.metric("kule_titles_database_up", "gauge", "1 while the database of titles answers.");
    out.value("kind", titles.database.kind, titles.database.problem ? 0 : 1);
    if (titles.sizes) {
        out.metric("kule_titles", "gauge", "Stored titles, and those of them that lack a field.");
        out.value("state", "complete", titles.sizes->titles - titles.sizes->partial);
        out.value("state", "partial", titles.sizes->partial);
        out.metric("kule_titles_pages", "gauge", "Pages that are kept.");
        out.value(static_cast<double>(titles.sizes->pages));
        out.metric("kule_titles_page_bytes", "gauge", "Their size, packed.");
        out.value(static_cast<double>(titles.sizes->pageBytes));
    }
    out.metric("kule_titles_pages_spooled", "gauge", "Pages that wait for the database.");
    out.value(static_cast<double>(titles.spooled));
    out.metric("kule_titles_batches", "gauge", "Batches that have not ended.");
    out.value("state", "running", titles.batches.running);
    out.value("state", "stopped", titles.batches.stopped);
    out.metric("kule_titles_batch_items", "gauge", "Titles of those batches that have not ended.");
    out.value("state", "waiting", titles.batches.titlesWaiting);
    out.value("state", "running", titles.batches.titlesRunning);
    out.metric("kule_titles_ended_total", "counter", "Jobs of titles that ended, by outcome.");
    for (const auto &[outcome, count] : titles.ended)
        out.value("outcome", outcome, count);
}

} // namespace

void Metrics::countRequest(int status, qint64 microseconds)
{
    m_byClass[static_cast<std::size_t>(std::clamp(status / 100, 0, 5))].fetch_add(1, std::memory_order_relaxed);
    m_microseconds.fetch_add(microseconds, std::memory_order_relaxed);
}

qint64 Metrics::requests() const
{
    qint64 all = 0;
    for (const auto &count : m_byClass)
        all += count.load(std::memory_order_relaxed);
    return all;
}

QByteArray Metrics::text(const Gauges &gauges) const
{
    Exposition out;
    out.metric("kule_info", "gauge", "Always 1; says which version runs.");
    out.value("version", KULE_VERSION, 1);
    out.metric("kule_jobs", "gauge", "Jobs by state.");
    for (const JobState state : allJobStates)
        out.value("state", wordOf(state), gauges.jobs.byState.value(wordOf(state)));
    out.metric("kule_fatals", "gauge", "Fatal reports in the folder.");
    out.value(static_cast<double>(gauges.fatals));
    out.metric("kule_callbacks", "gauge", "Callbacks that wait and those that were given up.");
    out.value("state", "waiting", gauges.callbacksWaiting);
    out.value("state", "dead", gauges.callbacksDead);
    if (!gauges.titles.cache.kind.isEmpty())
        tell(out, gauges.titles);
    out.metric("kule_python_warm_workers", "gauge", "Python workers ready to run a job.");
    out.value(gauges.warmWorkers);
    out.metric("kule_store_up", "gauge", "1 while jobs can be stored.");
    out.value(gauges.isStoreWell ? 1 : 0);
    out.metric("kule_http_connections", "gauge", "Open connections, besides those of Socket.IO clients.");
    out.value(static_cast<double>(gauges.connections));
    out.metric("kule_socketio_clients", "gauge", "Socket.IO clients by transport.");
    out.value("transport", "polling", gauges.pollingClients);
    out.value("transport", "websocket", gauges.webSocketClients);
    out.metric("kule_socketio_subscriptions", "gauge", "Jobs followed by all of them.");
    out.value(static_cast<double>(gauges.subscriptions));
    out.metric("kule_http_requests_total", "counter", "Requests by class of status.");
    for (std::size_t first = 1; first < m_byClass.size(); ++first)
        out.value("class", QByteArray::number(static_cast<int>(first)) + "xx", m_byClass[first].load(std::memory_order_relaxed));
    out.metric("kule_http_request_seconds_total", "counter", "Time spent between request and answer.");
    out.value(static_cast<double>(m_microseconds.load(std::memory_order_relaxed)) / 1e6);
    const ProcessUsage usage = processUsage();
    out.metric("process_resident_memory_bytes", "gauge", "Memory of this process.");
    out.value(static_cast<double>(usage.residentBytes));
    out.metric("process_cpu_seconds_total", "counter", "Processor time of this process.");
    out.value(usage.cpuSeconds);
    out.metric("kule_uptime_seconds", "gauge", "Seconds since the start.");
    out.value(static_cast<double>(gauges.uptimeMs) / 1000);
    return out.take();
}

} // namespace kule
