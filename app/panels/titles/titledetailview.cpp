// SPDX-License-Identifier: GPL-3.0-or-later
#include "titledetailview.h"

#include "dialogs/confirm.h"
#include "historyview.h"
#include "pageview.h"
#include "storedmodel.h"
#include "titlecard.h"
#include "titleerror.h"
#include "titles/titleurl.h"
#include "widgets/codeview.h"
#include "widgets/elidedlabel.h"
#include "widgets/errorstrip.h"
#include "widgets/progressstrip.h"
#include "widgets/statelabel.h"
#include "widgets/toast.h"
#include "widgets/words.h"
#include "words/titlewords.h"

#include <QDesktopServices>
#include <QLocale>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>
#include <QUrl>

namespace kule {

TitleDetailView::TitleDetailView(TitleService &titles, JobService &jobs, const Clock &clock, QWidget *parent)
    : DetailView("title", parent)
    , m_titles(titles)
    , m_jobs(jobs)
    , m_clock(clock)
    , m_strip(new ProgressStrip)
    , m_card(new TitleCard(titles))
    , m_history(new HistoryView)
    , m_page(new PageView(titles))
    , m_json(new CodeView)
{
    m_strip->setObjectName(QStringLiteral("titleProgress"));
    m_json->setObjectName(QStringLiteral("titleJson"));
    insertBefore(m_problem, m_strip);
    for (QWidget *page : {static_cast<QWidget *>(m_card), static_cast<QWidget *>(m_history), static_cast<QWidget *>(m_page), static_cast<QWidget *>(m_json)})
        m_tabs->addTab(page, QString());
    addActions();
    connect(m_strip, &ProgressStrip::stopAsked, this, [this] { (void)m_jobs.cancel(m_fetching, Actor::console()); });
    connect(m_problem, &ErrorStrip::activated, this, [this] { m_failed ? fetchAgain() : load(); });
    connect(&m_titles, &TitleService::changed, this, [this](const TitleKey &changed) {
        if (m_key == changed)
            load();
    });
    connect(&m_jobs, &JobService::changed, this, &TitleDetailView::jobChanged);
    retranslate();
}

void TitleDetailView::addActions()
{
    m_fetch = addEntry("fetchTitle", "retry", [this] { fetchAgain(); });
    m_parse = addEntry("parseTitle", "titles", [this] { parseAgain(); });
    m_menu->addSeparator();
    m_browse = addEntry("browseTitle", "open", [this] { QDesktopServices::openUrl(QUrl(url())); });
    m_copyUrl = addEntry("copyTitleUrl", "copy", [this] { copyText(this, url(), tr("Address copied")); });
    m_copyCurl = addEntry("copyTitleCurl", "copy", [this] {
        copyText(this,
                 QStringLiteral("curl -X POST %1/api/getinfo -H \"X-API-Key: $KULE_API_KEY\" -H 'Content-Type: application/json' -d '{\"url\": \"%2\"}'").arg(m_apiUrl, url()),
                 tr("curl command copied"));
    });
    m_menu->addSeparator();
    m_delete = addEntry("deleteTitle", "trash", [this] { remove(); });
    connect(m_main, &QPushButton::clicked, m_fetch, &QAction::trigger);
}

QString TitleDetailView::url() const
{
    return QStringLiteral("https://www.netflix.com") + (m_key ? QString::fromLatin1(pathOf(*m_key)) : QString());
}

void TitleDetailView::open(const TitleKey &key)
{
    if (m_key == key)
        return;
    clear();
    m_key = key;
    load();
}

void TitleDetailView::clear()
{
    ++m_asked;
    m_key.reset();
    m_detail.reset();
    m_fetching = {};
    m_failed.reset();
    m_isBusy = false;
    m_problem->clear();
    m_strip->finish();
    m_page->clear();
    m_card->clear();
    fillHead();
}

void TitleDetailView::refresh()
{
    if (m_key)
        load();
}

void TitleDetailView::load()
{
    whenDone(m_titles.find(*m_key), this, [this, asked = ++m_asked](Result<TitleDetail> detail) {
        if (asked != m_asked)
            return;
        if (!detail) {
            if (detail.error().kind == ErrorKind::NotFound) {
                m_detail.reset();
                fillHead();
            }
            return m_problem->showError(detail.error(), [] { return tr("Try again"); });
        }
        if (!m_failed)
            m_problem->clear();
        m_detail = std::move(*detail);
        fill();
    });
}

void TitleDetailView::fill()
{
    const qint64 now = m_clock.wallMs();
    fillHead();
    m_card->show(*m_detail, now);
    m_history->setHistory(m_detail->history, now);
    m_page->setPage(m_detail->title.key, m_detail->page);
    m_json->setCode(QString::fromUtf8(dumpJson(toJson(m_detail->title.info), 2)));
    const qint64 changes = m_detail->title.changes;
    m_tabs->setTabText(History, changes == 0 ? tr("History") : tr("History %1").arg(QLocale().toString(changes)));
}

void TitleDetailView::fillHead()
{
    const bool isKnown = m_detail.has_value();
    m_tabs->setVisible(isKnown);
    m_state->setVisible(isKnown);
    m_main->setVisible(m_key.has_value());
    m_more->setVisible(isKnown);
    m_name->setText(isKnown ? shownText(nameOf(m_detail->title)) : m_key ? numberText(*m_key) : QString());
    m_fetch->setEnabled(m_fetching.isEmpty() && !m_isBusy);
    m_parse->setEnabled(isKnown && m_detail->page && !m_isBusy);
    m_main->setEnabled(m_fetch->isEnabled());
    if (isKnown)
        m_state->setLook(lookOf(m_detail->title));
}

void TitleDetailView::fetchAgain()
{
    m_isBusy = true;
    m_failed.reset();
    m_problem->clear();
    fillHead();
    whenDone(m_titles.submit({url(), Freshness::Fetched, {}}, Actor::console()), this, [this, key = m_key](const Result<Submitted> &submitted) {
        if (key != m_key)
            return;
        m_isBusy = false;
        if (!submitted) {
            fillHead();
            return m_problem->showError(submitted.error());
        }
        m_fetching = submitted->id;
        m_strip->showProgress(stageWord(QStringLiteral("created")), 0, 100);
        fillHead();
        // It may have ended before its id was known here.
        whenDone(m_jobs.find(m_fetching), this, [this](const Result<JobDetail> &job) {
            if (job)
                jobChanged(job->job);
        });
    });
}

void TitleDetailView::jobChanged(const Job &job)
{
    if (m_fetching.isEmpty() || job.id != m_fetching)
        return;
    if (isOpen(job.state))
        return m_strip->showProgress(job.waiting ? sentenceOf(*job.waiting) : stageWord(job.step), static_cast<qint64>(job.progress), 100);
    m_fetching = {};
    m_strip->finish();
    fillHead();
    if (job.state == JobState::Succeeded) {
        Toast::show(this, tr("The page was fetched and read again"));
        load();
    } else if (job.state != JobState::Cancelled) {
        m_failed = job;
        tellFailure();
    }
}

void TitleDetailView::tellFailure()
{
    m_problem->showError(titleError(m_failed->errorType.toLatin1(), m_failed->error), [] { return tr("Fetch again"); });
}

void TitleDetailView::parseAgain()
{
    m_isBusy = true;
    fillHead();
    whenDone(m_titles.parseAgain(*m_key, Actor::console()), this, [this, key = m_key](const Result<StoredTitle> &title) {
        if (key != m_key)
            return;
        m_isBusy = false;
        fillHead();
        if (!title)
            return m_problem->showError(titleError(title.error().code, title.error().message));
        Toast::show(this, tr("The stored page was read again"));
        load();
    });
}

void TitleDetailView::remove()
{
    if (!m_detail)
        return;
    const QString name = shownText(nameOf(m_detail->title));
    Confirm::ask(this, {tr("Delete %1?").arg(name), tr("The title goes with its page and its history, for good. It can be scraped again."), tr("Delete title")}, [this, key = *m_key] {
        whenDone(m_titles.remove(key, Actor::console()), this, [this, key](const Done &removed) {
            if (!removed)
                return m_problem->showError(removed.error());
            Toast::show(this, tr("The title is deleted"));
            if (m_key == key)
                Q_EMIT gone();
        });
    });
}

void TitleDetailView::retranslate()
{
    DetailView::retranslate();
    m_tabs->setTabText(Card, tr("Card"));
    m_tabs->setTabText(History, tr("History"));
    m_tabs->setTabText(RawHtml, tr("Page"));
    m_tabs->setTabText(AsJson, tr("JSON"));
    m_tabs->tabBar()->setAccessibleName(tr("Parts of the title"));
    m_tabs->setAccessibleName(m_tabs->tabBar()->accessibleName());
    m_json->setLabel(tr("The six fields as JSON"));
    m_main->setText(tr("Fetch again"));
    m_main->setAccessibleName(m_main->text());
    m_main->setToolTip(tr("From the page, whatever is stored"));
    m_main->setIcon(icon(QStringLiteral("retry")));
    m_fetch->setText(tr("Fetch the page again"));
    m_parse->setText(tr("Read the stored page again"));
    m_browse->setText(tr("Open the page in the browser"));
    m_copyUrl->setText(tr("Copy address"));
    m_copyCurl->setText(tr("Copy as curl"));
    m_delete->setText(tr("Delete title…"));
    m_more->setAccessibleName(tr("More actions for this title"));
    m_more->setToolTip(m_more->accessibleName());
    if (m_failed)
        tellFailure();
    if (m_detail)
        fill();
    else
        fillHead();
}

} // namespace kule
