// SPDX-License-Identifier: GPL-3.0-or-later
// The first line of a panel: name, count, at the right the one main action as a filled button and everything else in a
// "…" menu (hidden while it is empty). Gui thread.
#pragma once
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

#include <optional>

class QHBoxLayout;

namespace kule {

class PanelHeader : public QWidget
{
    Q_OBJECT
public:
    explicit PanelHeader(QWidget *parent = nullptr);

    void setName(const QString &name);
    /// Beside the name, muted, with the locale's thousands separators; nothing hides it.
    void setCount(std::optional<qint64> count);
    /// The button follows the action's text, tooltip and enabled state.
    void setMainAction(QAction *action);
    /// What stands behind "…".
    QMenu *menu() { return m_menu; }
    /// Another small thing between count and buttons: a switch, a state.
    void addWidget(QWidget *widget);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void follow();

    QLabel *m_name;
    QLabel *m_count;
    QHBoxLayout *m_extras;
    QPushButton *m_main;
    QToolButton *m_more;
    QMenu *m_menu;
    QAction *m_action = nullptr;
    std::optional<qint64> m_counted;
};

} // namespace kule
