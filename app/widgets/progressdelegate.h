// SPDX-License-Identifier: GPL-3.0-or-later
// The progress cell: a bar with the percentage while the job runs, and beside it what is being done. Gui thread.
#pragma once
#include <QStyledItemDelegate>

namespace kule {

/// Of the item model's data: a double 0 … 100 while something goes on; invalid: the cell is a text like others.
inline constexpr int ProgressRole = 0x0100 + 65;

class ProgressDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace kule
