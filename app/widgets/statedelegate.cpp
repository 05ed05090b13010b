// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/statedelegate.h"

#include "theme/theme.h"
#include "widgets/turner.h"

#include <QAbstractItemView>
#include <QPainter>

namespace kule {
namespace {
constexpr int glyphSize = 12;
}

void StateDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    cell.text.clear();
    const auto *view = qobject_cast<const QAbstractItemView *>(cell.widget);
    cell.widget->style()->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);

    const QVariant data = index.data(StateRole);
    if (!data.canConvert<StateLook>())
        return;
    const auto look = data.value<StateLook>();
    const QColor ink = color(look.token, cell.palette);
    const QRect inner = option.rect.adjusted(space::s, 0, -space::s, 0);
    const QRect glyph(inner.left(), inner.center().y() - glyphSize / 2 + 1, glyphSize, glyphSize);
    double turn = 0;
    if (look.isMoving && view) {
        Turner *turner = Turner::of(view->viewport());
        turn = turner->turn();
        turner->want(view->viewport(), glyph.adjusted(-1, -1, 1, 1));
    }
    paintGlyph(*painter, glyph, look.glyph, ink, turn);
    const QRect words = inner.adjusted(glyphSize + 6, 0, 0, 0);
    painter->setPen(ink);
    painter->setFont(option.font);
    painter->drawText(words, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                      cell.fontMetrics.elidedText(look.word, Qt::ElideRight, words.width()));
}

QSize StateDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto look = index.data(StateRole).value<StateLook>();
    return {2 * space::s + glyphSize + 6 + option.fontMetrics.horizontalAdvance(look.word), rowHeight};
}

} // namespace kule
