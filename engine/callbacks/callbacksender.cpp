// SPDX-License-Identifier: GPL-3.0-or-later
#include "callbacks/callbacksender.h"

#include "activity/activitylog.h"
#include "net/backoff.h"

namespace kule {
namespace {

using namespace std::chrono_literals;
using callbacktable::Due;
using callbacktable::Outcome;

constexpr int mostAtOnce = 4;
constexpr Milliseconds answerWithin = 10s;
constexpr qint64 largestAnswer = 64 * 1024; // of no interest beyond its status
constexpr Backoff backoff{1s, callbacktable::slowest};
// Bounds that hold whatever the wall clock does: no fewer before giving up, no more in any case.
constexpr int fewestTries = 10;
constexpr int mostTries = 100;
// The wall clock may be set while nothing happens here.
constexpr Milliseconds longestSleep = 60s;
constexpr Milliseconds restAfterTrouble = 30s;

int statusOf(const Result<HttpReply> &reply)
{
    if (reply)
        return reply->status;
    const Json &details = reply.error().details;
    return details.is_object() ? details.value("status", 0) : 0;
}

} // namespace

CallbackSender::CallbackSender(Store &store, HttpClient &http, Clock &clock, quint32 seed)
    : m_store(store)
    , m_http(http)
    , m_clock(clock)
    , m_chance(seed)
{
    qRegisterMetaType<Delivery>();
    wake();
}

Future<Result<Page<Delivery>>> CallbackSender::list(std::optional<DeliveryState> state, PageRequest page)
{
    return m_store.read([state, page = std::move(page)](Database &database) { return callbacktable::list(database, state, page); });
}

Future<Result<Delivery>> CallbackSender::redeliver(DeliveryId id, Actor actor)
{
    return ask(this, [this, id = std::move(id), actor = std::move(actor)] {
        const qint64 now = m_clock.wallMs();
        const auto stored = m_store.write([=](Database &database) -> Result<Delivery> {
            auto delivery = callbacktable::again(database, id, now);
            if (!delivery)
                return delivery;
            if (auto noted = ActivityLog::note(database, now, actor, "callback.redeliver", id.value); !noted)
                return fail(noted.error());
            return delivery;
        });
        whenDone(stored, this, [this](const Result<Delivery> &delivery) {
            if (!delivery)
                return;
            Q_EMIT changed(*delivery);
            Q_EMIT redelivered();
            pump();
        });
        return stored;
    });
}

void CallbackSender::wake()
{
    if (!m_isWoken.exchange(true)) {
        post(this, [this] {
            m_isWoken = false;
            pump();
        });
    }
}

void CallbackSender::pump()
{
    m_picksAgain = m_isPicking;
    if (m_isPicking || m_underWay.size() >= mostAtOnce)
        return;
    if (const qint64 rest = m_restsUntil - m_clock.steadyMs(); rest > 0)
        return pumpIn(Milliseconds(rest));
    m_isPicking = true;
    const QSet<QString> hosts(m_underWay.cbegin(), m_underWay.cend());
    const QSet<QString> ids(m_underWay.keyBegin(), m_underWay.keyEnd());
    const int most = mostAtOnce - static_cast<int>(m_underWay.size());
    const qint64 now = m_clock.wallMs();
    const auto picking = m_store.read([=](Database &database) { return callbacktable::pick(database, now, hosts, ids, most); });
    whenDone(picking, this, [this, now](const Result<callbacktable::Pick> &picked) {
        m_isPicking = false;
        if (!picked)
            return pumpIn(restAfterTrouble);
        for (const Due &due : picked->due)
            send(due);
        if (picked->next)
            pumpIn(std::clamp(Milliseconds(*picked->next - now), Milliseconds(1), longestSleep));
        if (m_picksAgain)
            pump();
    });
}

void CallbackSender::pumpIn(Milliseconds delay)
{
    m_timer = m_clock.after(delay, this, [this] { pump(); });
}

void CallbackSender::send(const Due &due)
{
    // A wake-up while picking may have found it twice.
    if (m_underWay.contains(due.id.value))
        return;
    m_underWay.insert(due.id.value, hostOf(due.url));
    HttpRequest request{.method = "POST",
                        .url = due.url,
                        .headers = {{"Content-Type", "application/json; charset=utf-8"},
                                    {"User-Agent", "Kule/" KULE_VERSION},
                                    {"X-Kule-Delivery", due.id.value.toUtf8()},
                                    {"Idempotency-Key", due.id.value.toUtf8()}},
                        .body = due.body,
                        .timeout = answerWithin,
                        .largestReply = largestAnswer};
    const qint64 startedAt = m_clock.steadyMs();
    whenDone(m_http.send(std::move(request)), this, [this, due, startedAt](const Result<HttpReply> &reply) { record(due, reply, startedAt); });
}

void CallbackSender::record(const Due &due, const Result<HttpReply> &reply, qint64 startedAt)
{
    Outcome outcome = outcomeOf(due, reply);
    outcome.made.durationMs = m_clock.steadyMs() - startedAt;
    const auto stored = m_store.write([id = due.id, outcome](Database &database) { return callbacktable::record(database, id, outcome); });
    whenDone(stored, this, [this, id = due.id](const Result<Delivery> &delivery) {
        m_underWay.remove(id.value);
        if (delivery)
            Q_EMIT changed(*delivery);
        else
            m_restsUntil = m_clock.steadyMs() + restAfterTrouble.count();
        pump();
    });
}

Outcome CallbackSender::outcomeOf(const Due &due, const Result<HttpReply> &reply)
{
    const qint64 now = m_clock.wallMs();
    const int tries = due.tries + 1;
    Outcome outcome;
    outcome.made = {0, now, statusOf(reply), reply ? Text() : reply.error().message, 0};
    const int status = outcome.made.status;
    const bool isTaken = status >= 200 && status < 300 && (reply || reply.error().code == "net.too_large");
    // 410 is the receiver's own word that it wants no more.
    const bool isHopeless = status == 410 || (!reply && reply.error().code == "net.bad_url");
    const bool isOver = (now >= due.until && tries >= fewestTries) || tries >= mostTries;
    outcome.state = isTaken ? DeliveryState::Delivered : isHopeless || isOver ? DeliveryState::Dead : DeliveryState::Waiting;
    outcome.nextAt = now + (outcome.state == DeliveryState::Waiting ? backoff.after(tries, m_chance).count() : 0);
    return outcome;
}

} // namespace kule
