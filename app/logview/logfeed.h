// SPDX-License-Identifier: GPL-3.0-or-later
// Where a log's bytes come from: an attempt of a job, a bot. What it stands for may change while it lives; whoever shows it then
// opens it anew. Gui thread; answers come by futures.
#pragma once
#include "base/async.h"
#include "logs/logreader.h"
#include "logs/logsearch.h"

#include <QObject>

namespace kule {

class LogFeed : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    /// False while it stands for nothing.
    virtual bool hasLog() const = 0;
    virtual Future<Result<LogSlice>> slice(qint64 offset, qint64 limit) = 0;
    virtual Future<Result<LogSlice>> tail(qint64 bytes) = 0;
    virtual bool canSearch() const { return true; }
    virtual Future<Result<LogHits>> search(LogSearch search) = 0;

Q_SIGNALS:
    /// To so many bytes.
    void grown(qint64 bytes);
    /// Nothing more will come.
    void ended();
};

} // namespace kule
