// SPDX-License-Identifier: GPL-3.0-or-later
// What every list that is searched is made of: its filter, what went wrong, and pages of which one is seen: the table, or what
// stands for it while it is empty. A panel or tab derives from it privately, beside its QWidget, lays the parts out and so
// comes to own them. Gui thread; asks nobody.
#pragma once
#include <QString>

class QStackedWidget;

namespace kule {

class EmptyState;
class ErrorStrip;
class FilterBar;
class TableView;

class ListParts
{
protected:
    /// name: what tests find the parts by; of "jobs" come jobsProblem, jobsEmpty and jobsNoMatch. emptyIcon: of the page that
    /// is seen before there is anything.
    ListParts(const QString &name, const QString &emptyIcon);
    ~ListParts() = default;

    FilterBar *const m_filter;
    ErrorStrip *const m_problem;
    QStackedWidget *const m_list; ///< the pages
    TableView *const m_table;
    EmptyState *const m_empty;
    EmptyState *const m_noMatch;
};

} // namespace kule
