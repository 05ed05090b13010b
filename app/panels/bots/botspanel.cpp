// SPDX-License-Identifier: GPL-3.0-or-later
#include "botspanel.h"

#include "actions/apiurl.h"
#include "botstab.h"
#include "herokutab.h"
#include "theme/icons.h"
#include "widgets/panelheader.h"
#include "widgets/tabs.h"

#include <QKeySequence>
#include <QVBoxLayout>

namespace kule {

BotsPanel::BotsPanel(const Console &console, QWidget *parent)
    : Panel(parent)
    , m_console(console)
    , m_new(new QAction(icon(QStringLiteral("plus"), Token::OnAccent), QString(), this))
    , m_header(new PanelHeader)
    , m_tabs(panelTabs(QStringLiteral("bots")))
    , m_bots(new BotsTab(console))
    , m_heroku(new HerokuTab(console))
{
    m_new->setObjectName(QStringLiteral("addBot"));
    m_header->setMainAction(m_new);
    m_header->menu()->addActions(m_bots->actions());
    m_header->menu()->addSeparator();
    m_header->menu()->addAction(m_bots->importAction());
    m_tabs->addTab(m_bots, QString());
    m_tabs->addTab(m_heroku, QString());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::l, space::m, space::l, space::m);
    column->setSpacing(space::m);
    column->addWidget(m_header);
    column->addWidget(m_tabs, 1);
    connect(m_new, &QAction::triggered, this, [this] { show(QStringLiteral("new")); });
    connect(m_bots->importAction(), &QAction::triggered, m_tabs, [this] { m_tabs->setCurrentWidget(m_bots); });
    connect(m_bots, &BotsTab::herokuAsked, this, [this] { show(QStringLiteral("heroku")); });
    connect(m_tabs, &QTabWidget::currentChanged, this, &Panel::stateChanged);
    connect(m_heroku, &HerokuTab::stateChanged, this, &Panel::stateChanged);
    connect(m_bots, &BotsTab::counted, m_header, [this](qint64 bots) { m_header->setCount(bots); });
    connect(m_bots, &BotsTab::linkAsked, this, &Panel::linkActivated);
    connect(m_bots, &BotsTab::stateChanged, this, &Panel::stateChanged);
    followApiUrl(m_console.api, this, [this](const QString &url) {
        m_bots->setApiUrl(url);
        m_heroku->setApiUrl(url);
    });
    retranslate();
}

void BotsPanel::refresh()
{
    m_bots->refresh();
    m_heroku->refresh();
}

void BotsPanel::focusFilter()
{
    m_tabs->setCurrentWidget(m_bots);
    m_bots->focusFilter();
}

void BotsPanel::show(const QString &what)
{
    const bool isHeroku = what.section(u'/', 0, 0) == u"heroku";
    m_tabs->setCurrentWidget(isHeroku ? static_cast<QWidget *>(m_heroku) : m_bots);
    if (isHeroku) {
        if (const QString app = what.section(u'/', 1); !app.isEmpty())
            m_heroku->open(app);
        return;
    }
    if (what == u"procfile")
        m_bots->openProcfile();
    else if (what == u"new")
        m_bots->openForm();
    else if (what.startsWith(u'?'))
        m_bots->setFilter(what.mid(1));
    else
        m_bots->open({what.section(u'/', 0, 0)}, what.section(u'/', 1));
}

bool BotsPanel::goBack()
{
    return m_tabs->currentWidget() == m_bots ? m_bots->goBack() : m_heroku->goBack();
}

Json BotsPanel::saveState() const
{
    return {{"tab", m_tabs->currentIndex()}, {"bots", m_bots->saveState()}, {"heroku", m_heroku->saveState()}};
}

void BotsPanel::restoreState(const Json &state)
{
    if (!state.is_object())
        return;
    m_bots->restoreState(state.value("bots", Json::object()));
    m_heroku->restoreState(state.value("heroku", Json::object()));
    restoreTab(m_tabs, state);
}

void BotsPanel::retranslate()
{
    m_header->setName(tr("Bots"));
    m_tabs->setTabText(0, tr("On this computer"));
    m_tabs->setTabText(1, tr("On Heroku"));
    m_tabs->setAccessibleName(tr("Where the bots run"));
    m_tabs->tabBar()->setAccessibleName(tr("Where the bots run"));
    m_new->setText(tr("Add bot"));
    m_new->setToolTip(tr("Add bot (%1)").arg(QKeySequence(QKeySequence::New).toString(QKeySequence::NativeText)));
}

} // namespace kule
