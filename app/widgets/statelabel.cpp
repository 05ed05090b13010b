// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/statelabel.h"

#include "theme/theme.h"
#include "widgets/turner.h"

#include <QPainter>

namespace kule {
namespace {
constexpr int glyphSize = 12;
constexpr int gap = 6;
} // namespace

StateLabel::StateLabel(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void StateLabel::setLook(StateLook look)
{
    m_look = std::move(look);
    setAccessibleName(m_look.word);
    updateGeometry();
    update();
}

QSize StateLabel::sizeHint() const
{
    return {glyphSize + gap + fontMetrics().horizontalAdvance(m_look.word) + 2, std::max(fontMetrics().height(), glyphSize + 2)};
}

void StateLabel::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    const QColor ink = color(m_look.token, palette());
    const QRect glyph(0, (height() - glyphSize) / 2, glyphSize, glyphSize);
    double turn = 0;
    if (m_look.isMoving) {
        Turner *turner = Turner::of(this);
        turn = turner->turn();
        turner->want(this, glyph.adjusted(-1, -1, 1, 1));
    }
    paintGlyph(painter, glyph, m_look.glyph, ink, turn);
    painter.setPen(ink);
    painter.drawText(rect().adjusted(glyphSize + gap, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, m_look.word);
}

} // namespace kule
