// SPDX-License-Identifier: GPL-3.0-or-later
// One line of a log made fit for the eye: SGR colours become runs, other escapes go, and what could deceive or break a
// line (control and bidirectional characters, bytes that are not UTF-8) is shown as a visible sign. Pure; any thread.
#pragma once
#include <QByteArrayView>
#include <QString>

#include <vector>

namespace kule {

/// -1: the terminal's own; 0 … 255: of the palette of xterm; from rgbColour on: 0xRRGGBB above it.
using AnsiColour = int;
inline constexpr AnsiColour rgbColour = 0x1000000;

struct AnsiStyle
{
    AnsiColour foreground = -1;
    AnsiColour background = -1;
    bool isBold = false;
    bool isFaint = false;
    bool isItalic = false;
    bool isUnderlined = false;
    bool isInverse = false;
    bool operator==(const AnsiStyle &) const = default;
};

struct AnsiRun
{
    qsizetype start = 0;
    qsizetype length = 0;
    AnsiStyle style;
    bool operator==(const AnsiRun &) const = default;
};

struct AnsiLine
{
    QString text;
    std::vector<AnsiRun> runs; ///< only where the style is not plain
    AnsiStyle end;             ///< in force after the line
};

/// bytes: one line without its line feed. start: what the line before left in force.
AnsiLine parseAnsi(QByteArrayView bytes, AnsiStyle start = {});

} // namespace kule
