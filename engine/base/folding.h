// SPDX-License-Identifier: GPL-3.0-or-later
// Text as people search it: upper and lower case are one, and so are the four Turkish i's, in every locale. Pure.
#pragma once
#include <QString>

namespace kule {

/// Case-folded UTF-8; I, İ, ı and i are all i.
QByteArray folded(QString text);

/// The folded words of a text, each behind a space and one more space at the end: " report py ". What parts words is gone, so
/// that "daily_report.py" holds report. Empty when there is no letter and no digit.
QString foldedWords(const QString &text);

} // namespace kule
