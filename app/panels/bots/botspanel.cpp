// SPDX-License-Identifier: GPL-3.0-or-later
#include "botspanel.h"

#include "api/apicontrol.h"
#include "botstab.h"
#include "theme/icons.h"
#include "widgets/panelheader.h"

#include <QEvent>
#include <QKeySequence>
#include <QVBoxLayout>

namespace kule {

BotsPanel::BotsPanel(const Console &console, QWidget *parent)
    : Panel(parent)
    , m_console(console)
    , m_new(new QAction(icon(QStringLiteral("plus"), Token::OnAccent), QString(), this))
    , m_header(new PanelHeader)
    , m_bots(new BotsTab(console))
{
    m_new->setObjectName(QStringLiteral("addBot"));
    m_header->setMainAction(m_new);
    m_header->menu()->addActions(m_bots->actions());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::l, space::m, space::l, space::m);
    column->setSpacing(space::m);
    column->addWidget(m_header);
    column->addWidget(m_bots, 1);
    connect(m_new, &QAction::triggered, m_bots, &BotsTab::openForm);
    connect(m_bots, &BotsTab::counted, m_header, [this](qint64 bots) { m_header->setCount(bots); });
    connect(m_bots, &BotsTab::linkAsked, this, &Panel::linkActivated);
    connect(m_bots, &BotsTab::stateChanged, this, &Panel::stateChanged);
    const auto takeUrl = [this](const ApiStatus &status) { m_bots->setApiUrl(status.urls.value(0, QStringLiteral("http://127.0.0.1:3000"))); };
    takeUrl({});
    connect(&m_console.api, &ApiControl::changed, this, takeUrl);
    whenDone(m_console.api.status(), this, [takeUrl](const Result<ApiStatus> &status) {
        if (status)
            takeUrl(*status);
    });
    retranslate();
}

void BotsPanel::refresh()
{
    m_bots->refresh();
}

void BotsPanel::focusFilter()
{
    m_bots->focusFilter();
}

void BotsPanel::show(const QString &what)
{
    if (what == u"new")
        m_bots->openForm();
    else if (what.startsWith(u'?'))
        m_bots->setFilter(what.mid(1));
    else
        m_bots->open({what.section(u'/', 0, 0)}, what.section(u'/', 1));
}

bool BotsPanel::goBack()
{
    return m_bots->goBack();
}

Json BotsPanel::saveState() const
{
    return {{"bots", m_bots->saveState()}};
}

void BotsPanel::restoreState(const Json &state)
{
    if (state.is_object())
        m_bots->restoreState(state.value("bots", Json::object()));
}

void BotsPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Panel::changeEvent(event);
}

void BotsPanel::retranslate()
{
    m_header->setName(tr("Bots"));
    m_new->setText(tr("Add bot"));
    m_new->setToolTip(tr("Add bot (%1)").arg(QKeySequence(QKeySequence::New).toString(QKeySequence::NativeText)));
}

} // namespace kule
