// SPDX-License-Identifier: GPL-3.0-or-later
#include "scriptedit.h"

#include "theme/theme.h"

#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProcess>
#include <QVBoxLayout>

namespace kule {
namespace {

constexpr int longestLine = 4096;

QLineEdit *lineEdit(const char *name, const QFont &face)
{
    auto *edit = new QLineEdit;
    edit->setObjectName(QString::fromLatin1(name));
    edit->setFont(face);
    edit->setMaxLength(longestLine);
    return edit;
}

} // namespace

QString commandLineOf(const QStringList &words)
{
    QStringList quoted;
    for (QString word : words) {
        const bool isPlain = !word.isEmpty() && std::none_of(word.begin(), word.end(), [](QChar c) { return c.isSpace() || c == u'"'; });
        word.replace(QStringLiteral("\""), QStringLiteral("\"\"\"")); // as QProcess::splitCommand reads it
        quoted << (isPlain ? word : u'"' + word + u'"');
    }
    return quoted.join(u' ');
}

ScriptEdit::ScriptEdit(QWidget *parent)
    : QWidget(parent)
    , m_commandName(new QLabel)
    , m_command(lineEdit("scriptCommand", codeFont(font())))
    , m_folderName(new QLabel)
    , m_folder(lineEdit("scriptFolder", codeFont(font())))
    , m_variableName(new QLabel)
    , m_variable(lineEdit("scriptTokenVariable", codeFont(font())))
    , m_environmentName(new QLabel)
    , m_environment(new QPlainTextEdit)
{
    m_environment->setObjectName(QStringLiteral("scriptEnvironment"));
    m_environment->setFont(codeFont(font()));
    m_environment->setTabChangesFocus(true);
    m_environment->setFixedHeight(3 * rowHeight);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::xs);
    const std::pair<QLabel *, QWidget *> rows[] = {{m_commandName, m_command}, {m_folderName, m_folder}, {m_variableName, m_variable}, {m_environmentName, m_environment}};
    for (const auto &[name, editor] : rows) {
        name->setBuddy(editor);
        name->setProperty("kind", QStringLiteral("muted"));
        column->addWidget(name);
        column->addWidget(editor);
    }
    for (QLineEdit *edit : {m_command, m_folder, m_variable})
        connect(edit, &QLineEdit::textEdited, this, &ScriptEdit::edited);
    connect(m_environment, &QPlainTextEdit::textChanged, this, &ScriptEdit::edited);
    setConfig(Json::object());
    retranslate();
}

void ScriptEdit::setConfig(const Json &config)
{
    m_rest = config.is_object() ? config : Json::object();
    QStringList words;
    if (const auto command = m_rest.find("command"); command != m_rest.end() && command->is_array()) {
        for (const Json &word : *command)
            words << (word.is_string() ? word.get<QString>() : QString());
    }
    m_command->setText(commandLineOf(words));
    m_folder->setText(textOf(m_rest, "cwd"));
    m_variable->setText(textOf(m_rest, "token_env", QStringLiteral("TOKEN")));
    QStringList lines;
    if (const auto environment = m_rest.find("environment"); environment != m_rest.end() && environment->is_object()) {
        for (const auto &[name, value] : environment->items())
            lines << QString::fromStdString(name) + u'=' + (value.is_string() ? value.get<QString>() : QString());
    }
    m_environment->setPlainText(lines.join(u'\n'));
}

Json ScriptEdit::config() const
{
    Json config = m_rest;
    config["command"] = Json::array();
    for (const QString &word : QProcess::splitCommand(m_command->text()))
        config["command"].push_back(word);
    const auto put = [&config](const char *key, const QString &text) {
        if (text.isEmpty())
            config.erase(key);
        else
            config[key] = text;
    };
    put("cwd", m_folder->text().trimmed());
    put("token_env", m_variable->text().trimmed());
    config.erase("environment");
    const auto lines = m_environment->toPlainText().split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines)
        config["environment"][line.section(u'=', 0, 0).trimmed().toStdString()] = line.section(u'=', 1);
    return config;
}

bool ScriptEdit::isEmpty() const
{
    return m_command->text().trimmed().isEmpty();
}

void ScriptEdit::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ScriptEdit::retranslate()
{
    const std::pair<QLabel *, QString> names[] = {{m_commandName, tr("Command")},
                                                  {m_folderName, tr("Folder (optional)")},
                                                  {m_variableName, tr("Variable for the token")},
                                                  {m_environmentName, tr("Other variables, NAME=value, one a line (no secrets)")}};
    for (const auto &[label, words] : names) {
        label->setText(words);
        label->buddy()->setAccessibleName(words);
    }
    m_command->setPlaceholderText(QStringLiteral("python3 tanitim.py"));
    m_folder->setPlaceholderText(tr("in the script roots; where the file lies, if empty"));
}

} // namespace kule
