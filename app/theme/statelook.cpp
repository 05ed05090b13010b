// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/statelook.h"

#include <QPainter>
#include <QPolygonF>

#include <algorithm>

namespace kule {

void paintGlyph(QPainter &painter, const QRectF &box, Glyph glyph, const QColor &ink, double turn)
{
    const double side = std::min(box.width(), box.height());
    const double r = side / 2 - 1;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(box.center());
    QPen pen(ink, std::max(1.4, side / 8));
    pen.setJoinStyle(Qt::RoundJoin);
    const QRectF round(-r, -r, 2 * r, 2 * r);
    switch (glyph) {
    case Glyph::Disc:
        painter.setPen(Qt::NoPen);
        painter.setBrush(ink);
        painter.drawEllipse(round);
        break;
    case Glyph::HalfDisc:
        painter.rotate(turn * 360);
        painter.setPen(pen);
        painter.drawEllipse(round.adjusted(.5, .5, -.5, -.5));
        painter.setPen(Qt::NoPen);
        painter.setBrush(ink);
        painter.drawPie(round, 90 * 16, 180 * 16);
        break;
    case Glyph::DottedRing:
        painter.setPen(Qt::NoPen);
        painter.setBrush(ink);
        for (int i = 0; i < 8; ++i) {
            painter.drawEllipse(QPointF(0, -r + .5), side / 11, side / 11);
            painter.rotate(45);
        }
        break;
    case Glyph::Triangle:
        painter.setPen(QPen(ink, 1, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.setBrush(ink);
        painter.drawPolygon(QPolygonF{{0, -r + .5}, {r, r - .5}, {-r, r - .5}});
        break;
    case Glyph::Diamond:
        painter.setPen(QPen(ink, 1, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.setBrush(ink);
        painter.drawPolygon(QPolygonF{{0, -r}, {r, 0}, {0, r}, {-r, 0}});
        break;
    case Glyph::Ring:
        painter.setPen(pen);
        painter.drawEllipse(round.adjusted(.5, .5, -.5, -.5));
        break;
    }
    painter.restore();
}

} // namespace kule
