// SPDX-License-Identifier: GPL-3.0-or-later
// Brings a database to the newest of the numbered schema files (resources/schema/NNNN_*.sql), after a backup of what was
// there. Runs on the thread that owns the connection. A database of a newer Kule is refused, never touched.
#pragma once
#include "store/database.h"

namespace kule {

/// schemaFolder holds the files; ":/schema" in the program. store.newer_schema, store.backup_failed, or what a statement of the schema said; then nothing was changed.
Done migrate(Database &database, const QString &schemaFolder, const QString &backupFolder, qint64 nowMs);

} // namespace kule
