// SPDX-License-Identifier: GPL-3.0-or-later
// The SQL of deleting jobs: out of sight, back again, and gone with all that is theirs. Each function runs within the
// caller's transaction, on its thread, takes few rows at a time and may run twice. An open job is never touched.
#pragma once
#include "base/ids.h"
#include "base/removal.h"
#include "store/database.h"

#include <limits>

namespace kule::jobremoval {

using Seqs = std::vector<qint64>;

enum class State { Kept, Restoring, Erasing };

/// Of those: how many went, and why the others did not.
struct Tally
{
    qint64 done = 0;
    qint64 open = 0; ///< queued or running
    qint64 gone = 0; ///< deleted by somebody else meanwhile
};

/// Of a removal that is still being filled; an engine that dies over it leaves that behind.
inline constexpr qint64 unfinished = std::numeric_limits<qint64>::max();

/// A new removal, still empty. Answers its id.
Result<qint64> begin(Database &database, const Removal &removal);
/// Out of every list.
Result<Tally> hide(Database &database, qint64 id, const Seqs &seqs);
/// The count that it came to, and from when on it is final; one that came to nothing goes.
Done conclude(Database &database, qint64 id, qint64 count, qint64 until);
/// job.not_found, job.still_open
Result<qint64> seqOf(Database &database, const JobId &job);
Result<QStringList> idsOf(Database &database, const Seqs &seqs);

/// Those that may be taken back, newest first.
Result<std::vector<Removal>> kept(Database &database, qint64 now);
/// Marks it and answers its id. undo.not_found when it is final by now, was taken back or never was.
Result<qint64> takeBack(Database &database, const QString &undo, qint64 now);
/// Some of it in sight again; 0: all are.
Result<qint64> restoreSome(Database &database, qint64 id, int most);

/// Those that a former engine did not finish filling: they may be taken back till then.
Done concludeAll(Database &database, qint64 until);
/// The next one that something is to be done about: on its way back or out, or due.
struct Due
{
    qint64 id = 0;
    State state = State::Kept;
};
Result<std::optional<Due>> due(Database &database, qint64 now);
/// When the next kept one is final; nothing: there is none.
Result<std::optional<qint64>> nextUntil(Database &database);
/// A kept one that is due; from now on it cannot be taken back.
Done markErasing(Database &database, qint64 id);
Result<Seqs> some(Database &database, qint64 id, int most);
Done forget(Database &database, qint64 id);

/// For good: rows, attempts, events, snapshots that nobody uses any more. The log folders are noted as left over. Only ended
/// ones that ended before `before` (UTC ms). Answers how many went.
Result<qint64> erase(Database &database, const Seqs &seqs, qint64 before);
/// Jobs whose rows are gone and whose log folders may be there, behind that one.
Result<QStringList> leftovers(Database &database, const QString &after, int most);
Done forgetLeftovers(Database &database, const QStringList &jobs);

} // namespace kule::jobremoval
