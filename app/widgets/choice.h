// SPDX-License-Identifier: GPL-3.0-or-later
// A combo box whose arrow is drawn by us: one that the style sheet names by url would be read through image plugins,
// which Qt looks for on the disk when the first of them is needed. Gui thread.
#pragma once
#include "theme/icons.h"

#include <QComboBox>
#include <QPainter>

namespace kule {

class Choice final : public QComboBox
{
    Q_OBJECT
public:
    using QComboBox::QComboBox;

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QComboBox::paintEvent(event);
        constexpr int side = 12;
        const int x = isRightToLeft() ? 8 : width() - side - 8;
        QPainter painter(this);
        m_arrow.paint(&painter, QRect(x, (height() - side) / 2, side, side), Qt::AlignCenter, isEnabled() ? QIcon::Normal : QIcon::Disabled);
    }

private:
    const QIcon m_arrow = icon(QStringLiteral("chevron-down"), Token::Muted);
};

} // namespace kule
