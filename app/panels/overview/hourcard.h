// SPDX-License-Identifier: GPL-3.0-or-later
// The last day by hours: a chart, or the same as a table. Gui thread.
#pragma once
#include "overview/overview.h"
#include "widgets/rowsmodel.h"

#include <QFrame>

class QLabel;
class QStackedLayout;
class QToolButton;

namespace kule {

class HourChart;
class StateLabel;
class TableView;

class HourCard final : public QFrame
{
    Q_OBJECT
public:
    explicit HourCard(QWidget *parent = nullptr);
    void setHours(const std::vector<HourCounts> &hours);
    bool showsTable() const;
    void setShowsTable(bool isTable);

Q_SIGNALS:
    void kindChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QLabel *m_title;
    StateLabel *m_succeeded;
    StateLabel *m_failed;
    QToolButton *m_asTable;
    HourChart *m_chart;
    RowsModel<HourCounts> *m_model;
    TableView *m_table;
    QStackedLayout *m_stack;
};

} // namespace kule
