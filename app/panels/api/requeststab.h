// SPDX-License-Identifier: GPL-3.0-or-later
// What the API was asked, live, the newest 500. While someone points at the list or has scrolled down, new requests wait
// above it and are announced. Gui thread.
#pragma once
#include "api/apicontrol.h"
#include "console.h"
#include "widgets/rowsmodel.h"

#include <QWidget>

class QStackedLayout;

namespace kule {

class EmptyState;
class TableView;

class RequestsTab : public QWidget
{
    Q_OBJECT
public:
    explicit RequestsTab(const Console &console, QWidget *parent = nullptr);
    void refresh();

protected:
    void changeEvent(QEvent *event) override;

private:
    void take(const std::vector<ApiRequestNote> &notes);
    void showWaiting();
    bool isBusyLooking() const;
    void retranslate();

    Console m_console;
    RowsModel<ApiRequestNote> *m_model;
    TableView *m_table;
    EmptyState *m_empty;
    QStackedLayout *m_stack;
    std::vector<ApiRequestNote> m_waiting; ///< newest first
    QString m_address;
};

} // namespace kule
