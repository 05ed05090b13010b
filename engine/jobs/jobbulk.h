// SPDX-License-Identifier: GPL-3.0-or-later
// Many jobs at once by filter, and what was deleted, for ten minutes. The filter's count is said again with each call: if it
// is another by now, nothing happens. State lives on the engine thread; public calls from any thread answer by future.
#pragma once
#include "base/actor.h"
#include "base/async.h"
#include "base/removal.h"
#include "jobs/jobfilter.h"

namespace kule {

enum class BulkAction { Delete, Rerun, Cancel };
/// "delete", "rerun", "cancel"
const char *wordOf(BulkAction action);
std::optional<BulkAction> bulkActionOf(QByteArrayView word);

struct BulkRequest
{
    BulkAction action = BulkAction::Cancel;
    JobFilter filter;
    qint64 expected = 0;
    RerunCode code = RerunCode::AsNow;
};

/// Why some were left alone.
struct BulkSkip
{
    QByteArray code; ///< stable: "job.still_open"
    Text reason;
    qint64 count = 0;
};

/// How far it is; also the snapshot that progressed() carries.
struct BulkRun
{
    QString id;
    BulkAction action = BulkAction::Cancel;
    QString said;
    qint64 total = 0;
    qint64 done = 0;
    qint64 skipped = 0;
    std::vector<BulkSkip> skips;
    bool isFinished = false;
    std::optional<Error> problem;   ///< it ended early: stopped, or the store refuses
    std::optional<Removal> removal; ///< of a finished deletion: the way back
};

class JobBulk : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    /// Answers once it is clear what is to be done, and goes on by itself. job.count_changed (details: count), job.bulk_busy
    virtual Future<Result<BulkRun>> begin(BulkRequest request, Actor actor) = 0;
    /// Also for a while after its end. job.bulk_not_found
    virtual Future<Result<BulkRun>> find(QString id) = 0;
    /// What was done stays done. job.bulk_not_found, job.bulk_ended
    virtual Future<Result<BulkRun>> stop(QString id, Actor actor) = 0;
    /// One. job.not_found, job.still_open
    virtual Future<Result<Removal>> remove(JobId id, Actor actor) = 0;
    /// Takes a deletion back; answers how many came back. undo.not_found
    virtual Future<Result<qint64>> restore(QString undo, Actor actor) = 0;
    /// Deletions that may be taken back, newest first.
    virtual Future<Result<std::vector<Removal>>> removals() = 0;

Q_SIGNALS:
    /// At most ten a second for each, and once at its end.
    void progressed(kule::BulkRun run);
    /// Jobs went or came back: load lists again.
    void listChanged();
};

} // namespace kule

Q_DECLARE_METATYPE(kule::BulkRun)
