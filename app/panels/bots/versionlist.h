// SPDX-License-Identifier: GPL-3.0-or-later
// Configurations of a bot as they were saved: who saved them when, one of them to be looked at, and the way back to it. Going back
// saves a former one as the newest, so nothing is lost by it. Gui thread; asks the engine by futures only.
#pragma once
#include "bots/botservice.h"
#include "widgets/rowsmodel.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace kule {

class ErrorStrip;
class TableView;

class VersionList final : public QWidget
{
    Q_OBJECT
public:
    VersionList(BotService &bots, const Clock &clock, QWidget *parent = nullptr);

    /// Of that bot, as it is now.
    void open(const Bot &bot);

Q_SIGNALS:
    /// One is looked at.
    void chosen(kule::BotConfigVersion version);
    /// The bot has a former one again.
    void restored(kule::BotView bot);
    void closeAsked();

protected:
    void changeEvent(QEvent *event) override;

private:
    void load();
    void look(const QModelIndex &index);
    void goBack();
    void follow();
    void retranslate();

    BotService &m_bots;
    const Clock &m_clock;
    Bot m_bot;
    std::optional<BotConfigVersion> m_chosen; ///< with its configuration
    int m_asked = 0;
    bool m_isBusy = false;
    RowsModel<BotConfigVersion> *m_model;
    TableView *m_table;
    ErrorStrip *m_problem;
    QLabel *m_hint;
    QPushButton *m_close;
    QPushButton *m_restore;
};

} // namespace kule
