// SPDX-License-Identifier: GPL-3.0-or-later
// The jobs: header, filter, table, and at its side one job or the form for a new one. Gui thread; no I/O of its own.
#pragma once
#include "console.h"
#include "jobsmodel.h"
#include "lists/listparts.h"
#include "panels/panel.h"

class QStackedWidget;

namespace kule {

class DetailSplitter;
class ExportActions;
class ListWiring;
class JobDetailView;
class JobsAtOnce;
class PanelHeader;
class ProgressStrip;
class SubmitForm;

class JobsPanel final : public Panel, private ListParts
{
    Q_OBJECT
public:
    explicit JobsPanel(const Console &console, QWidget *parent = nullptr);

    QAction *mainAction() const override { return m_new; }
    void refresh() override;
    void focusFilter() override;
    /// A job's id, "new" for the form, or "?" and a filter.
    void show(const QString &what) override;
    bool goBack() override;
    Json saveState() const override;
    void restoreState(const Json &state) override;

    using QWidget::show;

protected:
    void retranslate() override;

private:
    void buildMenus();
    void connectAll();
    void openJob(const JobId &id);
    void openForm();
    void close();
    void filterChanged(const QString &text);
    void loaded();

    Console m_console;
    JobsModel *m_model;
    QAction *m_new;
    PanelHeader *m_header;
    QStackedWidget *m_side;
    JobDetailView *m_detail;
    SubmitForm *m_form;
    ProgressStrip *m_strip;
    JobsAtOnce *m_atOnce;
    ExportActions *m_export;
    QAction *m_deleteOne;
    QAction *m_exportLog;
    DetailSplitter *m_splitter;
    ListWiring *m_wiring;
};

} // namespace kule
