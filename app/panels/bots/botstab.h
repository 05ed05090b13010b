// SPDX-License-Identifier: GPL-3.0-or-later
// The bots as a list, and at its side one of them, or the form for a new one. Gui thread; no I/O of its own.
#pragma once
#include "botsmodel.h"
#include "console.h"
#include "lists/listparts.h"

#include <QWidget>

class QAction;
class QPushButton;
class QStackedWidget;

namespace kule {

class BotDeeds;
class BotDetailView;
class BotForm;
class DetailSplitter;
class ProcfileForm;

class BotsTab final : public QWidget, private ListParts
{
    Q_OBJECT
public:
    explicit BotsTab(const Console &console, QWidget *parent = nullptr);

    void refresh();
    void focusFilter();
    void setFilter(const QString &filter);
    void open(const BotId &id);
    void openForm();
    void openProcfile();
    /// "deliveries", "token", "edit": a part of an open bot.
    void open(const BotId &id, const QString &part);
    bool goBack();
    void setApiUrl(const QString &url);
    QList<QAction *> actions() const;
    QAction *importAction() const { return m_import; }
    Json saveState() const;
    void restoreState(const Json &state);

Q_SIGNALS:
    void counted(qint64 bots);
    void herokuAsked();
    void linkAsked(QString panel, QString what);
    void stateChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    void connectAll();
    void addMenu();
    void filterChanged(const QString &text);
    void arrange();
    void follow();
    void reselect();
    void close();
    void leaveForm();
    void editBot(const Bot &bot);
    std::vector<BotView> selected() const;
    void retranslate();

    Console m_console;
    BotsModel *m_model;
    QStackedWidget *m_side;
    BotDetailView *m_detail;
    BotForm *m_form;
    ProcfileForm *m_procfile;
    DetailSplitter *m_splitter;
    BotDeeds *m_deeds;
    QAction *m_import;
    QPushButton *m_emptyImport;
    QPushButton *m_emptyHeroku;
    QAction *m_edit;
    QAction *m_scale;
    BotId m_selected;
    bool m_isReselecting = false;
};

} // namespace kule
