// SPDX-License-Identifier: GPL-3.0-or-later
// The source of an announcements bot: its fields, what it would bring now and how that would look in a chat, sent to nobody.
// What is not saved is kept for each bot until it is saved or discarded. Gui thread; asks the engine by futures only.
#pragma once
#include "bots/botservice.h"
#include "widgets/rowsmodel.h"

#include <QHash>
#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QScrollArea;

namespace kule {

class ChatPreview;
class ErrorStrip;
class SourceFields;
class TableView;

class SourceTab final : public QWidget
{
    Q_OBJECT
public:
    explicit SourceTab(BotService &bots, QWidget *parent = nullptr);

    void open(const Bot &bot);
    void forget(const BotId &bot) { m_drafts.remove(bot); }
    Json saveState() const;
    void restoreState(const Json &state);

public Q_SLOTS:
    void tryIt();
    void save();

Q_SIGNALS:
    void saved(kule::BotView bot);

protected:
    void changeEvent(QEvent *event) override;

private:
    void touched();
    void askDiscard();
    void take(const SourcePreview &preview);
    void showChosen();
    void follow();
    void retranslate();

    BotService &m_bots;
    Bot m_bot;
    QHash<BotId, Json> m_drafts;
    bool m_isBusy = false;
    int m_asked = 0;
    std::optional<SourcePreview> m_preview;
    RowsModel<PreviewItem> *m_items;
    QScrollArea *m_area;
    SourceFields *m_fields;
    QPushButton *m_try;
    QLabel *m_found;
    QComboBox *m_language;
    TableView *m_table;
    ChatPreview *m_chat;
    ErrorStrip *m_problem;
    QLabel *m_status;
    QPushButton *m_discard;
    QPushButton *m_save;
};

} // namespace kule
