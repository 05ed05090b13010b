// SPDX-License-Identifier: GPL-3.0-or-later
// What the main window asks of a panel. One folder a panel; the window knows no more of it than this. Gui thread; a
// panel does no I/O: it asks the facade and answers in whenDone. Its name and icon for the rail stand in composition.cpp.
#pragma once
#include "base/json.h"

#include <QAction>
#include <QEvent>
#include <QWidget>

namespace kule {

class Panel : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;
    /// Ctrl+N and the filled button; null when the panel has none.
    virtual QAction *mainAction() const { return nullptr; }
    /// F5.
    virtual void refresh() = 0;
    /// Ctrl+F: puts the cursor into the filter.
    virtual void focusFilter() {}
    /// Shows one object: a job's id, a report's file name; or "?" and a filter. Other panels and the status line link so.
    virtual void show(const QString &what) { Q_UNUSED(what) }
    /// Esc: closes what is open in it; false when there was nothing to close.
    virtual bool goBack() { return false; }
    /// What the next start brings back: filter, selection, column widths, the splitter.
    virtual Json saveState() const { return Json::object(); }
    /// Takes anything, also what an older or newer Kule wrote.
    virtual void restoreState(const Json &state) { Q_UNUSED(state) }

    using QWidget::show;

Q_SIGNALS:
    /// Asks the window to go to another panel, by its name in composition.cpp, and there to show(what).
    void linkActivated(QString panel, QString what);
    /// saveState() would say something else now.
    void stateChanged();

protected:
    /// All that it says, in the language that the window speaks by now.
    virtual void retranslate() {}
    void changeEvent(QEvent *event) override
    {
        if (event->type() == QEvent::LanguageChange)
            retranslate();
        QWidget::changeEvent(event);
    }
};

} // namespace kule
