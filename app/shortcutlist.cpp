// SPDX-License-Identifier: GPL-3.0-or-later
#include "shortcutlist.h"

#include "theme/theme.h"

#include <QGridLayout>
#include <QKeySequence>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace kule {

ShortcutList *ShortcutList::open(std::span<const PanelRow> rows, QWidget *parent)
{
    auto *list = new ShortcutList(rows, parent);
    list->setAttribute(Qt::WA_DeleteOnClose);
    list->QDialog::open();
    return list;
}

ShortcutList::ShortcutList(std::span<const PanelRow> rows, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("shortcuts"));
    setWindowTitle(tr("Keys"));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(space::xl);
    grid->setVerticalSpacing(space::s);
    const auto add = [&](const QKeySequence &keys, const QString &meaning) {
        auto *key = new QLabel(keys.toString(QKeySequence::NativeText));
        key->setFont(codeFont(font()));
        key->setProperty("kind", QStringLiteral("muted"));
        const int row = grid->rowCount();
        grid->addWidget(key, row, 0);
        grid->addWidget(new QLabel(meaning), row, 1);
    };
    add(QKeySequence(Qt::CTRL | Qt::Key_K), tr("Go to anything"));
    for (std::size_t i = 0; i < rows.size() && i < 9; ++i)
        add(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + i)), titleOf(rows[i]));
    add(QKeySequence(Qt::CTRL | Qt::Key_N), tr("The panel's main action"));
    add(QKeySequence(QKeySequence::Find), tr("To the filter"));
    add(QKeySequence(Qt::Key_F5), tr("Load again"));
    add(QKeySequence(Qt::Key_Return), tr("Open what is chosen"));
    add(QKeySequence(Qt::Key_Escape), tr("Back, or empty the filter"));
    add(QKeySequence(Qt::Key_Delete), tr("Delete what is chosen, where it can be deleted"));
    add(QKeySequence(QKeySequence::Copy), tr("Copy the chosen rows"));
    add(QKeySequence(Qt::Key_F1), tr("This list"));
    auto *title = new QLabel(tr("Keys"));
    title->setFont(titleFont(font()));
    auto *close = new QPushButton(tr("Close"));
    close->setObjectName(QStringLiteral("shortcutsClose"));
    close->setAccessibleName(close->text());
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::l, space::xl, space::l);
    column->setSpacing(space::l);
    column->addWidget(title);
    column->addLayout(grid);
    column->addWidget(close, 0, Qt::AlignRight);
}

} // namespace kule
