// SPDX-License-Identifier: GPL-3.0-or-later
// What a row of a list opens beside it: a head (name, the main action, a menu of others, a way out), the state, what went
// wrong, and tabs. A panel derives its own from it and fills it. Gui thread; asks nobody.
#pragma once
#include "base/json.h"
#include "theme/icons.h"

#include <QAction>
#include <QMenu>
#include <QWidget>

class QPushButton;
class QTabWidget;
class QToolButton;
class QVBoxLayout;

namespace kule {

class ElidedLabel;
class ErrorStrip;
class StateLabel;

class DetailView : public QWidget
{
    Q_OBJECT
public:
    /// Which tab is in front.
    virtual Json saveState() const;
    virtual void restoreState(const Json &state);
    QMenu *menu() const { return m_menu; }

Q_SIGNALS:
    void closeAsked();

protected:
    /// noun: what tests find its parts by; of "job" come jobDetail, jobName, jobMain, jobMore, jobClose, jobProblem, jobTabs.
    DetailView(const char *noun, QWidget *parent);

    /// Words and colours anew. Whoever derives says its own after it, and fills itself again.
    virtual void retranslate();
    void changeEvent(QEvent *event) override;

    /// An entry of the menu.
    template <class Act>
    QAction *addEntry(const char *name, const char *iconName, Act act)
    {
        auto *made = new QAction(icon(QString::fromLatin1(iconName)), QString(), this);
        made->setObjectName(QString::fromLatin1(name));
        connect(made, &QAction::triggered, this, act);
        m_menu->addAction(made);
        return made;
    }
    /// Between what stands above the tabs; before: one of the parts below.
    void insertBefore(QWidget *before, QWidget *widget);

    ElidedLabel *const m_name;
    QPushButton *const m_main;
    QToolButton *const m_more;
    QMenu *const m_menu;
    StateLabel *const m_state;
    ErrorStrip *const m_problem;
    QTabWidget *const m_tabs;

private:
    QToolButton *const m_close;
    QVBoxLayout *const m_column;
};

} // namespace kule
