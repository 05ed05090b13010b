// SPDX-License-Identifier: GPL-3.0-or-later
#include "herokutab.h"

#include "base/clock.h"
#include "herokuappview.h"
#include "theme/theme.h"
#include "widgets/cells.h"
#include "widgets/detailsplitter.h"
#include "widgets/emptystate.h"
#include "widgets/errorstrip.h"
#include "widgets/formparts.h"
#include "widgets/tableview.h"
#include "widgets/words.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace kule {

HerokuTab::HerokuTab(const Console &console, QWidget *parent)
    : QWidget(parent)
    , m_console(console)
    , m_problem(new ErrorStrip)
    , m_add(new QPushButton)
    , m_list(new QStackedWidget)
    , m_table(new TableView)
    , m_empty(new EmptyState(QStringLiteral("globe")))
    , m_side(new QStackedWidget)
    , m_view(new HerokuAppView(console.services.heroku, console.services.clock))
    , m_form(buildForm())
{
    const Clock &clock = m_console.services.clock;
    using Columns = std::vector<RowsModel<HerokuApp>::Column>;
    const auto moment = [&clock](std::optional<qint64> at, int role) {
        return at ? momentCell(role, *at, clock.wallMs()) : QVariant();
    };
    m_model = new RowsModel<HerokuApp>(
        Columns{{[] { return tr("App"); }, [](const HerokuApp &app, int role) { return wordsCell(role, shownText(app.name), shownText(app.name)); }},
                {[] { return tr("Next restart"); }, [moment](const HerokuApp &app, int role) { return moment(app.nextRestartAt, role); }},
                {[] { return tr("Requests left"); },
                 [](const HerokuApp &app, int role) { return role == Qt::DisplayRole && app.requestsLeft ? QVariant(QLocale().toString(*app.requestsLeft)) : QVariant(); },
                 Qt::AlignRight | Qt::AlignVCenter}},
        [](const HerokuApp &a, const HerokuApp &b) { return a.name == b.name; }, this);
    m_problem->setObjectName(QStringLiteral("herokuListProblem"));
    m_add->setObjectName(QStringLiteral("herokuAdd"));
    m_table->setObjectName(QStringLiteral("herokuTable"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setModel(m_model);
    m_table->setColumnWidths({200, 120, 120}, 0);
    m_empty->setObjectName(QStringLiteral("herokuEmpty"));
    m_list->addWidget(m_table);
    m_list->addWidget(m_empty);
    m_side->addWidget(m_view);
    m_side->addWidget(m_form);
    m_side->setMinimumWidth(400);
    m_splitter = new DetailSplitter(m_list, m_side);
    m_splitter->restoreState({{"wide", 0.6}, {"narrow", 0.6}});
    auto *bar = new QHBoxLayout;
    bar->addStretch();
    bar->addWidget(m_add);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, space::m, 0, 0);
    column->setSpacing(space::m);
    column->addLayout(bar);
    column->addWidget(m_problem);
    column->addWidget(m_splitter, 1);
    connect(m_add, &QPushButton::clicked, this, [this] { openForm(); });
    connect(m_empty, &EmptyState::activated, this, [this] { openForm(); });
    const auto openAt = [this](const QModelIndex &index) { open(m_model->at(index).name); };
    connect(m_table, &TableView::opened, this, openAt);
    connect(m_table, &QAbstractItemView::clicked, this, openAt);
    connect(m_table, &TableView::currentRowChanged, this, [this, openAt](const QModelIndex &index) {
        if (index.isValid() && m_splitter->isDetailOpen() && m_side->currentWidget() == m_view && m_model->at(index).name != m_view->app())
            openAt(index);
    });
    connect(m_problem, &ErrorStrip::activated, this, &HerokuTab::load);
    connect(m_view, &HerokuAppView::closeAsked, this, &HerokuTab::close);
    connect(m_view, &HerokuAppView::tokenAsked, this, &HerokuTab::openForm);
    HerokuService &heroku = m_console.services.heroku;
    connect(&heroku, &HerokuService::changed, this, [this](const HerokuApp &app) {
        if (!m_model->update(app) && m_hasLoaded)
            load();
    });
    connect(&heroku, &HerokuService::removed, this, [this](const QString &app) {
        if (m_view->app() == app)
            close();
        load();
    });
    connect(m_splitter, &QSplitter::splitterMoved, this, &HerokuTab::stateChanged);
    retranslate();
}

QWidget *HerokuTab::buildForm()
{
    auto *form = new QWidget;
    form->setObjectName(QStringLiteral("herokuForm"));
    m_formTitle = new QLabel;
    m_formTitle->setFont(titleFont(font()));
    m_nameName = new QLabel;
    m_name = new QLineEdit;
    m_name->setObjectName(QStringLiteral("herokuName"));
    m_name->setMaxLength(64);
    m_tokenName = new QLabel;
    m_token = new QLineEdit;
    m_token->setObjectName(QStringLiteral("herokuTokenField"));
    m_token->setEchoMode(QLineEdit::Password);
    m_token->setMaxLength(256);
    m_tokenHint = new QLabel;
    m_tokenHint->setWordWrap(true);
    m_tokenHint->setProperty("kind", QStringLiteral("muted"));
    m_formProblem = new ErrorStrip;
    m_formProblem->setObjectName(QStringLiteral("herokuFormProblem"));
    m_cancel = new QPushButton;
    m_cancel->setObjectName(QStringLiteral("herokuCancel"));
    m_keep = new QPushButton;
    m_keep->setObjectName(QStringLiteral("herokuKeep"));
    m_keep->setEnabled(false);
    nameField(m_nameName, m_name);
    nameField(m_tokenName, m_token);
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::xs);
    column->addWidget(m_formTitle);
    column->addSpacing(space::s);
    column->addWidget(m_nameName);
    column->addWidget(m_name);
    column->addSpacing(space::s);
    column->addWidget(m_tokenName);
    column->addWidget(m_token);
    column->addWidget(m_tokenHint);
    column->addSpacing(space::s);
    column->addWidget(m_formProblem);
    column->addLayout(closingRow(m_cancel, m_keep));
    column->addStretch();
    const auto follow = [this] { m_keep->setEnabled(!m_name->text().trimmed().isEmpty() && !m_token->text().trimmed().isEmpty()); };
    connect(m_name, &QLineEdit::textChanged, this, follow);
    connect(m_token, &QLineEdit::textChanged, this, follow);
    connect(m_token, &QLineEdit::returnPressed, m_keep, &QPushButton::click);
    connect(m_keep, &QPushButton::clicked, this, &HerokuTab::keep);
    connect(m_cancel, &QPushButton::clicked, this, [this] { goBack(); });
    return form;
}

void HerokuTab::load()
{
    whenDone(m_console.services.heroku.apps(), this, [this](const Result<std::vector<HerokuApp>> &apps) {
        if (!apps)
            return m_problem->showError(apps.error(), [] { return tr("Try again"); });
        m_problem->clear();
        m_hasLoaded = true;
        m_model->sync(*apps);
        arrange();
        // Only once somebody looks: each look costs requests.
        const QString restored = std::exchange(m_restored, QString());
        if (std::any_of(apps->begin(), apps->end(), [&restored](const HerokuApp &app) { return app.name == restored; }))
            open(restored);
    });
}

void HerokuTab::arrange()
{
    const bool isEmpty = m_hasLoaded && m_model->rowCount() == 0;
    m_list->setCurrentWidget(isEmpty ? static_cast<QWidget *>(m_empty) : m_table);
    m_add->setVisible(!isEmpty);
}

void HerokuTab::refresh()
{
    if (!isVisible())
        return;
    load();
    m_view->refresh();
}

void HerokuTab::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    load();
}

void HerokuTab::open(const QString &app)
{
    m_side->setCurrentWidget(m_view);
    m_view->open(app);
    m_splitter->openDetail();
    Q_EMIT stateChanged();
}

void HerokuTab::openForm(const QString &app)
{
    m_name->setText(app);
    m_name->setReadOnly(!app.isEmpty());
    m_token->clear();
    m_formProblem->clear();
    m_side->setCurrentWidget(m_form);
    m_splitter->openDetail();
    (app.isEmpty() ? m_name : m_token)->setFocus(Qt::OtherFocusReason);
}

void HerokuTab::keep()
{
    QByteArray typed = m_token->text().trimmed().toUtf8();
    auto token = std::make_shared<const Secret>(typed);
    scrub(typed.data(), static_cast<std::size_t>(typed.size()));
    m_keep->setEnabled(false);
    m_formProblem->clear();
    whenDone(m_console.services.heroku.keep(m_name->text().trimmed(), std::move(token), Actor::console()), this, [this](const Result<HerokuApp> &app) {
        m_keep->setEnabled(true);
        if (!app)
            return m_formProblem->showError(app.error());
        m_token->clear();
        load();
        open(app->name);
    });
}

void HerokuTab::close()
{
    m_splitter->closeDetail();
    m_view->clear();
    m_list->currentWidget()->setFocus();
    Q_EMIT stateChanged();
}

bool HerokuTab::goBack()
{
    if (!m_splitter->isDetailOpen())
        return false;
    m_token->clear();
    if (m_side->currentWidget() == m_form && !m_view->app().isEmpty())
        m_side->setCurrentWidget(m_view);
    else
        close();
    return true;
}

void HerokuTab::setApiUrl(const QString &url)
{
    m_empty->setCommand(QStringLiteral("curl -X PUT %1/api/heroku/apps -H \"X-API-Key: $KULE_API_KEY\" -H 'Content-Type: application/json' "
                                       "-d '{\"name\": \"my-bots\", \"token\": \"HRKU-…\"}'").arg(url));
}

Json HerokuTab::saveState() const
{
    return {{"splitter", m_splitter->saveState()}, {"app", m_splitter->isDetailOpen() ? m_view->app() : m_restored}};
}

void HerokuTab::restoreState(const Json &state)
{
    if (!state.is_object())
        return;
    m_splitter->restoreState(state.value("splitter", Json::object()));
    m_restored = textOf(state, "app");
}

void HerokuTab::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void HerokuTab::retranslate()
{
    m_add->setText(tr("Add app"));
    m_add->setAccessibleName(tr("Add an app of Heroku"));
    m_table->setAccessibleName(tr("Apps on Heroku"));
    m_empty->setSentence(tr("Bots that still run on Heroku can be seen, scaled, restarted and stopped from here. Add the app with a token of its account."));
    m_empty->setActionText(tr("Add app"));
    m_formTitle->setText(tr("App on Heroku"));
    m_nameName->setText(tr("Name of the app"));
    m_name->setAccessibleName(m_nameName->text());
    m_name->setPlaceholderText(tr("as in my-bots.herokuapp.com: my-bots"));
    m_tokenName->setText(tr("Token"));
    m_token->setAccessibleName(tr("Token of Heroku"));
    m_tokenHint->setText(tr("“heroku authorizations:create” makes one. It is kept where secrets live and never shown again."));
    m_cancel->setText(tr("Cancel"));
    m_cancel->setAccessibleName(m_cancel->text());
    m_keep->setText(tr("Keep"));
    m_keep->setAccessibleName(m_keep->text());
    m_model->reword();
}

} // namespace kule
