// SPDX-License-Identifier: GPL-3.0-or-later
// The outbox: fatal reports on their way to the callback addresses of jobs, each try, and the way to send one again.
// Gui thread.
#pragma once
#include "callbacks/callbackservice.h"
#include "console.h"
#include "widgets/rowsmodel.h"

#include <QWidget>

class QComboBox;
class QPushButton;

namespace kule {

class CodeView;
class DetailSplitter;
class ElidedLabel;
class EmptyState;
class ErrorStrip;
class StateLabel;
class TableView;

class CallbacksTab : public QWidget
{
    Q_OBJECT
public:
    explicit CallbacksTab(const Console &console, QWidget *parent = nullptr);
    void refresh();
    bool closeDetail();
    void showState(DeliveryState state);
    Json saveState() const;
    void restoreState(const Json &state);

Q_SIGNALS:
    void jobAsked(QString job);

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *buildList();
    QWidget *buildDetail();
    void load(const QString &after);
    void take(const Delivery &delivery);
    void showDetail(const Delivery &delivery);
    void redeliver();
    std::optional<DeliveryState> wanted() const;
    void retranslate();

    Console m_console;
    RowsModel<Delivery> *m_model;
    QComboBox *m_state;
    ErrorStrip *m_error;
    TableView *m_table;
    EmptyState *m_empty;
    DetailSplitter *m_splitter;
    StateLabel *m_detailState;
    ElidedLabel *m_detailUrl;
    CodeView *m_tries;
    QPushButton *m_redeliver;
    QPushButton *m_job;
    std::optional<Delivery> m_shown;
    int m_asked = 0; ///< an answer to an older question is dropped
};

} // namespace kule
