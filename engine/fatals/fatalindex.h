// SPDX-License-Identifier: GPL-3.0-or-later
// The SQL of the fatals: the index of the folder, the groups, the reports that wait for the folder. Every function runs
// within a read or a write of the store and changes nothing but the database.
#pragma once
#include "fatals/fatalfile.h"

#include <QSet>

namespace kule::fatalindex {

/// A file as the folder showed it at the last look.
struct Known
{
    qint64 size = 0;
    qint64 modified = 0;
};
Result<QHash<QString, Known>> known(Database &database);
Result<std::optional<Known>> known(Database &database, const QString &filename);
/// Of the group: files now.
Result<qint64> kept(Database &database, const QString &fingerprint);

/// The folder has this file. True: the index did not know it.
Result<bool> put(Database &database, const FatalEntry &entry);
/// After the last put() of a write: no group counts less than it has files.
Done raiseTotals(Database &database, const QSet<QString> &fingerprints);
/// Removes the row; the group's count stays.
Done forget(Database &database, const QString &filename);

Result<Page<Fatal>> list(Database &database, const FatalFilter &filter, const PageRequest &page);
Result<Page<FatalGroup>> groups(Database &database, const FatalFilter &filter, const PageRequest &page);
/// Names of all that the filter shows.
Result<QStringList> names(Database &database, const FatalFilter &filter);
/// Names of the reports of one attempt.
Result<QStringList> namesOf(Database &database, const JobId &job, int attempt);

/// A report that the folder refused.
struct Pending
{
    JobId job;
    int attempt = 0;
    QByteArray body;
};
/// In a fixed order, those behind this one.
Result<std::vector<Pending>> pendingAfter(Database &database, const Pending &last, int most);

} // namespace kule::fatalindex
