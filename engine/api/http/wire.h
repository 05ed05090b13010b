// SPDX-License-Identifier: GPL-3.0-or-later
// What a connection needs of its socket, so that it does not care which kind it is. One shard's thread; the listener is
// called from the event loop or from within write(), and outlives the wire. Never blocks.
#pragma once
#include <QByteArray>
#include <QHostAddress>

#include <memory>

class QSslConfiguration;
class QTcpSocket;

namespace kule::http {

class Wire
{
public:
    class Listener
    {
    public:
        virtual ~Listener() = default;
        virtual void bytesCame() = 0;   ///< read() has something
        virtual void bytesLeft() = 0;   ///< unsent() went down
        virtual void peerFinished() = 0; ///< the client sends no more, but may still read
        virtual void wireBroke() = 0;   ///< the client is gone
    };

    virtual ~Wire() = default;
    /// The number of bytes read, 0 when there are none for now.
    virtual qsizetype read(char *into, qsizetype max) = 0;
    /// Sends at once what the system takes and keeps the rest.
    virtual void write(const QByteArray &bytes) = 0;
    virtual qint64 unsent() const = 0;
    /// While held, nothing is read ahead for long, so that the client's sends come to rest.
    virtual void hold() = 0;
    virtual void goOn() = 0;
    /// Ends our sending once everything is sent; the client may still send and is still read.
    virtual void finish() = 0;
    /// Gives the socket away with these bytes before what it still has unread. The wire is good for nothing then.
    virtual std::unique_ptr<QTcpSocket> release(QByteArrayView unread) = 0;

    virtual QHostAddress peer() const = 0;
    virtual quint16 localPort() const = 0;
};

} // namespace kule::http
