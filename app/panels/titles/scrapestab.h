// SPDX-License-Identifier: GPL-3.0-or-later
// The batches, and at their side one of them or the form for a new one. Gui thread; no I/O of its own.
#pragma once
#include "batchesmodel.h"
#include "console.h"

#include <QWidget>

class QStackedWidget;

namespace kule {

class BatchView;
class DetailSplitter;
class EmptyState;
class ErrorStrip;
class ListWiring;
class ScrapeForm;
class TableView;

class ScrapesTab final : public QWidget
{
    Q_OBJECT
public:
    explicit ScrapesTab(const Console &console, QWidget *parent = nullptr);

    void refresh();
    void openForm();
    /// The form with these behind what was typed.
    void openForm(const QString &lines);
    void openFile(const QString &file);
    void open(const QString &batch);
    /// From their pages: a batch of its own.
    void begin(const TitleBatchRequest &request);
    bool closeDetail();
    void setApiUrl(const QString &url);
    Json saveState() const;
    void restoreState(const Json &state);

Q_SIGNALS:
    void linkAsked(QString panel, QString what);
    void titleAsked(kule::TitleKey key);
    void stateChanged();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void connectAll();
    void show(const TitleBatch &batch);
    void close();
    void retranslate();

    using QWidget::show;

    Console m_console;
    BatchesModel *m_model;
    ErrorStrip *m_problem;
    QStackedWidget *m_list;
    TableView *m_table;
    EmptyState *m_empty;
    QStackedWidget *m_side;
    BatchView *m_batch;
    ScrapeForm *m_form;
    DetailSplitter *m_splitter;
    ListWiring *m_wiring;
};

} // namespace kule
