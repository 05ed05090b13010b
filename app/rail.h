// SPDX-License-Identifier: GPL-3.0-or-later
// The panels' names and icons at the left; icons alone where the window is narrow. Settings stands at the bottom. Gui thread.
#pragma once
#include "composition.h"

#include <QFrame>
#include <QToolButton>

#include <span>

namespace kule {

/// A panel's button, with a mark at its end while something in the panel needs somebody.
class RailButton final : public QToolButton
{
    Q_OBJECT
public:
    using QToolButton::QToolButton;
    void setTrouble(int count);
    int trouble() const { return m_trouble; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_trouble = 0;
};

class Rail : public QFrame
{
    Q_OBJECT
public:
    explicit Rail(std::span<const PanelRow> rows, QWidget *parent = nullptr);
    void setCurrent(const QString &panel);
    void setIconsOnly(bool isIconsOnly);
    /// So many things in the panel need somebody: a mark beside its name, its number and meaning for screen readers. 0: none.
    void setTrouble(const QString &panel, int count);

Q_SIGNALS:
    void chosen(QString panel);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    std::span<const PanelRow> m_rows;
    QList<RailButton *> m_buttons;
};

} // namespace kule
