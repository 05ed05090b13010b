// SPDX-License-Identifier: GPL-3.0-or-later
// What makes two fatals one: the exception's type and the script's own functions on its way, never line numbers. Pure.
#pragma once
#include "base/json.h"
#include "base/text.h"

namespace kule {

struct FingerprintSource
{
    QString type;
    QString file;
    Json frames = Json::array(); ///< {file, function, own}, innermost last
    QString signal;
    std::optional<qint64> exitCode;
};

struct Fingerprint
{
    QString hex;       ///< 16 digits
    QString place;     ///< "boot › load (report.py)"
    QByteArray reason; ///< JSON, for reasonText
};

Fingerprint fingerprintOf(const FingerprintSource &source);
/// Why the fatals of a group are one.
Text reasonText(const QByteArray &reason);
/// The frames of a Python traceback's (or faulthandler's) last stack, for reports that came without them.
Json framesOf(const QString &traceback);

} // namespace kule
