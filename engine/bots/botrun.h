// SPDX-License-Identifier: GPL-3.0-or-later
// One run of a bot, from its launch to its end, whatever its kind. Lives on the bots' thread. Destroying it abandons it; what
// was begun is in the store. Never starts again by itself: that is supervision's.
#pragma once
#include "base/async.h"
#include "bots/bot.h"
#include "bots/conflict.h"
#include "bots/supervision.h"

#include <QObject>

namespace kule {

class BotRun : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    virtual void launch() = 0;
    /// Takes nothing new and finishes what is begun; ended(Drained) follows.
    virtual void drain() = 0;
    virtual void setQuantity(int quantity) = 0;
    /// An update by webhook: stored when this is answered with success. bot.not_listening, bot.wrong_secret, bot.bad_update
    virtual Future<Done> deliver(QByteArray secret, QByteArray body) = 0;
    /// Somebody has decided on a delivery.
    virtual void lookAtLedger() = 0;

Q_SIGNALS:
    void launched();
    /// Once; nothing follows.
    void ended(kule::Supervision::Ending ending, kule::Text reason);
    /// Telegram said who it is.
    void introduced(qint64 number, QString username);
    /// It runs, but something is in its way; an empty text: no longer.
    void troubled(kule::Text what);
    /// Somebody else receives its updates; before ended(Conflict), or while it runs.
    void conflicted(kule::BotConflict conflict);
};

} // namespace kule
