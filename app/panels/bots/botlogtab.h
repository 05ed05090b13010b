// SPDX-License-Identifier: GPL-3.0-or-later
// What a bot's script prints and what Kule says of the bot. Gui thread; no I/O of its own.
#pragma once
#include "botlogfeed.h"

#include <QWidget>

namespace kule {

class LogPane;

class BotLogTab final : public QWidget
{
    Q_OBJECT
public:
    explicit BotLogTab(BotService &bots, QWidget *parent = nullptr);

    void open(const BotId &bot);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    BotId m_bot;
    BotLogFeed m_feed;
    LogPane *m_pane;
};

} // namespace kule
