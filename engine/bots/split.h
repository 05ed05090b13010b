// SPDX-License-Identifier: GPL-3.0-or-later
// Long texts as the messages that Telegram takes: 4096 UTF-16 units each. Pure; any thread. Breaks at the end of a paragraph,
// a line or a word, else between two characters as people see them, and never inside a surrogate pair.
#pragma once
#include <QStringList>

namespace kule {

inline constexpr qsizetype longestMessage = 4096;

/// The pieces joined are the text but for the white space at each break; nothing when there is nothing but white space.
QStringList split(const QString &text, qsizetype longest = longestMessage);

} // namespace kule
