// SPDX-License-Identifier: GPL-3.0-or-later
// What the main window asks of a panel. One folder a panel; the window knows no more of it than this. Gui thread.
#pragma once
#include <QAction>
#include <QIcon>
#include <QWidget>

namespace kule {

class Panel : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;
    virtual QString title() const = 0;    ///< translated, for rail and header
    virtual QString iconName() const = 0; ///< of resources/icons, without folder and suffix
    /// Ctrl+N and the filled button; null when the panel has none.
    virtual QAction *mainAction() const { return nullptr; }
    /// F5.
    virtual void refresh() = 0;
    /// Ctrl+K / Ctrl+F: puts the cursor into the filter.
    virtual void focusFilter() {}
    /// Shows one object: a job's id, a report's file name. Other panels and the status line link so.
    virtual void show(const QString &what) { Q_UNUSED(what) }

Q_SIGNALS:
    /// Asks the window to go to another panel, by its objectName, and there to show(what).
    void linkActivated(QString panel, QString what);
};

} // namespace kule
