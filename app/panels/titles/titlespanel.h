// SPDX-License-Identifier: GPL-3.0-or-later
// The titles: what is stored, what is being scraped, and where it is kept, each in a tab. A text file that is dropped on it
// fills the form. Gui thread; no I/O of its own.
#pragma once
#include "console.h"
#include "panels/panel.h"

class QTabWidget;

namespace kule {

class PanelHeader;
class ScrapesTab;
class StorageTab;
class StoredTab;

class TitlesPanel final : public Panel
{
    Q_OBJECT
public:
    explicit TitlesPanel(const Console &console, QWidget *parent = nullptr);

    QAction *mainAction() const override { return m_new; }
    void refresh() override;
    void focusFilter() override;
    /// "new" or "new:lines" for the form, "?" and a filter, "81616256/tr" for a title, "batches", "batch:id", "storage".
    void show(const QString &what) override;
    bool goBack() override;
    Json saveState() const override;
    void restoreState(const Json &state) override;

    using QWidget::show;

protected:
    void retranslate() override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void connectAll();

    Console m_console;
    QAction *m_new;
    PanelHeader *m_header;
    QTabWidget *m_tabs;
    StoredTab *m_stored;
    ScrapesTab *m_scrapes;
    StorageTab *m_storage;
};

} // namespace kule
