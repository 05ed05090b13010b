// SPDX-License-Identifier: GPL-3.0-or-later
// The texts of an introduction bot: its commands, what each says in Turkish and English, the question after an answer, and
// beside them the chat as people will see it, asked of the engine's own kind of bot; former versions to go back to. What is not saved is kept for each bot
// until it is saved or discarded, over a change of bot and over a restart. Gui thread; saves by a future.
#pragma once
#include "bots/botservice.h"
#include "introductiondraft.h"

#include <QHash>
#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace kule {

class ChatPreview;
class ErrorStrip;
class VersionList;

class IntroductionEditor final : public QWidget
{
    Q_OBJECT
public:
    IntroductionEditor(BotService &bots, const Clock &clock, QWidget *parent = nullptr);

    /// That bot as it is now; what was typed for it and not saved comes back.
    void open(const Bot &bot);
    void forget(const BotId &bot);
    bool hasUnsaved() const { return m_drafts.contains(m_bot.id); }
    Json saveState() const;
    void restoreState(const Json &state);

public Q_SLOTS:
    void save();
    void askDiscard();
    void loadSample();
    /// The list of former ones in place of the fields; the chat beneath shows the one that is chosen there.
    void showVersions(bool isShown);

Q_SIGNALS:
    void saved(kule::BotView bot);

protected:
    void changeEvent(QEvent *event) override;

private:
    /// What is edited of a bot, and the version that it began with.
    struct Unsaved
    {
        Json config;
        int version = 0;
    };
    void build();
    QWidget *buildList();
    QWidget *buildCommandPage();
    QWidget *buildFollowUpPage();
    QWidget *buildPreview();
    Language language() const;
    int currentCommand() const;
    void load(const Json &config);
    void fillList();
    void fillFields();
    void touched();
    void addCommand();
    void removeCommand();
    void moveCommand(int by);
    void check();
    void preview();
    void previewVersion();
    void follow();
    void retranslate();

    BotService &m_bots;
    Bot m_bot;
    IntroductionDraft m_draft;
    QHash<BotId, Unsaved> m_drafts;
    QTimer m_pause;
    bool m_isFilling = false;
    bool m_isBusy = false;
    std::optional<Error> m_wrong;
    QString m_tried; ///< what was written in the preview's line; empty: nothing since another command was chosen

    std::optional<BotConfigVersion> m_looked; ///< the version that is looked at instead

    QComboBox *m_language;
    QToolButton *m_showVersions;
    QPushButton *m_sample;
    QStackedWidget *m_middle;
    VersionList *m_versions;
    QListWidget *m_list;
    QLabel *m_else;
    QToolButton *m_add;
    QToolButton *m_remove;
    QToolButton *m_up;
    QToolButton *m_down;
    QStackedWidget *m_pages;
    QLabel *m_nameName;
    QLineEdit *m_name;
    QLabel *m_menuName;
    QLineEdit *m_menu;
    QLabel *m_textName;
    QPlainTextEdit *m_text;
    QLabel *m_followHint;
    QLabel *m_questionName;
    QLineEdit *m_question;
    QLabel *m_yesName;
    QLineEdit *m_yes;
    QLabel *m_noName;
    QLineEdit *m_no;
    QLabel *m_goodbyeName;
    QLineEdit *m_goodbye;
    ChatPreview *m_preview;
    QLineEdit *m_try;
    ErrorStrip *m_problem;
    QWidget *m_foot;
    QLabel *m_status;
    QPushButton *m_discard;
    QPushButton *m_save;
};

} // namespace kule
