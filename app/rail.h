// SPDX-License-Identifier: GPL-3.0-or-later
// The panels' names and icons at the left; icons alone where the window is narrow. Settings stands at the bottom. Gui thread.
#pragma once
#include "composition.h"

#include <QFrame>
#include <QToolButton>

#include <span>

namespace kule {

class Rail : public QFrame
{
    Q_OBJECT
public:
    explicit Rail(std::span<const PanelRow> rows, QWidget *parent = nullptr);
    void setCurrent(const QString &panel);
    void setIconsOnly(bool isIconsOnly);

Q_SIGNALS:
    void chosen(QString panel);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    std::span<const PanelRow> m_rows;
    QList<QToolButton *> m_buttons;
};

} // namespace kule
