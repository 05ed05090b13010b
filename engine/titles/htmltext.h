// SPDX-License-Identifier: GPL-3.0-or-later
// What the words of a page become before they are a field's: entities decoded, space collapsed, bounded in length; lists
// split; addresses checked. Pure; any thread.
#pragma once
#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace kule {

inline constexpr qsizetype longestTitle = 500; ///< characters, as all of these
inline constexpr qsizetype longestPlot = 10'000;
inline constexpr qsizetype longestName = 200;
inline constexpr qsizetype longestUrl = 4096;
inline constexpr qsizetype mostNames = 100; ///< entries of a list

/// "&amp;", "&#287;", "&ccedil;" with their semicolons (HTML 4's names) become what they stand for; others stay.
QByteArray withoutEntities(QByteArrayView html);

/// One line without control characters and without space at its ends, cut at a whole character.
QString tidy(const QString &text, qsizetype longest);

/// "Komedi, Dram," is two; empty entries and repeated ones (in any case) are left out.
QStringList splitNames(const QString &text);
/// Adds those that are not there yet, while there is room.
void addNames(QStringList &names, const QStringList &more);

/// An absolute http or https url with a host ("//host/…" gets https); empty for anything else.
QString imageUrl(const QString &text);
/// The largest candidate of a srcset that is an imageUrl(); empty when none is.
QString largestImage(const QString &srcset);

/// The first run of exactly four digits that can be a year of a film.
std::optional<int> yearIn(QByteArrayView text);

} // namespace kule
