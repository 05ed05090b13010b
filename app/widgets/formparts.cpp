// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/formparts.h"

#include <QLabel>
#include <QPushButton>
#include <QScrollArea>

namespace kule {

void nameField(QLabel *name, QWidget *editor)
{
    name->setBuddy(editor);
    name->setFont(strongFont(name->font()));
}

QHBoxLayout *closingRow(QPushButton *cancel, QPushButton *submit)
{
    submit->setProperty("kind", QStringLiteral("main"));
    auto *row = new QHBoxLayout;
    row->setSpacing(space::s);
    row->addStretch();
    row->addWidget(cancel);
    row->addWidget(submit);
    return row;
}

QScrollArea *scrolled(QWidget *page)
{
    page->setProperty("kind", QStringLiteral("page"));
    auto *area = new QScrollArea;
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(page);
    return area;
}

} // namespace kule
