// SPDX-License-Identifier: GPL-3.0-or-later
// Who did what, by which key, and when; with the way to what was acted on. Gui thread.
#pragma once
#include "activitymodel.h"
#include "console.h"
#include "lists/listparts.h"
#include "panels/panel.h"

#include <QTimer>

namespace kule {

class ActivityDetail;
class DetailSplitter;
class ExportActions;
class ListWiring;
class PanelHeader;
class ProgressStrip;

class ActivityPanel final : public Panel, private ListParts
{
    Q_OBJECT
public:
    explicit ActivityPanel(const Console &console, QWidget *parent = nullptr);

    void refresh() override;
    void focusFilter() override;
    /// "?" and a filter.
    void show(const QString &what) override;
    bool goBack() override;
    Json saveState() const override;
    void restoreState(const Json &state) override;

    using QWidget::show;

protected:
    void retranslate() override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void connectAll();
    void filterChanged(const QString &text);
    void loaded();
    void open(const QString &key);
    void close();

    Console m_console;
    ActivityModel *m_model;
    PanelHeader *m_header;
    ActivityDetail *m_detail;
    DetailSplitter *m_splitter;
    ProgressStrip *m_strip;
    ExportActions *m_export;
    ListWiring *m_wiring;
    QTimer m_soon;
};

} // namespace kule
