// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/api/keystab.h"

#include "base/clock.h"
#include "dialogs/confirm.h"
#include "theme/icons.h"
#include "theme/statelook.h"
#include "theme/theme.h"
#include "widgets/cells.h"
#include "widgets/choice.h"
#include "widgets/detailsplitter.h"
#include "widgets/errorstrip.h"
#include "widgets/secretnote.h"
#include "widgets/statedelegate.h"
#include "widgets/tableview.h"
#include "widgets/words.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace kule {
namespace {

enum Column { Name, ScopeColumn, State, LastUsed, Created };

QString scopeWord(Scope scope)
{
    switch (scope) {
    case Scope::Read:
        return KeysTab::tr("Read");
    case Scope::Run:
        return KeysTab::tr("Run");
    case Scope::Admin:
        return KeysTab::tr("Administer");
    }
    return {};
}

QString scopeMeaning(Scope scope)
{
    switch (scope) {
    case Scope::Read:
        return KeysTab::tr("Sees jobs, logs and fatal reports; changes nothing.");
    case Scope::Run:
        return KeysTab::tr("Also runs, cancels and repeats jobs.");
    case Scope::Admin:
        return KeysTab::tr("Also deletes reports, changes settings and manages keys.");
    }
    return {};
}

StateLook lookOf(const AccessKey &key)
{
    if (key.revokedAt)
        return {Glyph::Ring, Token::Stopped, KeysTab::tr("Revoked")};
    if (key.isOfThisSession)
        return {Glyph::Disc, Token::Succeeded, KeysTab::tr("This session")};
    return {Glyph::Disc, Token::Succeeded, KeysTab::tr("Valid")};
}

QVariant moment(std::optional<qint64> at, int role, const Clock &clock, const QString &never)
{
    return at ? momentCell(role, *at, clock.wallMs()) : wordsCell(role, never);
}

} // namespace

KeysTab::KeysTab(const Console &console, QWidget *parent)
    : QWidget(parent)
    , m_console(console)
    , m_table(new TableView)
    , m_listError(new ErrorStrip)
    , m_secret(new SecretNote)
    , m_revoke(new QPushButton)
{
    const Clock &clock = m_console.services.clock;
    using Columns = std::vector<RowsModel<AccessKey>::Column>;
    m_model = new RowsModel<AccessKey>(
        Columns{
            {[] { return tr("Name"); }, [](const AccessKey &key, int role) { return wordsCell(role, key.name); }},
            {[] { return tr("May"); },
             [](const AccessKey &key, int role) { return wordsCell(role, scopeWord(key.scope), scopeMeaning(key.scope)); }},
            {[] { return tr("State"); },
             [](const AccessKey &key, int role) { return stateCell(role, lookOf(key)); }},
            {[] { return tr("Last used"); }, [&clock](const AccessKey &key, int role) { return moment(key.lastUsedAt, role, clock, tr("Never")); }},
            {[] { return tr("Created"); },
             [&clock](const AccessKey &key, int role) {
                 return moment(key.createdAt ? std::optional(key.createdAt) : std::nullopt, role, clock, QStringLiteral("–"));
             }},
        },
        [](const AccessKey &a, const AccessKey &b) { return a.id == b.id; }, this);

    m_table->setObjectName(QStringLiteral("keysTable"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setModel(m_model);
    m_table->setItemDelegateForColumn(State, new StateDelegate(m_table));
    m_table->horizontalHeader()->setMinimumSectionSize(96);
    m_table->setColumnWidths({220, 104, 120, 110, 110}, Name);
    m_revoke->setObjectName(QStringLiteral("revokeKey"));
    m_revoke->setEnabled(false);
    m_listError->setObjectName(QStringLiteral("keysError"));

    auto *list = new QWidget;
    auto *column = new QVBoxLayout(list);
    column->setContentsMargins(0, space::m, 0, 0);
    column->setSpacing(space::s);
    column->addWidget(m_secret);
    column->addWidget(m_listError);
    column->addWidget(m_table, 1);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_revoke);
    buttons->addStretch();
    column->addLayout(buttons);
    m_splitter = new DetailSplitter(list, buildForm());
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_splitter);

    const auto follow = [this] {
        const QModelIndex row = m_table->selectedRows().value(0);
        m_revoke->setEnabled(row.isValid() && !m_model->at(row).revokedAt && !m_model->at(row).isOfThisSession);
    };
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, follow);
    connect(m_model, &QAbstractItemModel::dataChanged, this, follow);
    connect(m_table, &TableView::deleteAsked, this, &KeysTab::revoke);
    connect(m_revoke, &QPushButton::clicked, this, &KeysTab::revoke);
    connect(&m_console.services.keys, &AccessKeys::changed, this, &KeysTab::refresh);
    retranslate();
    refresh();
}

QWidget *KeysTab::buildForm()
{
    auto *form = new QFrame;
    form->setObjectName(QStringLiteral("keyForm"));
    form->setProperty("kind", QStringLiteral("card"));
    m_formTitle = new QLabel;
    m_formTitle->setFont(strongFont(font()));
    m_nameLabel = new QLabel;
    m_name = new QLineEdit;
    m_name->setObjectName(QStringLiteral("keyName"));
    m_name->setMaxLength(64);
    m_nameLabel->setBuddy(m_name);
    m_scopeLabel = new QLabel;
    m_scope = new Choice;
    m_scope->setObjectName(QStringLiteral("keyScope"));
    m_scopeLabel->setBuddy(m_scope);
    for (const Scope scope : {Scope::Read, Scope::Run, Scope::Admin})
        m_scope->addItem(QString(), static_cast<int>(scope));
    m_scope->setCurrentIndex(1);
    m_scopeMeaning = new QLabel;
    m_scopeMeaning->setProperty("kind", QStringLiteral("muted"));
    m_scopeMeaning->setWordWrap(true);
    m_formError = new ErrorStrip;
    m_formError->setObjectName(QStringLiteral("keyFormError"));
    m_create = new QPushButton;
    m_create->setObjectName(QStringLiteral("createKey"));
    m_create->setProperty("kind", QStringLiteral("main"));
    m_cancel = new QPushButton;
    m_cancel->setObjectName(QStringLiteral("cancelKey"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::s);
    buttons->addWidget(m_create);
    buttons->addWidget(m_cancel);
    buttons->addStretch();
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(space::l, space::l, space::l, space::l);
    column->setSpacing(space::xs);
    column->addWidget(m_formTitle);
    column->addSpacing(space::s);
    column->addWidget(m_nameLabel);
    column->addWidget(m_name);
    column->addSpacing(space::s);
    column->addWidget(m_scopeLabel);
    column->addWidget(m_scope);
    column->addWidget(m_scopeMeaning);
    column->addSpacing(space::s);
    column->addWidget(m_formError);
    column->addLayout(buttons);
    column->addStretch();
    connect(m_scope, &QComboBox::currentIndexChanged, this, [this] { m_scopeMeaning->setText(scopeMeaning(static_cast<Scope>(m_scope->currentData().toInt()))); });
    connect(m_name, &QLineEdit::textChanged, this, [this](const QString &name) { m_create->setEnabled(!name.trimmed().isEmpty()); });
    connect(m_name, &QLineEdit::returnPressed, m_create, &QPushButton::click);
    connect(m_create, &QPushButton::clicked, this, &KeysTab::create);
    connect(m_cancel, &QPushButton::clicked, this, &KeysTab::closeForm);
    m_create->setEnabled(false);
    return form;
}

void KeysTab::refresh()
{
    whenDone(m_console.services.keys.list(), this, [this](const Result<std::vector<AccessKey>> &keys) {
        if (!keys) {
            m_listError->showError(keys.error(), [] { return tr("Try again"); });
            return;
        }
        m_listError->clear();
        m_model->sync(*keys);
    });
}

void KeysTab::openForm()
{
    m_formError->clear();
    m_splitter->openDetail();
    m_name->setFocus();
}

bool KeysTab::closeForm()
{
    if (!m_splitter->isDetailOpen())
        return false;
    m_splitter->closeDetail();
    m_table->setFocus();
    return true;
}

void KeysTab::create()
{
    const QString name = m_name->text().trimmed();
    if (name.isEmpty())
        return;
    m_create->setEnabled(false);
    const auto scope = static_cast<Scope>(m_scope->currentData().toInt());
    whenDone(m_console.services.keys.create(name, scope, Actor::console()), this, [this, name](const Result<NewKey> &made) {
        m_create->setEnabled(true);
        if (!made) {
            m_formError->showError(made.error());
            return;
        }
        m_formError->clear();
        m_name->clear();
        m_secret->reveal(made->secret, [name] { return tr("The key of %1. Store it now: it is not shown again.").arg(name); });
        m_splitter->closeDetail();
        refresh();
    });
}

void KeysTab::revoke()
{
    const QModelIndex row = m_table->selectedRows().value(0);
    if (!row.isValid() || !m_revoke->isEnabled())
        return;
    const AccessKey key = m_model->at(row);
    Confirm::ask(this, {tr("Revoke the key %1?").arg(key.name), tr("Clients that use it are refused from now on. This cannot be undone."), tr("Revoke key")},
                 [this, key] {
                     whenDone(m_console.services.keys.revoke(key.id, Actor::console()), this, [this](const Result<AccessKey> &revoked) {
                         if (revoked)
                             m_model->update(*revoked);
                         else
                             m_listError->showError(revoked.error());
                     });
                 });
}

void KeysTab::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void KeysTab::retranslate()
{
    m_table->setAccessibleName(tr("Access keys"));
    m_revoke->setText(tr("Revoke…"));
    m_revoke->setAccessibleName(tr("Revoke the chosen key"));
    m_formTitle->setText(tr("New access key"));
    m_nameLabel->setText(tr("Name"));
    m_name->setAccessibleName(tr("Name of the key"));
    m_name->setPlaceholderText(tr("Who will use it, such as ci"));
    m_scopeLabel->setText(tr("May"));
    m_scope->setAccessibleName(tr("What the key may do"));
    for (int i = 0; i < m_scope->count(); ++i)
        m_scope->setItemText(i, scopeWord(static_cast<Scope>(m_scope->itemData(i).toInt())));
    m_scopeMeaning->setText(scopeMeaning(static_cast<Scope>(m_scope->currentData().toInt())));
    m_create->setText(tr("Create key"));
    m_create->setAccessibleName(m_create->text());
    m_cancel->setText(tr("Cancel"));
    m_cancel->setAccessibleName(m_cancel->text());
    m_model->reword();
}

} // namespace kule
