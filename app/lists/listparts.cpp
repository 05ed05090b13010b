// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/listparts.h"

#include "widgets/emptystate.h"
#include "widgets/errorstrip.h"
#include "widgets/filterbar.h"
#include "widgets/tableview.h"

#include <QStackedWidget>

namespace kule {

ListParts::ListParts(const QString &name, const QString &emptyIcon)
    : m_filter(new FilterBar)
    , m_problem(new ErrorStrip)
    , m_list(new QStackedWidget)
    , m_table(new TableView)
    , m_empty(new EmptyState(emptyIcon))
    , m_noMatch(new EmptyState(QStringLiteral("search")))
{
    m_problem->setObjectName(name + QStringLiteral("Problem"));
    m_empty->setObjectName(name + QStringLiteral("Empty"));
    m_noMatch->setObjectName(name + QStringLiteral("NoMatch"));
    for (QWidget *page : {static_cast<QWidget *>(m_table), static_cast<QWidget *>(m_empty), static_cast<QWidget *>(m_noMatch)})
        m_list->addWidget(page);
}

} // namespace kule
