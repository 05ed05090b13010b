// SPDX-License-Identifier: GPL-3.0-or-later
// How the form of a bot is put together, and its words.
#include "botform.h"

#include "scheduleedit.h"
#include "scriptedit.h"
#include "sourcefields.h"
#include "theme/theme.h"
#include "tokenfield.h"
#include "widgets/errorstrip.h"
#include "widgets/formparts.h"
#include "widgets/spinname.h"
#include "widgets/words.h"
#include "words/botwords.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QVBoxLayout>

namespace kule {
namespace {

constexpr int longestName = 64;
constexpr int mostChats = 100;
constexpr BotKind kinds[] = {BotKind::Introduction, BotKind::Announcements, BotKind::Script};

} // namespace

BotForm::Row BotForm::addField(QVBoxLayout *column, QWidget *editor, bool hasHint)
{
    Row field{new QWidget, new QLabel, hasHint ? new QLabel : nullptr, new QLabel};
    auto *inside = new QVBoxLayout(field.whole);
    inside->setContentsMargins(0, space::s, 0, 0);
    inside->setSpacing(space::xs);
    field.name->setFont(strongFont(font()));
    inside->addWidget(field.name);
    inside->addWidget(editor);
    field.error->setObjectName(editor->objectName() + QStringLiteral("Error"));
    field.error->setProperty("kind", QStringLiteral("error"));
    if (field.hint)
        field.hint->setProperty("kind", QStringLiteral("muted"));
    for (QLabel *label : {field.hint, field.error}) {
        if (!label)
            continue;
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        inside->addWidget(label);
    }
    field.error->hide();
    column->addWidget(field.whole);
    return field;
}

void BotForm::build()
{
    setObjectName(QStringLiteral("botForm"));
    m_title->setFont(titleFont(font()));
    m_title->setTextFormat(Qt::PlainText);
    m_kind->setObjectName(QStringLiteral("botKind"));
    for (const BotKind kind : kinds)
        m_kind->addItem(QString(), static_cast<int>(kind));
    m_name->setObjectName(QStringLiteral("botNameField"));
    m_name->setMaxLength(longestName);
    m_token->setObjectName(QStringLiteral("botToken"));
    m_mode->setObjectName(QStringLiteral("botMode"));
    for (const BotMode mode : {BotMode::Dev, BotMode::Prod})
        m_mode->addItem(QString(), static_cast<int>(mode));
    m_quantity->setObjectName(QStringLiteral("botQuantity"));
    m_quantity->setRange(1, mostChats);
    m_source->setObjectName(QStringLiteral("botSource"));
    m_script->setObjectName(QStringLiteral("botScript"));
    m_restarts->setObjectName(QStringLiteral("botRestarts"));
    m_starts->setObjectName(QStringLiteral("botStarts"));
    m_starts->setChecked(true);
    m_problem->setObjectName(QStringLiteral("botFormProblem"));
    m_cancel->setObjectName(QStringLiteral("botFormCancel"));
    m_submit->setObjectName(QStringLiteral("botFormSubmit"));

    auto *page = new QWidget;
    auto *fields = new QVBoxLayout(page);
    fields->setContentsMargins(0, 0, space::m, 0);
    fields->setSpacing(space::xs);
    m_nameField = addField(fields, m_name, false);
    m_kindField = addField(fields, m_kind, true);
    m_scriptField = addField(fields, m_script, false);
    m_sourceField = addField(fields, m_source, false);
    m_tokenField = addField(fields, m_token, false);
    m_modeField = addField(fields, m_mode, true);
    m_restartsField = addField(fields, m_restarts, false);
    m_quantityField = addField(fields, m_quantity, true);
    m_nameField.name->setBuddy(m_name);
    m_kindField.name->setBuddy(m_kind);
    m_tokenField.name->setBuddy(m_token->editor());
    m_modeField.name->setBuddy(m_mode);
    m_restartsField.name->setBuddy(m_restarts->editor());
    m_quantityField.name->setBuddy(m_quantity);
    fields->addSpacing(space::s);
    fields->addWidget(m_starts);
    fields->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    column->addWidget(m_title);
    column->addWidget(scrolled(page), 1);
    column->addWidget(m_problem);
    column->addLayout(closingRow(m_cancel, m_submit));
}

void BotForm::retranslate()
{
    m_title->setText(m_bot ? tr("Settings of %1").arg(shownText(m_bot->name)) : tr("New bot"));
    m_nameField.name->setText(tr("Name"));
    m_name->setPlaceholderText(tr("as you call it, such as tanitim"));
    m_name->setAccessibleName(tr("Name"));
    m_kindField.name->setText(tr("What it does"));
    m_kind->setAccessibleName(tr("What it does"));
    for (int i = 0; i < m_kind->count(); ++i)
        m_kind->setItemText(i, kindWord(static_cast<BotKind>(m_kind->itemData(i).toInt())));
    m_scriptField.name->setText(tr("What it runs"));
    m_sourceField.name->setText(tr("Where announcements come from"));
    m_tokenField.name->setText(tr("Token"));
    m_modeField.name->setText(tr("How messages come"));
    m_mode->setAccessibleName(tr("How messages come"));
    m_mode->setItemText(0, tr("dev – long polling"));
    m_mode->setItemText(1, tr("prod – webhook"));
    m_restartsField.name->setText(tr("Restart on schedule"));
    m_quantityField.name->setText(tr("Chats at once"));
    m_quantityField.hint->setText(tr("How many chats it answers at the same time. Within one chat the order is always kept."));
    nameSpin(m_quantity, tr("Chats at once"));
    m_starts->setText(tr("Start it now"));
    m_starts->setAccessibleName(m_starts->text());
    m_cancel->setText(tr("Cancel"));
    m_cancel->setAccessibleName(m_cancel->text());
    m_submit->setText(m_bot ? tr("Save") : tr("Add bot"));
    m_submit->setAccessibleName(m_submit->text());
    follow();
}

} // namespace kule
