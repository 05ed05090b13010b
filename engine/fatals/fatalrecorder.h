// SPDX-License-Identifier: GPL-3.0-or-later
// How a failed attempt becomes a report: first the file (whole and synced, or not at all), then, in the transaction that
// ends the job, its row in the index. A crash between the two is found at the next start by unclaimed().
#pragma once
#include "base/async.h"
#include "fatals/fatal.h"
#include "store/database.h"

namespace kule {

/// All that a report says. Its file holds first the original's five keys, then the others, in this order.
struct FatalDraft
{
    Json processId;
    Text error;                  ///< English in the file
    QString file;
    Json args;
    Json kwargs;
    QString type;
    QString traceback;
    Json chain = Json::array();
    Json frames = Json::array(); ///< for the fingerprint; not in the file
    qint64 time = 0;             ///< UTC ms
    qint64 durationMs = 0;
    int attempt = 1;
    JobId job;
    QString signal;              ///< null in the file when empty
    std::optional<int> exitCode; ///< null in the file when absent
    QStringList logTail;
    QString python;
};

struct RecordedFatal
{
    Fatal fatal;     ///< filename is empty when no file was made: the group's cap, or the folder refused
    QByteArray body; ///< the report as it is sent to callbacks and stands in the file
    QString place;   ///< for FatalGroup
    QByteArray reason;   ///< for FatalGroup, as the index keeps it
    qint64 modified = 0; ///< of the file, UTC ms; with its size, how an edit by hand is seen
    bool isPending = false; ///< the folder refused; index() keeps the body, and it is written when the folder takes it again
};

class FatalRecorder
{
public:
    virtual ~FatalRecorder() = default;
    /// Writes the file. Never fails for the folder's sake (see isPending). Any thread.
    virtual Future<Result<RecordedFatal>> write(FatalDraft draft) = 0;
    /// Index row, group count, pending body. Store thread, within the transaction that ends the job; may run twice.
    static Done index(Database &database, const RecordedFatal &recorded);
    /// The transaction is on the disk: tell the window and others. Engine thread.
    virtual void indexed(const RecordedFatal &recorded) = 0;
    /// After a scan of the folder: the reports of these attempts, which were running when the engine died. Any thread.
    virtual Future<Result<std::vector<RecordedFatal>>> unclaimed(std::vector<std::pair<JobId, int>> attempts) = 0;
};

} // namespace kule
