// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of comma-separated values as RFC 4180 has them, safe to open in a spreadsheet: a text that a spreadsheet would take
// for a formula gets an apostrophe before it. Pure; any thread.
#pragma once
#include "base/json.h"

#include <QStringList>

namespace kule {

/// Before the first row, where Excel is to read UTF-8.
inline constexpr QByteArrayView utf8Mark("\xEF\xBB\xBF");

/// One line with its CR LF. Numbers stay numbers, null is empty, lists and objects are JSON text.
QByteArray csvRow(const std::vector<Json> &cells);

} // namespace kule
