// SPDX-License-Identifier: GPL-3.0-or-later
// The fatal reports: header, filter, the reports or their groups, one report at the side; deleting one, some, or what the
// filter shows. Gui thread; no I/O of its own.
#pragma once
#include "console.h"
#include "fatalsmodel.h"
#include "groupsmodel.h"
#include "lists/listparts.h"
#include "panels/panel.h"

class QLabel;
class QToolButton;

namespace kule {

class DetailSplitter;
class ExportActions;
class FatalDeletion;
class FatalDetailView;
class ListWiring;
class PanelHeader;
class ProgressStrip;
class TableView;

class FatalsPanel final : public Panel, private ListParts
{
    Q_OBJECT
public:
    explicit FatalsPanel(const Console &console, QWidget *parent = nullptr);

    void refresh() override;
    void focusFilter() override;
    /// A report's file name.
    void show(const QString &what) override;
    bool goBack() override;
    Json saveState() const override;
    void restoreState(const Json &state) override;

    using QWidget::show;

protected:
    void retranslate() override;

private:
    void connectAll();
    void filterChanged(const QString &text);
    void arrange();
    void openReport(const QString &filename);
    void openGroup(const QString &fingerprint);
    void leaveGroup();
    void close();
    void askDeleteShown();
    QStringList selected() const;

    Console m_console;
    FatalsModel *m_model;
    GroupsModel *m_groups;
    PanelHeader *m_header;
    QToolButton *m_grouped;
    QWidget *m_groupLine;
    QLabel *m_groupWords;
    QToolButton *m_groupLeave;
    TableView *m_groupTable;
    FatalDetailView *m_detail;
    DetailSplitter *m_splitter;
    FatalDeletion *m_deletion;
    ProgressStrip *m_strip;
    ExportActions *m_export;
    ListWiring *m_wiring;
    QAction *m_deleteSelected;
    QAction *m_deleteShown;
    std::optional<FatalGroup> m_group; ///< the one whose reports are shown
};

} // namespace kule
