// SPDX-License-Identifier: GPL-3.0-or-later
#include "bots/poller.h"

namespace kule {
namespace {

using namespace std::chrono_literals;

constexpr Backoff backoff{1s, 60s};
constexpr Milliseconds slowestLoop = 1s;

} // namespace

Poller::Poller(TelegramClient &telegram, Clock &clock, Take take, quint32 seed)
    : m_telegram(telegram)
    , m_clock(clock)
    , m_take(std::move(take))
    , m_chance(seed)
{
}

void Poller::start(qint64 offset)
{
    m_offset = offset;
    m_isRunning = true;
    m_isWell = false;
    poll();
}

void Poller::stop()
{
    m_isRunning = false;
    m_timer.reset();
}

void Poller::poll()
{
    m_askedAt = m_clock.steadyMs();
    // The first answers at once, so that it is soon known whether all is well.
    const auto asked = m_telegram.getUpdates(m_offset, m_isWell ? longestPollS : 0, m_isCareful ? 1 : 100);
    whenDone(asked, this, [this](const Result<std::vector<TelegramUpdate>> &batch) {
        if (!m_isRunning)
            return;
        if (!batch)
            return rest(batch.error());
        m_failures = 0;
        m_isCareful = false;
        const bool wasWell = std::exchange(m_isWell, true);
        if (!wasWell)
            Q_EMIT polling();
        if (!m_isRunning)
            return;
        if (batch->empty())
            return pollOn(!wasWell);
        take(*batch);
    });
}

void Poller::take(const std::vector<TelegramUpdate> &batch)
{
    whenDone(m_take(batch), this, [this](const Result<qint64> &next) {
        if (!m_isRunning)
            return;
        if (!next)
            return rest(next.error()); // not stored, so not confirmed: it comes again
        pollOn(std::exchange(m_offset, *next) != *next);
    });
}

void Poller::pollOn(bool hasProgress)
{
    const Milliseconds since(m_clock.steadyMs() - m_askedAt);
    if (hasProgress || since >= slowestLoop)
        return poll();
    // A server that answers at once and says nothing new, or the same for ever.
    m_timer = m_clock.after(slowestLoop - since, this, [this] { poll(); });
}

void Poller::rest(const Error &error)
{
    Milliseconds pause = backoff.after(++m_failures, m_chance);
    switch (faultOf(error)) {
    case TelegramFault::Unauthorised:
    case TelegramFault::OtherPoller:
    case TelegramFault::WebhookActive:
        stop();
        Q_EMIT ended(error);
        return;
    case TelegramFault::TooManyRequests:
        pause = std::chrono::seconds(error.retryAfter.value_or(1));
        break;
    case TelegramFault::ChatGone:
    case TelegramFault::Migrated:
    case TelegramFault::NotModified:
    case TelegramFault::Refused:
    case TelegramFault::NotDone:
    case TelegramFault::Unclear:
        break;
    }
    m_isCareful = error.code == "net.too_large";
    m_isWell = false;
    m_timer = m_clock.after(pause, this, [this] { poll(); });
    Q_EMIT troubled(error);
}

} // namespace kule
