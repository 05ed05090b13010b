// SPDX-License-Identifier: GPL-3.0-or-later
// Asking for a file. The dialog is open when these return, without an event loop of its own, and deletes itself; its
// fileSelected() says what was chosen. name: what tests find it by. Gui thread; reads and writes nothing.
#pragma once
#include <QFileDialog>

namespace kule {

/// For one that is there.
QFileDialog *askForFile(QWidget *over, const QString &title, const char *name);
/// For one to be written, as stem.suffix unless somebody says otherwise; asks before it replaces one.
QFileDialog *askWhereToSave(QWidget *over, const QString &title, const char *name, const QString &stem, const QString &suffix);

} // namespace kule
