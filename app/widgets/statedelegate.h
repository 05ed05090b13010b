// SPDX-License-Identifier: GPL-3.0-or-later
// Paints the StateLook under StateRole in a table cell: glyph, word, colour. The model's DisplayRole should be the word,
// for copying and screen readers. Gui thread.
#pragma once
#include "theme/statelook.h"

#include <QStyledItemDelegate>

namespace kule {

class StateDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace kule
