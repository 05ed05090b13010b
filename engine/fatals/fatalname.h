// SPDX-License-Identifier: GPL-3.0-or-later
// Names of reports in the fatals folder: a process id as a file name that every platform takes, and back. Pure functions.
#pragma once
#include "base/json.h"

#include <QString>

namespace kule {

/// The process id's part of the name. What some platform refuses is percent-encoded, and so is '%' itself; over 200 bytes
/// it is cut and ends with a hash of the whole.
QString fatalStem(const Json &processId);
/// "12345.txt", "12345~2.txt" …
QString fatalName(const QString &stem, int number);
/// The other way round: without suffix and number.
QString stemOf(const QString &filename);
/// The process id that a name stands for, as far as it tells.
QString processIdOf(const QString &filename);
/// Whether the name may be asked for: plain, of a report, inside the folder whatever the platform.
bool isFatalName(const QString &filename);
/// A name that lists pass over; Kule's own files while they are not whole.
inline constexpr QLatin1String unfinishedPrefix(".kule-");

} // namespace kule
