// SPDX-License-Identifier: GPL-3.0-or-later
// Where safe_trigger's events leave, in order: Pusher Channels or nothing. Lives on the engine thread.
#pragma once
#include <QByteArray>
#include <QObject>
#include <QString>

namespace kule {

class Notifier : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    /// False: events stay in Kule.
    virtual bool isConfigured() const = 0;
    /// Queues it; delivered() comes once for each ticket, in the order of the calls for each channel. data is JSON text.
    virtual void trigger(qint64 ticket, QString channel, QString event, QByteArray data) = 0;

Q_SIGNALS:
    /// error is empty when Pusher took it.
    void delivered(qint64 ticket, QString error);
};

} // namespace kule
