// SPDX-License-Identifier: GPL-3.0-or-later
// The log of a bot, which never ends. Nobody tells that it has grown, so it is asked for its size while somebody looks. Gui
// thread; asks the engine by futures only.
#pragma once
#include "bots/botservice.h"
#include "logview/logfeed.h"

#include <QTimer>

namespace kule {

class BotLogFeed final : public LogFeed
{
    Q_OBJECT
public:
    explicit BotLogFeed(BotService &bots, QObject *parent = nullptr);

    /// An empty id: none.
    void point(const BotId &bot);
    const BotId &bot() const { return m_bot; }
    /// Whether somebody looks.
    void setWatched(bool isWatched);

    bool hasLog() const override { return !m_bot.isEmpty(); }
    Future<Result<LogSlice>> slice(qint64 offset, qint64 limit) override { return m_bots.log(m_bot, offset, limit); }
    Future<Result<LogSlice>> tail(qint64 bytes) override { return m_bots.logTail(m_bot, bytes); }
    bool canSearch() const override { return false; }
    Future<Result<LogHits>> search(LogSearch) override { return answered(Result<LogHits>(LogHits())); }

private:
    void ask();

    BotService &m_bots;
    BotId m_bot;
    QTimer m_watch;
    qint64 m_size = 0;
    bool m_isAsking = false;
};

} // namespace kule
