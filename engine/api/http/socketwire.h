// SPDX-License-Identifier: GPL-3.0-or-later
// The wire on Qt's sockets: every platform, with and without TLS. One shard's thread. A client that ends its sending counts
// as gone with it, because QTcpSocket closes then.
#pragma once
#include "api/http/wire.h"

namespace kule::http {

class SocketWire final : public Wire
{
public:
    /// Null when the descriptor is no use. tls: null for plain.
    static std::unique_ptr<SocketWire> open(qintptr descriptor, const QSslConfiguration *tls, Listener &listener);
    ~SocketWire() override;
    Q_DISABLE_COPY_MOVE(SocketWire)

    qsizetype read(char *into, qsizetype max) override;
    void write(const QByteArray &bytes) override;
    qint64 unsent() const override;
    void hold() override {}
    void goOn() override;
    void finish() override;
    std::unique_ptr<QTcpSocket> release(QByteArrayView unread) override;
    QHostAddress peer() const override;
    quint16 localPort() const override;

private:
    SocketWire(std::unique_ptr<QTcpSocket> socket, Listener &listener);
    void endSendingWhenSent();

    std::unique_ptr<QTcpSocket> m_socket;
    Listener &m_listener;
    bool m_isFinishing = false;
};

} // namespace kule::http
