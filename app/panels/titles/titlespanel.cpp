// SPDX-License-Identifier: GPL-3.0-or-later
#include "titlespanel.h"

#include "actions/apiurl.h"
#include "scrapestab.h"
#include "storagetab.h"
#include "storedtab.h"
#include "theme/icons.h"
#include "widgets/panelheader.h"
#include "widgets/tabs.h"

#include <QDragEnterEvent>
#include <QKeySequence>
#include <QMimeData>
#include <QVBoxLayout>

namespace kule {

TitlesPanel::TitlesPanel(const Console &console, QWidget *parent)
    : Panel(parent)
    , m_console(console)
    , m_new(new QAction(icon(QStringLiteral("plus"), Token::OnAccent), QString(), this))
    , m_header(new PanelHeader)
    , m_tabs(panelTabs(QStringLiteral("titles")))
    , m_stored(new StoredTab(console))
    , m_scrapes(new ScrapesTab(console))
    , m_storage(new StorageTab(console))
{
    m_new->setObjectName(QStringLiteral("scrapeTitles"));
    m_header->setMainAction(m_new);
    m_header->menu()->addActions(m_stored->actions());
    for (QWidget *tab : {static_cast<QWidget *>(m_stored), static_cast<QWidget *>(m_scrapes), static_cast<QWidget *>(m_storage)})
        m_tabs->addTab(tab, QString());
    setAcceptDrops(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::l, space::m, space::l, space::m);
    column->setSpacing(space::m);
    column->addWidget(m_header);
    column->addWidget(m_tabs, 1);
    connectAll();
    retranslate();
}

void TitlesPanel::connectAll()
{
    connect(m_new, &QAction::triggered, this, [this] { show(QStringLiteral("new")); });
    connect(m_stored, &StoredTab::scrapeAsked, m_new, &QAction::trigger);
    connect(m_stored, &StoredTab::counted, this, [this](qint64 titles) { m_header->setCount(titles); });
    connect(m_stored, &StoredTab::refreshAsked, this, [this](const QStringList &urls) {
        m_tabs->setCurrentWidget(m_scrapes);
        m_scrapes->begin({urls, {}, true});
    });
    connect(m_scrapes, &ScrapesTab::titleAsked, this, [this](const TitleKey &key) {
        m_tabs->setCurrentWidget(m_stored);
        m_stored->open(key);
    });
    const auto link = [this](const QString &panel, const QString &what) {
        if (panel == u"titles")
            show(what);
        else
            Q_EMIT linkActivated(panel, what);
    };
    connect(m_scrapes, &ScrapesTab::linkAsked, this, link);
    connect(m_storage, &StorageTab::linkAsked, this, link);
    connect(m_tabs, &QTabWidget::currentChanged, this, &Panel::stateChanged);
    connect(m_stored, &StoredTab::stateChanged, this, &Panel::stateChanged);
    connect(m_scrapes, &ScrapesTab::stateChanged, this, &Panel::stateChanged);
    followApiUrl(m_console.api, this, [this](const QString &url) {
        m_stored->setApiUrl(url);
        m_scrapes->setApiUrl(url);
    });
}

void TitlesPanel::refresh()
{
    m_stored->refresh();
    m_scrapes->refresh();
    m_storage->refresh();
}

void TitlesPanel::focusFilter()
{
    m_tabs->setCurrentWidget(m_stored);
    m_stored->focusFilter();
}

void TitlesPanel::show(const QString &what)
{
    if (what.startsWith(u'?')) {
        m_tabs->setCurrentWidget(m_stored);
        m_stored->setFilter(what.mid(1));
    } else if (const auto key = titleKeyNamed(what)) {
        m_tabs->setCurrentWidget(m_stored);
        m_stored->open(*key);
    } else if (what == u"storage") {
        m_tabs->setCurrentWidget(m_storage);
    } else {
        m_tabs->setCurrentWidget(m_scrapes);
        if (what.startsWith(u"batch:"))
            m_scrapes->open(what.mid(6));
        else if (what.startsWith(u"new:"))
            m_scrapes->openForm(what.mid(4));
        else if (what == u"new")
            m_scrapes->openForm();
    }
}

bool TitlesPanel::goBack()
{
    if (m_tabs->currentWidget() == m_stored)
        return m_stored->closeDetail();
    return m_tabs->currentWidget() == m_scrapes && m_scrapes->closeDetail();
}

Json TitlesPanel::saveState() const
{
    return {{"tab", m_tabs->currentIndex()}, {"stored", m_stored->saveState()}, {"scrapes", m_scrapes->saveState()}};
}

void TitlesPanel::restoreState(const Json &state)
{
    if (!state.is_object())
        return;
    m_stored->restoreState(state.value("stored", Json::object()));
    m_scrapes->restoreState(state.value("scrapes", Json::object()));
    restoreTab(m_tabs, state);
}

void TitlesPanel::dragEnterEvent(QDragEnterEvent *event)
{
    const auto urls = event->mimeData()->urls();
    if ((!urls.isEmpty() && urls.first().isLocalFile()) || event->mimeData()->hasText())
        event->acceptProposedAction();
}

void TitlesPanel::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    m_tabs->setCurrentWidget(m_scrapes);
    const auto urls = event->mimeData()->urls();
    if (urls.isEmpty() || !urls.first().isLocalFile())
        return m_scrapes->openForm(event->mimeData()->text());
    for (const QUrl &file : urls)
        m_scrapes->openFile(file.toLocalFile());
}

void TitlesPanel::retranslate()
{
    m_header->setName(tr("Titles"));
    m_new->setText(tr("Scrape titles"));
    m_new->setToolTip(tr("Scrape titles (%1)").arg(QKeySequence(QKeySequence::New).toString(QKeySequence::NativeText)));
    m_tabs->setTabText(0, tr("Stored"));
    m_tabs->setTabText(1, tr("Scrapes"));
    m_tabs->setTabText(2, tr("Storage"));
    m_tabs->setAccessibleName(tr("Parts of the titles"));
    m_tabs->tabBar()->setAccessibleName(tr("Parts of the titles"));
}

} // namespace kule
