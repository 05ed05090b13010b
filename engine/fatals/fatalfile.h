// SPDX-License-Identifier: GPL-3.0-or-later
// One report's file: made whole or not at all, never over another; read with bounds, whoever put it there. Knows no
// database. Any thread; blocks.
#pragma once
#include "fatals/fatalrecorder.h"
#include "fatals/fingerprint.h"

namespace kule {

/// Larger ones are not read.
inline constexpr qint64 largestFatal = 64 * 1024 * 1024;
/// Levels of JSON; a deeper one is no report.
inline constexpr int deepestReport = 512;

/// A row of the index with what the value Fatal leaves out.
struct FatalEntry
{
    Fatal fatal;
    QString place;
    QByteArray reason;
    qint64 modified = 0; ///< UTC ms
    QByteArray folded;   ///< what words are searched in
};

/// The report as its file holds it, the original's five keys first.
QByteArray fatalBody(const FatalDraft &draft, const QString &fingerprint);
/// The row for such a body; unreadable when it is not one. Never fails, whatever the bytes.
FatalEntry fatalEntry(const QString &filename, const QByteArray &body, qint64 size, qint64 modified);

/// What words are searched in.
QByteArray foldedOf(const Fatal &fatal, const QString &place);
/// Of the file now, UTC ms; 0 when there is none.
qint64 modifiedAt(const QString &folder, const QString &filename);

/// Writes <stem>.txt, or <stem>~2.txt … when that is taken, makes the folder if it has gone, and answers the name.
/// temporary: a name of its own within the folder. fatal.io
Result<QString> writeFatal(const QString &folder, const QString &temporary, const QString &stem, const QByteArray &body);
/// fatal.bad_name, fatal.not_found (also a link or a folder), fatal.io, fatal.unreadable (too large)
Result<QByteArray> readFatal(const QString &folder, const QString &filename);
/// The caller syncs the folder. fatal.bad_name, fatal.not_found, fatal.io
Done removeFatal(const QString &folder, const QString &filename);

} // namespace kule
