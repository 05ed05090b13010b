// SPDX-License-Identifier: GPL-3.0-or-later
// What every list over pages does alike, between its model, its table and what stands around them: new rows are announced and
// come when asked for, the chosen row stays chosen through every load, a failure offers another try, an empty list says why.
// Owns none of the parts; they outlive it. Gui thread.
#pragma once
#include "models/pagedmodel.h"

class QStackedWidget;

namespace kule {

class EmptyState;
class ErrorStrip;
class FilterBar;
class TableView;

class ListWiring final : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        PagedModelSignals *model;
        TableView *table;
        ErrorStrip *problem;
        FilterBar *filter = nullptr;      ///< null: the list has none
        QStackedWidget *pages = nullptr;  ///< shows table, empty or noMatch; null: the panel chooses itself
        EmptyState *empty = nullptr;
        EmptyState *noMatch = nullptr;    ///< null: empty stands for both
    };
    ListWiring(Parts parts, QObject *parent);

    /// The row of that key is the current one, now and whenever it comes anew. Its place on the screen stays the reader's.
    void select(const QString &key);
    /// Key of the chosen row, also while it is not here; empty: none.
    const QString &selected() const { return m_selected; }
    /// Loads anew and shows the first row.
    void loadToTop();
    /// For a list that nobody looked at, so that nothing moves under a pointer: takes in what is new.
    void catchUp();
    /// What is to be seen: the table, or what stands for it.
    QWidget *page() const;

Q_SIGNALS:
    /// After each load, when the page stands and the row is chosen again.
    void loaded();
    /// By Enter, a double click, or a click that chooses this row alone.
    void opened(QString key);
    /// A person came to another row.
    void walked(QString key);
    void retryAsked();

private:
    void connectTable();
    void arrange();
    void reselect();

    const Parts m_parts;
    QString m_selected;
    bool m_isReselecting = false;
    bool m_goesToTop = false;
};

} // namespace kule
