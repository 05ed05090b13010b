// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkrow.h"

#include "theme/theme.h"
#include "widgets/turner.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>

namespace kule {
namespace {

constexpr int glyphSize = 12;
constexpr int barWidth = 56;
constexpr double radius = 6;

QColor groundOf(const QAbstractButton &button, const QColor &usual)
{
    const double share = button.isDown() ? 0.1 : button.underMouse() ? 0.05 : 0;
    return mix(usual, color(Token::Text, button.palette()), share);
}

void paintGround(QPainter &painter, const QAbstractButton &button, const QColor &border)
{
    painter.setRenderHint(QPainter::Antialiasing);
    const bool hasFocus = button.hasFocus();
    painter.setPen(hasFocus ? QPen(color(Token::Accent, button.palette()), 2) : QPen(border, 1));
    painter.setBrush(groundOf(button, color(Token::Surface, button.palette())));
    const double inset = hasFocus ? 1 : 0.5;
    painter.drawRoundedRect(QRectF(button.rect()).adjusted(inset, inset, -inset, -inset), radius, radius);
}

} // namespace

void paintCard(QPainter &painter, const QAbstractButton &button)
{
    paintGround(painter, button, color(Token::Border, button.palette()));
}

LinkRow::LinkRow(QWidget *parent)
    : QAbstractButton(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

void LinkRow::setItem(LinkItem item)
{
    if (item == m_item)
        return;
    m_item = std::move(item);
    setAccessibleName(m_item.look.word.isEmpty() ? m_item.title : QStringLiteral("%1, %2").arg(m_item.title, m_item.look.word));
    setAccessibleDescription(m_item.aside == m_item.look.word ? m_item.remark : QStringList{m_item.remark, m_item.aside}.join(u' ').trimmed());
    setToolTip(m_item.tip.isEmpty() ? m_item.remark : m_item.tip);
    update();
}

QSize LinkRow::sizeHint() const
{
    return {200, fontMetrics().height() + QFontMetrics(captionFont(font())).height() + 2 * space::xs + 2};
}

void LinkRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QColor surface = color(Token::Surface, palette());
    paintGround(painter, *this, groundOf(*this, surface));
    const QRect inside = rect().adjusted(space::s, space::xs, -space::s, -space::xs);
    const QFontMetrics body(font());
    const QFontMetrics small(captionFont(font()));
    const QRect glyph(inside.left(), inside.top() + (body.height() - glyphSize) / 2, glyphSize, glyphSize);
    double turn = 0;
    if (m_item.look.isMoving) {
        Turner *turner = Turner::of(this);
        turn = turner->turn();
        turner->want(this, glyph.adjusted(-1, -1, 1, 1));
    }
    paintGlyph(painter, glyph, m_item.look.glyph, color(m_item.look.token, palette()), turn);

    const int left = inside.left() + glyphSize + space::s;
    int right = inside.right();
    painter.setFont(captionFont(font()));
    painter.setPen(color(Token::Muted, palette()));
    if (!m_item.aside.isEmpty()) {
        const int width = small.horizontalAdvance(m_item.aside);
        painter.drawText(QRect(right - width, inside.top(), width + 1, body.height()), Qt::AlignVCenter | Qt::AlignRight, m_item.aside);
        right -= width + space::s;
    }
    if (m_item.progress) {
        paintProgress(painter, QRectF(right - barWidth, inside.top() + body.height() / 2.0 - 3, barWidth, 6));
        right -= barWidth + space::s;
    }
    painter.setPen(color(Token::Muted, palette()));
    painter.drawText(QRect(left, inside.top() + body.height(), inside.right() - left, small.height()), Qt::AlignVCenter,
                     small.elidedText(m_item.remark, Qt::ElideRight, inside.right() - left));
    painter.setFont(font());
    painter.setPen(color(Token::Text, palette()));
    painter.drawText(QRect(left, inside.top(), right - left, body.height()), Qt::AlignVCenter, body.elidedText(m_item.title, Qt::ElideMiddle, right - left));
}

void LinkRow::paintProgress(QPainter &painter, const QRectF &track) const
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(Token::Border, palette()));
    painter.drawRoundedRect(track, 3, 3);
    const double share = std::clamp(*m_item.progress / 100, 0.0, 1.0);
    painter.setBrush(color(Token::Running, palette()));
    if (share > 0)
        painter.drawRoundedRect(QRectF(track.topLeft(), QSizeF(std::max(6.0, track.width() * share), track.height())), 3, 3);
}

bool LinkRow::event(QEvent *event)
{
    if (event->type() == QEvent::HoverEnter || event->type() == QEvent::HoverLeave)
        update();
    return QAbstractButton::event(event);
}

} // namespace kule
