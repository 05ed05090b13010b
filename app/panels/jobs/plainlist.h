// SPDX-License-Identifier: GPL-3.0-or-later
// The short list inside a tab of a job: one level, whole rows, the last column takes what is left. Gui thread.
#pragma once
#include <QHeaderView>
#include <QTreeWidget>

namespace kule {

inline QTreeWidget *plainList(const char *objectName, int columns)
{
    auto *tree = new QTreeWidget;
    tree->setObjectName(QString::fromLatin1(objectName));
    tree->setColumnCount(columns);
    tree->setRootIsDecorated(false);
    tree->setUniformRowHeights(true);
    tree->setAllColumnsShowFocus(true);
    tree->header()->setStretchLastSection(true);
    return tree;
}

} // namespace kule
