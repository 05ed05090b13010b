// SPDX-License-Identifier: GPL-3.0-or-later
#include "botlogfeed.h"

namespace kule {
namespace {
constexpr int watchMs = 1000;
}

BotLogFeed::BotLogFeed(BotService &bots, QObject *parent)
    : LogFeed(parent)
    , m_bots(bots)
{
    m_watch.setInterval(watchMs);
    connect(&m_watch, &QTimer::timeout, this, &BotLogFeed::ask);
}

void BotLogFeed::point(const BotId &bot)
{
    m_bot = bot;
    m_size = 0;
}

void BotLogFeed::setWatched(bool isWatched)
{
    if (isWatched)
        m_watch.start();
    else
        m_watch.stop();
}

void BotLogFeed::ask()
{
    if (m_bot.isEmpty() || m_isAsking)
        return;
    m_isAsking = true;
    whenDone(m_bots.log(m_bot, m_size, 1), this, [this, bot = m_bot](const Result<LogSlice> &slice) {
        m_isAsking = false;
        if (bot != m_bot || !slice || slice->size <= m_size)
            return;
        m_size = slice->size;
        Q_EMIT grown(m_size);
    });
}

} // namespace kule
