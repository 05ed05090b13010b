// SPDX-License-Identifier: GPL-3.0-or-later
// The terminal's colours as they are legible on our two grounds. Pure; gui types only.
#pragma once
#include "logs/ansi.h"

#include <QColor>
#include <QTextLayout>

namespace kule {

/// 1 … 21, as WCAG 2 defines it.
double contrast(const QColor &a, const QColor &b);
/// A colour that can be read on ground: the asked one, moved in lightness as far as contrast 4.5:1 needs.
QColor legible(QColor colour, const QColor &ground);
/// Runs as QTextLayout takes them.
QList<QTextLayout::FormatRange> formatsOf(const AnsiLine &line, const QColor &text, const QColor &ground);

} // namespace kule
