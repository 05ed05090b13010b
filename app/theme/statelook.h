// SPDX-License-Identifier: GPL-3.0-or-later
// How a state is shown, everywhere alike: glyph, word and colour, never colour alone. Each panel maps its own states to
// one of these; models hand it out under StateRole. A value. Painting: gui thread.
#pragma once
#include "theme/tokens.h"

#include <QMetaType>
#include <QRectF>
#include <QString>

class QPainter;
class QColor;

namespace kule {

enum class Glyph {
    Disc,       ///< ● succeeded, up
    HalfDisc,   ///< ◐ running
    DottedRing, ///< ◌ queued, backing off
    Triangle,   ///< ▲ failed
    Diamond,    ///< ◆ conflict, timed out, interrupted
    Ring,       ///< ○ stopped, cancelled
};

struct StateLook
{
    Glyph glyph = Glyph::Ring;
    Token token = Token::Stopped;
    QString word; ///< translated, for people
    bool isMoving = false; ///< the half disc turns: only where something really moves
    bool operator==(const StateLook &) const = default;
};

/// Of the item model's data: a QVariant of StateLook.
inline constexpr int StateRole = 0x0100 + 64;

/// turn: 0 … 1 of a full turn.
void paintGlyph(QPainter &painter, const QRectF &box, Glyph glyph, const QColor &ink, double turn = 0);

} // namespace kule

Q_DECLARE_METATYPE(kule::StateLook)
