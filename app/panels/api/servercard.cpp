// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/api/servercard.h"

#include "settings/settingsservice.h"
#include "theme/theme.h"
#include "widgets/copybutton.h"
#include "widgets/errorstrip.h"
#include "widgets/statelabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace kule {
namespace {

constexpr std::chrono::seconds betweenLooks{1};

int freePortOf(const Error &problem)
{
    const auto port = problem.details.is_object() ? problem.details.find("free_port") : problem.details.end();
    return port != problem.details.end() && port->is_number_integer() ? port->get<int>() : 0;
}

} // namespace

ServerCard::ServerCard(const Console &console, QWidget *parent)
    : QFrame(parent)
    , m_console(console)
    , m_state(new StateLabel)
    , m_urls(new QHBoxLayout)
    , m_clients(new QLabel)
    , m_counts(new QLabel)
    , m_problem(new ErrorStrip)
{
    setObjectName(QStringLiteral("serverCard"));
    setProperty("kind", QStringLiteral("card"));
    m_state->setObjectName(QStringLiteral("serverState"));
    m_clients->setObjectName(QStringLiteral("liveClients"));
    m_counts->setObjectName(QStringLiteral("serverCounts"));
    m_counts->setProperty("kind", QStringLiteral("muted"));
    m_problem->setObjectName(QStringLiteral("serverProblem"));
    m_urls->setSpacing(space::xs);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::l);
    row->addWidget(m_state);
    row->addLayout(m_urls);
    row->addStretch();
    auto *numbers = new QHBoxLayout;
    numbers->setSpacing(space::l);
    numbers->addWidget(m_clients, 1);
    numbers->addWidget(m_counts);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::m, space::s, space::m, space::s);
    column->setSpacing(space::s);
    column->addLayout(row);
    column->addLayout(numbers);
    column->addWidget(m_problem);

    connect(&m_console.api, &ApiControl::changed, this, &ServerCard::take);
    connect(&m_console.api, &ApiControl::served, this, [this](const std::vector<ApiRequestNote> &notes) {
        m_status.requests += static_cast<qint64>(notes.size());
        sayCounts();
    });
    m_watch.setInterval(betweenLooks);
    connect(&m_watch, &QTimer::timeout, this, &ServerCard::count);
    connect(m_problem, &ErrorStrip::activated, this, &ServerCard::useFreePort);
    retranslate();
    refresh();
}

void ServerCard::refresh()
{
    whenDone(m_console.api.status(), this, [this](const Result<ApiStatus> &status) {
        if (status)
            take(*status);
        else
            m_problem->showError(status.error());
    });
}

void ServerCard::take(const ApiStatus &status)
{
    m_status = status;
    showUrls();
    if (!status.problem) {
        m_problem->clear();
    } else if (const int port = freePortOf(*status.problem); port > 0) {
        m_problem->showError(*status.problem, [port] { return tr("Use port %1").arg(port); });
    } else {
        m_problem->showError(*status.problem);
    }
    retranslate();
    Q_EMIT listens(status.isListening);
}

void ServerCard::count()
{
    whenDone(m_console.api.status(), this, [this](const Result<ApiStatus> &status) {
        if (!status)
            return;
        m_status.connections = status->connections;
        m_status.requests = status->requests;
        m_status.clients = status->clients;
        m_status.webSockets = status->webSockets;
        m_status.subscriptions = status->subscriptions;
        sayCounts();
    });
}

void ServerCard::sayCounts()
{
    const auto number = [](qint64 n) { return static_cast<int>(n); };
    const QString between = QStringLiteral(" · ");
    QStringList clients{tr("%Ln live client(s)", nullptr, number(m_status.clients))};
    if (m_status.webSockets > 0)
        clients << tr("%Ln by WebSocket", nullptr, number(m_status.webSockets));
    if (m_status.clients > m_status.webSockets)
        clients << tr("%Ln by polling", nullptr, number(m_status.clients - m_status.webSockets));
    clients << tr("%Ln subscription(s)", nullptr, number(m_status.subscriptions));
    m_clients->setText(m_status.clients > 0 ? clients.join(between) : tr("No live clients"));
    m_clients->setToolTip(tr("Programs and pages that follow jobs by Socket.IO"));
    m_counts->setText(tr("%Ln connection(s)", nullptr, number(m_status.connections)) + between + tr("%Ln request(s) since the start", nullptr, number(m_status.requests)));
}

void ServerCard::useFreePort()
{
    const int port = m_status.problem ? freePortOf(*m_status.problem) : 0;
    if (port <= 0)
        return;
    whenDone(m_console.services.settings.set(Setting::ApiPort, QString::number(port), Actor::console()), this, [this](const Result<SettingInfo> &set) {
        if (!set)
            m_problem->showError(set.error());
    });
}

void ServerCard::showUrls()
{
    if (m_shownUrls == m_status.urls)
        return;
    m_shownUrls = m_status.urls;
    while (QLayoutItem *item = m_urls->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const QString &url : m_status.urls) {
        auto *label = new QLabel(url);
        label->setFont(codeFont(font()));
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        auto *copy = new CopyButton([url] { return url; });
        copy->setObjectName(QStringLiteral("copyUrl"));
        m_urls->addWidget(label);
        m_urls->addWidget(copy);
        m_urls->addSpacing(space::s);
    }
}

void ServerCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void ServerCard::showEvent(QShowEvent *event)
{
    QFrame::showEvent(event);
    count();
    m_watch.start();
}

void ServerCard::hideEvent(QHideEvent *event)
{
    m_watch.stop();
    QFrame::hideEvent(event);
}

void ServerCard::retranslate()
{
    if (m_status.isListening)
        m_state->setLook({Glyph::Disc, Token::Succeeded, tr("Listening")});
    else
        m_state->setLook({m_status.problem ? Glyph::Triangle : Glyph::Ring, m_status.problem ? Token::Failed : Token::Stopped, tr("Not listening")});
    sayCounts();
    for (int i = 0; i < m_urls->count(); ++i) {
        if (auto *copy = qobject_cast<CopyButton *>(m_urls->itemAt(i)->widget()))
            copy->setPurpose(tr("Copy address"));
    }
}

} // namespace kule
