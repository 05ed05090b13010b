// SPDX-License-Identifier: GPL-3.0-or-later
#include "figuretile.h"

#include "linkrow.h"
#include "theme/theme.h"
#include "widgets/turner.h"

#include <QEvent>
#include <QFontInfo>
#include <QPainter>

namespace kule {
namespace {
constexpr int glyphSize = 10;
}

FigureTile::FigureTile(QWidget *parent)
    : QAbstractButton(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void FigureTile::setFigure(Figure figure)
{
    if (figure == m_figure)
        return;
    m_figure = std::move(figure);
    setAccessibleName(QStringLiteral("%1: %2").arg(m_figure.look.word, m_figure.number));
    setAccessibleDescription(m_figure.remark);
    setToolTip(m_figure.remark);
    update();
}

QFont FigureTile::numberFont() const
{
    QFont large = titleFont(font());
    large.setPixelSize(QFontInfo(large).pixelSize() * 3 / 2);
    return large;
}

QSize FigureTile::sizeHint() const
{
    const int height = QFontMetrics(captionFont(font())).height() * 2 + QFontMetrics(numberFont()).height() + 2 * space::m + space::xs;
    return {160, height};
}

QSize FigureTile::minimumSizeHint() const
{
    return {112, sizeHint().height()};
}

void FigureTile::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintCard(painter, *this);
    const QRect inside = rect().adjusted(space::m, space::m, -space::m, -space::m);
    const QFont caption = captionFont(font());
    const QFontMetrics small(caption);
    const QRectF glyph(inside.left(), inside.top() + (small.height() - glyphSize) / 2.0, glyphSize, glyphSize);
    double turn = 0;
    if (m_figure.look.isMoving) {
        Turner *turner = Turner::of(this);
        turn = turner->turn();
        turner->want(this, glyph.toAlignedRect().adjusted(-1, -1, 1, 1));
    }
    const QColor ink = color(m_figure.look.token, palette());
    paintGlyph(painter, glyph, m_figure.look.glyph, ink, turn);
    painter.setFont(caption);
    painter.setPen(color(Token::Muted, palette()));
    const QRect word(inside.left() + glyphSize + 6, inside.top(), inside.width() - glyphSize - 6, small.height());
    painter.drawText(word, Qt::AlignVCenter, small.elidedText(m_figure.look.word, Qt::ElideRight, word.width()));
    const QRect remark(inside.left(), inside.bottom() - small.height() + 1, inside.width(), small.height());
    painter.drawText(remark, Qt::AlignVCenter, small.elidedText(m_figure.remark, Qt::ElideRight, remark.width()));
    painter.setFont(numberFont());
    painter.setPen(m_figure.isLoud ? ink : color(Token::Text, palette()));
    painter.drawText(QRect(inside.left(), word.bottom(), inside.width(), remark.top() - word.bottom()), Qt::AlignVCenter, m_figure.number);
}

bool FigureTile::event(QEvent *event)
{
    if (event->type() == QEvent::HoverEnter || event->type() == QEvent::HoverLeave)
        update();
    return QAbstractButton::event(event);
}

} // namespace kule
