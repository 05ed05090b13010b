// SPDX-License-Identifier: GPL-3.0-or-later
// The API as the window sees it: where it listens, what it serves. Lives on the engine thread; calls from any thread.
#pragma once
#include "base/async.h"

namespace kule {

struct ApiStatus
{
    bool isListening = false;
    QStringList urls;             ///< "http://127.0.0.1:3000" first
    quint16 port = 0;
    std::optional<Error> problem; ///< api.port_taken: details {"port", "process"?, "free_port"}
    qint64 connections = 0; ///< besides those of Socket.IO clients
    qint64 requests = 0; ///< since start
    // Socket.IO
    qint64 clients = 0;
    qint64 webSockets = 0;    ///< of the clients, by WebSocket; the others poll
    qint64 subscriptions = 0; ///< of all clients
};

/// One line of the request log. Holds no key and no body.
struct ApiRequestNote
{
    qint64 at = 0; ///< UTC ms
    QByteArray method;
    QByteArray target;
    int status = 0;
    qint64 microseconds = 0;
    QString caller; ///< name of the key; empty: none
};

class ApiControl : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    virtual Future<Result<ApiStatus>> status() = 0;
    /// The newest 500, newest first.
    virtual Future<Result<std::vector<ApiRequestNote>>> recent() = 0;

Q_SIGNALS:
    void changed(kule::ApiStatus status);
    /// Batched, at most four a second.
    void served(std::vector<kule::ApiRequestNote> notes);
};

} // namespace kule
