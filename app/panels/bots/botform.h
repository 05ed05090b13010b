// SPDX-License-Identifier: GPL-3.0-or-later
// A new bot, or what a bot is besides its texts: name, kind, token, mode, restart times, chats at once. What is wrong stands
// beneath its field in the engine's words. What was typed is kept until it is done, but for the token. Gui thread.
#pragma once
#include "bots/botservice.h"
#include "console.h"

#include <QWidget>

#include <optional>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace kule {

class ErrorStrip;
class ScriptEdit;
class SourceFields;
class ScheduleEdit;
class TokenField;

class BotForm final : public QWidget
{
    Q_OBJECT
public:
    explicit BotForm(const Console &console, QWidget *parent = nullptr);

    /// A new one, as it was left.
    void begin();
    /// That one; what was typed for another is forgotten.
    void begin(const Bot &bot);
    void focusToken();
    bool isNew() const { return !m_bot; }
    Json saveState() const;
    void restoreState(const Json &state);

public Q_SLOTS:
    void submit();

Q_SIGNALS:
    void done(kule::BotView bot);
    void closeAsked();
    void linkAsked(QString panel, QString what);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Row
    {
        QWidget *whole;
        QLabel *name;
        QLabel *hint;   ///< null: none
        QLabel *error;
    };
    void send();
    void forgetTyped();
    Row addField(QVBoxLayout *column, QWidget *editor, bool hasHint);
    void build();
    void clearErrors();
    void showError(const Error &error);
    void follow();
    BotKind kind() const;
    std::optional<Json> config() const;
    BotDraft draft() const;
    void retranslate();

    Console m_console;
    std::optional<Bot> m_bot; ///< none: a new one
    bool m_isBusy = false;
    QLabel *m_title;
    QComboBox *m_kind;
    QLineEdit *m_name;
    TokenField *m_token;
    QComboBox *m_mode;
    QSpinBox *m_quantity;
    ScriptEdit *m_script;
    SourceFields *m_source;
    ScheduleEdit *m_restarts;
    QCheckBox *m_starts;
    ErrorStrip *m_problem;
    QPushButton *m_cancel;
    QPushButton *m_submit;
    Row m_kindField, m_nameField, m_tokenField, m_modeField, m_quantityField, m_restartsField, m_scriptField, m_sourceField;
};

} // namespace kule
