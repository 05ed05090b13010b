// SPDX-License-Identifier: GPL-3.0-or-later
// Our table: whole rows, no grid, 28 px rows, Enter or double click opens, Delete deletes, Ctrl+C copies cells as text.
// New rows never push others away: the model keeps them back and announce() says how many. Relative times in it are
// painted anew twice a minute. Models follow insert/remove/dataChanged, so selection and scroll survive. Gui thread.
#pragma once
#include "base/json.h"

#include <QPushButton>
#include <QTableView>
#include <QTimer>

#include <vector>

namespace kule {

class TableView : public QTableView
{
    Q_OBJECT
public:
    explicit TableView(QWidget *parent = nullptr);

    /// "12 new" over the first row; 0 hides it.
    void announce(qint64 newRows);
    /// Row under the cursor, invalid when there is none.
    QModelIndex current() const { return selectionModel() ? selectionModel()->currentIndex() : QModelIndex(); }
    /// Selected rows, from the top.
    QModelIndexList selectedRows() const;
    /// First width of a column, at least what its heading needs; which one takes what is left.
    void setColumnWidths(const QList<int> &widths, int stretched);
    /// Columns that give way where the table is narrower than that: beside an open row there is room for what tells the rows
    /// apart; its page has the rest.
    struct Yielding
    {
        int column;
        int least;
    };
    void hideBelow(std::vector<Yielding> columns);

    Json saveState() const;
    void restoreState(const Json &state);

Q_SIGNALS:
    void opened(QModelIndex index);
    void deleteAsked();
    void announcementClicked();
    /// The cursor came to another row, or to none.
    void currentRowChanged(QModelIndex index);

public:
    void setModel(QAbstractItemModel *model) override;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    void copySelection() const;
    void placeAnnouncement();
    void giveWay();
    void makeRoomForHeadings();

    QPushButton *m_announcement;
    QTimer m_times;
    std::vector<Yielding> m_yielding;
    qint64 m_newRows = 0;
};

} // namespace kule
