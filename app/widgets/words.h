// SPDX-License-Identifier: GPL-3.0-or-later
// Words that every panel needs, in the window's language: moments, durations, sizes, errors. Pure; any thread.
#pragma once
#include "base/result.h"

namespace kule {

/// The language that the window speaks: that of the default locale, which the language switch sets.
Language windowLanguage();
QString sentenceOf(const Error &error);
QString sentenceOf(const Text &text);

/// "3 min ago", "in 10 s", "just now"; beyond a week the date. Both UTC ms.
QString relativeTime(qint64 at, qint64 now);
/// For tooltips: date and time to the second, local, with the zone.
QString exactTime(qint64 at);
/// "240 ms", "3.2 s", "4 min 10 s", "2 h 5 min"
QString durationText(qint64 milliseconds);
/// "40%", in Turkish "%40"
QString percentText(double percent);
/// "12.4 KB"
QString sizeText(qint64 bytes);
/// "1a2b3c…9f": ids are shown so and copied whole.
QString shortId(const QString &id, int most = 13);
/// Who asked for something: "this window" for the console, else the name of the access key.
QString actorText(const QString &actor);
/// Text of others for one line: control characters as their pictures (␀, ␊), marks that turn the reading direction by name,
/// so that nothing shown reads otherwise than it is.
QString shownText(const QString &text);
/// For tips, which take what looks like markup for markup: the same text, always read as text.
QString tipText(const QString &text);

} // namespace kule
