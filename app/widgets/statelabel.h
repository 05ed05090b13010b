// SPDX-License-Identifier: GPL-3.0-or-later
// A StateLook on a card or in a header: what StateDelegate is to a cell. Gui thread.
#pragma once
#include "theme/statelook.h"

#include <QWidget>

namespace kule {

class StateLabel : public QWidget
{
    Q_OBJECT
public:
    explicit StateLabel(QWidget *parent = nullptr);
    void setLook(StateLook look);
    const StateLook &look() const { return m_look; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    StateLook m_look;
};

} // namespace kule
