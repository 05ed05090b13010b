// SPDX-License-Identifier: GPL-3.0-or-later
// One figure of the overview as a button: what is counted, how many, and a remark. Gui thread.
#pragma once
#include "theme/statelook.h"

#include <QAbstractButton>

namespace kule {

class FigureTile final : public QAbstractButton
{
    Q_OBJECT
public:
    struct Figure
    {
        StateLook look;  ///< word: what is counted
        QString number;
        QString remark;
        bool isLoud = false; ///< the number in the state's colour: a person should look
        bool operator==(const Figure &) const = default;
    };

    explicit FigureTile(QWidget *parent = nullptr);
    void setFigure(Figure figure);
    const Figure &figure() const { return m_figure; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    QFont numberFont() const;

    Figure m_figure;
};

} // namespace kule
