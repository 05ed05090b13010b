// SPDX-License-Identifier: GPL-3.0-or-later
// The stored titles: filter, table, and at its side one of them. Gui thread; no I/O of its own.
#pragma once
#include "console.h"
#include "lists/listparts.h"
#include "storedmodel.h"

#include <QWidget>

class QAction;

namespace kule {

class DetailSplitter;
class ExportActions;
class ListWiring;
class ProgressStrip;
class TitleDetailView;

class StoredTab final : public QWidget, private ListParts
{
    Q_OBJECT
public:
    explicit StoredTab(const Console &console, QWidget *parent = nullptr);

    void refresh();
    void focusFilter();
    void setFilter(const QString &filter);
    void open(const TitleKey &key);
    bool closeDetail();
    void setApiUrl(const QString &url);
    QList<QAction *> actions() const;
    Json saveState() const;
    void restoreState(const Json &state);

Q_SIGNALS:
    void scrapeAsked();
    /// These from their pages, whatever is stored.
    void refreshAsked(QStringList urls);
    void counted(qint64 titles);
    void stateChanged();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void connectAll();
    void filterChanged(const QString &text);
    void loaded();
    void close();
    void fetchSelected();
    void retranslate();

    Console m_console;
    StoredModel *m_model;
    ProgressStrip *m_strip;
    TitleDetailView *m_detail;
    DetailSplitter *m_splitter;
    ExportActions *m_export;
    QAction *m_fetchSelected;
    ListWiring *m_wiring;
};

} // namespace kule
