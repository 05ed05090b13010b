// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/filedialog.h"

namespace kule {
namespace {

QFileDialog *opened(QFileDialog *dialog, const char *name)
{
    dialog->setObjectName(QString::fromLatin1(name));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
    return dialog;
}

} // namespace

QFileDialog *askForFile(QWidget *over, const QString &title, const char *name)
{
    auto *dialog = new QFileDialog(over, title);
    dialog->setFileMode(QFileDialog::ExistingFile);
    return opened(dialog, name);
}

QFileDialog *askWhereToSave(QWidget *over, const QString &title, const char *name, const QString &stem, const QString &suffix)
{
    auto *dialog = new QFileDialog(over, title);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    dialog->selectFile(stem + u'.' + suffix);
    return opened(dialog, name);
}

} // namespace kule
