// SPDX-License-Identifier: GPL-3.0-or-later
// What forms are made of, so that all of them look and act alike: names before fields, rows of buttons, Ctrl+Return. Gui
// thread; asks nobody.
#pragma once
#include "theme/theme.h"

#include <QHBoxLayout>
#include <QKeySequence>
#include <QShortcut>

class QLabel;
class QPushButton;
class QScrollArea;

namespace kule {

/// Strong, and its shortcut leads into the editor.
void nameField(QLabel *name, QWidget *editor);
/// What ends a form, at its right; submit becomes the main button.
QHBoxLayout *closingRow(QPushButton *cancel, QPushButton *submit);

/// The page with a bar beside it where it is higher than its place; it is as wide as that.
QScrollArea *scrolled(QWidget *page);

/// Side by side from the left.
template <class... W>
QHBoxLayout *rowOfWidgets(W *...widgets)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(space::s);
    (row->addWidget(widgets), ...);
    row->addStretch();
    return row;
}

/// Ctrl+Return, from wherever in the form the cursor is.
template <class Form>
void submitOnCtrlReturn(Form *form, void (Form::*submit)())
{
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *shortcut = new QShortcut(QKeySequence(Qt::CTRL | key), form);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        QObject::connect(shortcut, &QShortcut::activated, form, submit);
    }
}

} // namespace kule
