// SPDX-License-Identifier: GPL-3.0-or-later
#include "progressdelegate.h"

#include "jobsmodel.h"
#include "theme/theme.h"
#include "widgets/words.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>

namespace kule {

void ProgressDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QVariant progress = index.data(JobsModel::ProgressRole);
    if (!progress.isValid())
        return QStyledItemDelegate::paint(painter, option, index);
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QString step = std::exchange(cell.text, QString());
    QApplication::style()->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);

    const double share = std::clamp(progress.toDouble() / 100, 0.0, 1.0);
    const QString percent = percentText(progress.toDouble());
    const int numberWidth = cell.fontMetrics.horizontalAdvance(QStringLiteral("100%")) + space::xs;
    const int gap = space::s + QApplication::style()->pixelMetric(QStyle::PM_FocusFrameHMargin) + 1; // where other cells begin their text
    const QRect inside = cell.rect.adjusted(gap, 0, -space::s, 0);
    const int barWidth = std::clamp(inside.width() / 4, 32, 72);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    const QRectF track(inside.left(), inside.center().y() - 2.0, barWidth, 6);
    painter->setBrush(color(Token::Border, cell.palette));
    painter->drawRoundedRect(track, 3, 3);
    if (share > 0) {
        painter->setBrush(color(Token::Running, cell.palette));
        painter->drawRoundedRect(QRectF(track.topLeft(), QSizeF(std::max(6.0, track.width() * share), 6)), 3, 3);
    }
    painter->setFont(cell.font);
    painter->setPen(color(Token::Muted, cell.palette));
    painter->drawText(QRect(inside.left() + barWidth, inside.top(), numberWidth + space::s, inside.height()), Qt::AlignVCenter | Qt::AlignRight, percent);
    const QRect rest = inside.adjusted(barWidth + numberWidth + 2 * space::s, 0, 0, 0);
    painter->setPen(color(Token::Text, cell.palette));
    painter->drawText(rest, Qt::AlignVCenter | Qt::AlignLeft, cell.fontMetrics.elidedText(step, Qt::ElideRight, rest.width()));
    painter->restore();
}

} // namespace kule
