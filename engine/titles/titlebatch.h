// SPDX-License-Identifier: GPL-3.0-or-later
// Many titles at once, as values: given together, worked through a few at a time, stopped and resumed. Any thread.
#pragma once
#include "base/ids.h"
#include "base/page.h"

namespace kule {

struct TitleBatchRequest
{
    QStringList urls; ///< a wrong one is an item that failed
    QString label;
    bool isRefresh = false; ///< from the page, whatever is stored
};

enum class BatchState { Running, Stopped, Finished };
/// "running", "stopped", "finished"
const char *wordOf(BatchState state);

/// How far it is; also the snapshot that batchChanged() carries.
struct TitleBatch
{
    qint64 seq = 0;
    QString id;
    QString label;
    BatchState state = BatchState::Running;
    bool isRefresh = false;
    QString actor;
    qint64 createdAt = 0; ///< UTC ms
    std::optional<qint64> endedAt;
    qint64 total = 0;
    qint64 waiting = 0;
    qint64 running = 0;
    qint64 succeeded = 0;
    qint64 failed = 0; ///< cancelled ones too
};

struct TitleBatchItem
{
    qint64 number = 0;
    QString url;
    QByteArray state; ///< waiting, running, succeeded, failed, cancelled
    JobId job;        ///< empty until it has one
    QByteArray source;
    QByteArray code;
    Text error;
    QString title = {}; ///< once it is known
    qint64 pageAt = 0; ///< when the page was fetched that the answer stands on; 0: no answer yet
};

/// What is left to do of all batches together.
struct TitleBatchesLeft
{
    qint64 running = 0; ///< batches
    qint64 stopped = 0; ///< batches
    qint64 titlesWaiting = 0;
    qint64 titlesRunning = 0;
};

} // namespace kule

Q_DECLARE_METATYPE(kule::TitleBatch)
