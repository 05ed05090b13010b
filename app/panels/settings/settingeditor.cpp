// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/settings/settingeditor.h"

#include "secrets/secretservice.h"
#include "words/settingwords.h"
#include "theme/icons.h"
#include "theme/theme.h"
#include "widgets/choice.h"
#include "widgets/words.h"

#include <QCheckBox>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QIntValidator>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace kule {
namespace {
constexpr int editorWidth = 300;
constexpr int numberWidth = 120;
} // namespace

SettingEditor::SettingEditor(Setting setting, QWidget *parent)
    : QFrame(parent)
    , m_row(rowOf(setting))
    , m_info{setting, {}, SettingSource::Default}
    , m_name(new QLabel)
    , m_meaning(new QLabel)
    , m_key(new QLabel)
    , m_source(new QLabel)
    , m_error(new QLabel)
    , m_reset(new QToolButton)
{
    setObjectName(QStringLiteral("setting-") + QString::fromLatin1(m_row.key));
    m_meaning->setProperty("kind", QStringLiteral("muted"));
    m_meaning->setWordWrap(true);
    m_key->setText(QString::fromLatin1(m_row.key));
    m_key->setFont(captionFont(codeFont(font())));
    m_key->setProperty("kind", QStringLiteral("muted"));
    m_source->setObjectName(QStringLiteral("source"));
    m_source->setFont(captionFont(font()));
    m_source->setProperty("kind", QStringLiteral("muted"));
    m_source->setWordWrap(true);
    m_error->setObjectName(QStringLiteral("error"));
    m_error->setFont(captionFont(font()));
    m_error->setProperty("kind", QStringLiteral("error"));
    m_error->setWordWrap(true);
    m_error->hide();
    m_reset->setObjectName(QStringLiteral("reset"));
    m_reset->setProperty("kind", QStringLiteral("flat"));
    m_reset->setIcon(icon(QStringLiteral("retry"), Token::Muted));
    m_reset->setIconSize({16, 16});
    m_reset->setFocusPolicy(Qt::TabFocus);

    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    auto *names = new QHBoxLayout;
    names->setSpacing(space::s);
    names->addWidget(m_name);
    names->addWidget(m_key);
    names->addStretch();
    words->addLayout(names);
    words->addWidget(m_meaning);
    words->addStretch();
    auto *values = new QVBoxLayout;
    values->setSpacing(2);
    auto *place = new QHBoxLayout;
    place->setSpacing(space::xs);
    buildEditor(place);
    place->addWidget(m_reset);
    values->addLayout(place);
    values->addWidget(m_error);
    values->addWidget(m_source);
    values->addStretch();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::l, space::m, space::l, space::m);
    row->setSpacing(space::xl);
    row->addLayout(words, 1);
    auto *right = new QWidget;
    right->setFixedWidth(editorWidth + 64);
    values->setContentsMargins(0, 0, 0, 0);
    right->setLayout(values);
    row->addWidget(right, 0, Qt::AlignTop);
    m_name->setBuddy(m_editor);
    connect(m_reset, &QToolButton::clicked, this, [this] { Q_EMIT resetWanted(m_row.id); });
    retranslate();
}

void SettingEditor::buildEditor(QHBoxLayout *place)
{
    switch (m_row.type) {
    case SettingType::Switch:
        m_editor = m_switch = new QCheckBox;
        connect(m_switch, &QCheckBox::clicked, this, &SettingEditor::commit);
        break;
    case SettingType::Choice: {
        m_editor = m_choice = new Choice;
        const QStringList choices = QString::fromLatin1(m_row.choices).split(u' ', Qt::SkipEmptyParts);
        for (const QString &choice : choices)
            m_choice->addItem(choiceWord(choice), choice);
        m_choice->setFixedWidth(editorWidth);
        m_choice->setFocusPolicy(Qt::StrongFocus);
        m_choice->installEventFilter(this);
        connect(m_choice, &QComboBox::activated, this, &SettingEditor::commit);
        break;
    }
    case SettingType::PathList:
        m_editor = m_lines = new QPlainTextEdit;
        m_lines->setTabChangesFocus(true);
        m_lines->setFont(codeFont(font()));
        m_lines->setFixedSize(editorWidth, 64);
        m_lines->installEventFilter(this);
        break;
    case SettingType::Number:
    case SettingType::Text:
    case SettingType::Path:
    case SettingType::TextList:
    case SettingType::Secret:
        m_editor = m_line = new QLineEdit;
        m_line->setFixedWidth(m_row.type == SettingType::Number ? numberWidth : editorWidth);
        if (m_row.type == SettingType::Number)
            m_line->setAlignment(Qt::AlignRight);
        if (m_row.type == SettingType::Secret)
            m_line->setEchoMode(QLineEdit::Password);
        connect(m_line, &QLineEdit::editingFinished, this, &SettingEditor::commit);
        connect(m_line, &QLineEdit::textEdited, this, [this](const QString &text) { Q_EMIT edited(m_row.id, text.trimmed()); });
        break;
    }
    m_editor->setObjectName(QStringLiteral("editor"));
    place->addWidget(m_editor, 0, Qt::AlignTop);
    if (m_row.type == SettingType::Path || m_row.type == SettingType::PathList) {
        m_browse = new QToolButton;
        m_browse->setObjectName(QStringLiteral("browse"));
        m_browse->setProperty("kind", QStringLiteral("flat"));
        m_browse->setIcon(icon(QStringLiteral("folder"), Token::Muted));
        m_browse->setIconSize({16, 16});
        m_browse->setFocusPolicy(Qt::TabFocus);
        connect(m_browse, &QToolButton::clicked, this, &SettingEditor::browse);
        place->addWidget(m_browse, 0, Qt::AlignTop);
    }
    place->addStretch();
}

QString SettingEditor::value() const
{
    if (m_switch)
        return m_switch->isChecked() ? QStringLiteral("true") : QStringLiteral("false");
    if (m_choice)
        return m_choice->currentData().toString();
    if (m_lines) {
        QStringList lines = m_lines->toPlainText().split(u'\n', Qt::SkipEmptyParts);
        for (QString &line : lines)
            line = line.trimmed();
        lines.removeAll(QString());
        return lines.join(QDir::listSeparator());
    }
    return m_line->text().trimmed();
}

bool SettingEditor::takesSecret() const
{
    return std::ranges::find(secretname::ofSettings, m_row.id, [](const auto &each) { return each.first; }) != secretname::ofSettings.end();
}

void SettingEditor::commit()
{
    if ((m_row.type == SettingType::Secret && !takesSecret()) || value() == m_info.value)
        return;
    Q_EMIT wanted(m_row.id, value());
}

void SettingEditor::setInfo(const SettingInfo &info)
{
    m_info = info;
    m_problem.reset();
    showValue();
    retranslate();
}

void SettingEditor::setKept(bool isKept)
{
    m_isKept = isKept;
    if (!m_line->hasFocus() || isKept)
        m_line->clear();
    m_problem.reset();
    retranslate();
}

void SettingEditor::setError(std::optional<Error> error)
{
    m_problem = std::move(error);
    retranslate();
}

void SettingEditor::showValue()
{
    if (m_switch)
        m_switch->setChecked(QStringList{QStringLiteral("true"), QStringLiteral("1"), QStringLiteral("on"), QStringLiteral("yes")}.contains(m_info.value));
    else if (m_choice)
        m_choice->setCurrentIndex(m_choice->findData(m_info.value));
    else if (m_lines)
        m_lines->setPlainText(m_info.value.split(QDir::listSeparator(), Qt::SkipEmptyParts).join(u'\n'));
    else if (m_line->text() != m_info.value)
        m_line->setText(m_info.value);
}

bool SettingEditor::matches(const QStringList &words) const
{
    const QString all = QStringList{m_name->text(), m_meaning->text(), m_key->text(), QString::fromLatin1(m_row.environment), groupOf(m_row)}.join(u' ');
    return std::all_of(words.begin(), words.end(), [&all](const QString &word) { return all.contains(word, Qt::CaseInsensitive); });
}

void SettingEditor::browse()
{
    const bool isFolder = m_row.type == SettingType::PathList || m_row.id == Setting::DataDir;
    auto *dialog = new QFileDialog(this, m_name->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(isFolder ? QFileDialog::Directory : QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) {
        if (m_lines)
            m_lines->appendPlainText(QDir::toNativeSeparators(file));
        else
            m_line->setText(QDir::toNativeSeparators(file));
        commit();
    });
    dialog->open();
}

bool SettingEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_lines && event->type() == QEvent::FocusOut)
        commit();
    // A wheel over the list scrolls the page; it must not change a setting in passing.
    if (watched == m_choice && event->type() == QEvent::Wheel && !m_choice->hasFocus()) {
        event->ignore();
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

void SettingEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void SettingEditor::retranslate()
{
    m_name->setText(nameOf(m_row));
    m_meaning->setText(meaningOf(m_row));
    m_editor->setAccessibleName(nameOf(m_row));
    m_editor->setAccessibleDescription(meaningOf(m_row));
    const bool isOverridden = m_info.source > SettingSource::File;
    const bool isSecret = m_row.type == SettingType::Secret;
    m_editor->setEnabled(!isOverridden && (!isSecret || takesSecret()));
    m_reset->setVisible(m_info.source == SettingSource::File);
    m_reset->setToolTip(tr("Back to the default"));
    m_reset->setAccessibleName(tr("%1: back to the default").arg(nameOf(m_row)));
    if (m_browse) {
        m_browse->setEnabled(!isOverridden);
        m_browse->setToolTip(tr("Browse…"));
        m_browse->setAccessibleName(tr("%1: browse").arg(nameOf(m_row)));
    }
    if (m_switch)
        m_switch->setText(m_switch->isChecked() ? tr("On") : tr("Off"));
    for (int i = 0; m_choice && i < m_choice->count(); ++i)
        m_choice->setItemText(i, choiceWord(m_choice->itemData(i).toString()));
    QString source = sourceWord(m_row, m_info.source);
    if (takesSecret() && !isOverridden)
        source = m_isKept ? tr("Kept where secrets live; not shown.") : tr("Not set. It is kept where secrets live.");
    else if (isSecret)
        source = m_info.source == SettingSource::Default ? tr("Not set. A secret comes from the environment only: %1.").arg(QString::fromLatin1(m_row.environment))
                                                         : tr("Set by %1; not shown.").arg(QString::fromLatin1(m_row.environment));
    else if (isOverridden)
        source = tr("%1 decides this; change it there.").arg(source);
    else if (m_row.takesEffect == SettingTakesEffect::AfterRestart)
        source = tr("%1. Takes effect after a restart.").arg(source);
    if (isSecret && m_line)
        m_line->setPlaceholderText(m_info.source == SettingSource::Default && !m_isKept ? QString() : QStringLiteral("••••••••"));
    m_source->setText(source);
    m_error->setText(m_problem ? sentenceOf(*m_problem) : QString());
    m_error->setVisible(m_problem.has_value());
}

} // namespace kule
