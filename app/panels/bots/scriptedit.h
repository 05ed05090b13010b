// SPDX-License-Identifier: GPL-3.0-or-later
// What a bot of the kind script runs: its command as one line, the folder, the variable that its token comes in, and others of
// its environment, one a line. Gui thread; a value comes in and goes out.
#pragma once
#include "base/json.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace kule {

class ScriptEdit final : public QWidget
{
    Q_OBJECT
public:
    explicit ScriptEdit(QWidget *parent = nullptr);

    void setConfig(const Json &config);
    /// With what this window does not know left as it was.
    Json config() const;
    bool isEmpty() const;

Q_SIGNALS:
    void edited();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    Json m_rest = Json::object();
    QLabel *m_commandName;
    QLineEdit *m_command;
    QLabel *m_folderName;
    QLineEdit *m_folder;
    QLabel *m_variableName;
    QLineEdit *m_variable;
    QLabel *m_environmentName;
    QPlainTextEdit *m_environment;
};

/// Words as one line that reads back as the same words.
QString commandLineOf(const QStringList &words);

} // namespace kule
