// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/api/apipanel.h"

#include "panels/api/callbackstab.h"
#include "panels/api/keystab.h"
#include "panels/api/requeststab.h"
#include "panels/api/servercard.h"
#include "theme/icons.h"
#include "theme/tokens.h"
#include "widgets/panelheader.h"
#include "widgets/tabs.h"

#include <QDesktopServices>
#include <QUrl>
#include <QVBoxLayout>

namespace kule {

ApiPanel::ApiPanel(const Console &console, QWidget *parent)
    : Panel(parent)
    , m_header(new PanelHeader)
    , m_server(new ServerCard(console))
    , m_tabs(panelTabs(QStringLiteral("api")))
    , m_keys(new KeysTab(console))
    , m_requests(new RequestsTab(console))
    , m_callbacks(new CallbacksTab(console))
    , m_newKey(new QAction(this))
    , m_docs(new QAction(icon(QStringLiteral("open")), QString(), this))
    , m_openapi(new QAction(icon(QStringLiteral("open")), QString(), this))
{
    m_tabs->addTab(m_keys, QString());
    m_tabs->addTab(m_requests, QString());
    m_tabs->addTab(m_callbacks, QString());
    m_header->setMainAction(m_newKey);
    m_header->menu()->addAction(m_docs);
    m_header->menu()->addAction(m_openapi);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::l, space::m, space::l, space::m);
    column->setSpacing(space::m);
    column->addWidget(m_header);
    column->addWidget(m_server);
    column->addWidget(m_tabs, 1);

    const auto open = [this](const QString &path) { QDesktopServices::openUrl(QUrl(m_server->address() + path)); };
    connect(m_docs, &QAction::triggered, this, [open] { open(QStringLiteral("/docs")); });
    connect(m_openapi, &QAction::triggered, this, [open] { open(QStringLiteral("/openapi.json")); });
    connect(m_server, &ServerCard::listens, this, [this](bool isListening) {
        m_docs->setEnabled(isListening);
        m_openapi->setEnabled(isListening);
    });
    connect(m_newKey, &QAction::triggered, this, [this] {
        m_tabs->setCurrentWidget(m_keys);
        m_keys->openForm();
    });
    connect(m_tabs, &QTabWidget::currentChanged, this, &Panel::stateChanged);
    connect(m_callbacks, &CallbacksTab::jobAsked, this, [this](const QString &job) { Q_EMIT linkActivated(QStringLiteral("jobs"), job); });
    retranslate();
}

void ApiPanel::refresh()
{
    m_server->refresh();
    m_keys->refresh();
    m_requests->refresh();
    m_callbacks->refresh();
}

bool ApiPanel::goBack()
{
    if (m_tabs->currentWidget() == m_keys)
        return m_keys->closeForm();
    return m_tabs->currentWidget() == m_callbacks && m_callbacks->closeDetail();
}

void ApiPanel::show(const QString &what)
{
    if (what == u"keys")
        m_tabs->setCurrentWidget(m_keys);
    else if (what == u"requests")
        m_tabs->setCurrentWidget(m_requests);
    else if (what.startsWith(u"callbacks"))
        m_tabs->setCurrentWidget(m_callbacks);
    if (what == u"callbacks:dead")
        m_callbacks->showState(DeliveryState::Dead);
}

Json ApiPanel::saveState() const
{
    return {{"tab", m_tabs->currentIndex()}, {"callbacks", m_callbacks->saveState()}};
}

void ApiPanel::restoreState(const Json &state)
{
    restoreTab(m_tabs, state);
    if (const auto callbacks = state.find("callbacks"); callbacks != state.end() && callbacks->is_object())
        m_callbacks->restoreState(*callbacks);
}

void ApiPanel::retranslate()
{
    m_header->setName(tr("API"));
    m_newKey->setText(tr("New key"));
    m_newKey->setToolTip(tr("Make an access key for a client (Ctrl+N)"));
    m_docs->setText(tr("Open the documentation"));
    m_openapi->setText(tr("Open openapi.json"));
    m_tabs->setTabText(0, tr("Access keys"));
    m_tabs->setTabText(1, tr("Requests"));
    m_tabs->setTabText(2, tr("Callbacks"));
    m_tabs->setAccessibleName(tr("Parts of the API"));
    m_tabs->tabBar()->setAccessibleName(tr("Parts of the API"));
}

} // namespace kule
