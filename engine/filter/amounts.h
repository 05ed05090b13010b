// SPDX-License-Identifier: GPL-3.0-or-later
// Times, durations and numbers as people write them in a filter. Pure; any thread.
#pragma once
#include <QString>

#include <optional>

namespace kule {

/// "2026-11-01", "2026-11-01T09:30", with seconds, with Z or +03:00; today, yesterday; "3d", "1h30m" ago. A time without a zone
/// is local time of this computer. UTC ms.
std::optional<qint64> timeFrom(const QString &text, qint64 nowMs);

/// "90s", "1h30m", "1.5h", "250ms", "2d", "1w"; ms. A bare number is none: nobody knows its unit.
std::optional<qint64> durationFrom(const QString &text);

struct AmountRange
{
    qint64 from;
    qint64 to; ///< both ends count
};
enum class Bare { AtLeast, Exactly };

/// ">5m", ">=5m", "<5m", "<=5m", "5m..10m", and a bare one as told.
std::optional<AmountRange> rangeFrom(const QString &text, std::optional<qint64> (*read)(const QString &), Bare bare);

/// Whole and not negative.
std::optional<qint64> numberFrom(const QString &text);

} // namespace kule
