// SPDX-License-Identifier: GPL-3.0-or-later
#include "storagetab.h"

#include "dialogs/confirm.h"
#include "settings/settingsservice.h"
#include "theme/theme.h"
#include "widgets/errorstrip.h"
#include "widgets/factlist.h"
#include "widgets/statelabel.h"
#include "widgets/toast.h"
#include "widgets/words.h"
#include "words/settingwords.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace kule {
namespace {

constexpr int againMs = 5000;
constexpr int cardWidth = 720;

QString kindWord(const QByteArray &kind)
{
    if (kind == "memory")
        return StorageTab::tr("In memory");
    if (kind == "redis")
        return QStringLiteral("Redis");
    return kind == "postgresql" ? QStringLiteral("PostgreSQL") : QStringLiteral("SQLite");
}

StateLook lookOf(const std::optional<Error> &problem)
{
    return problem ? StateLook{Glyph::Triangle, Token::Failed, StorageTab::tr("away")} : StateLook{Glyph::Disc, Token::Succeeded, StorageTab::tr("there")};
}

} // namespace

StorageTab::StorageTab(const Console &console, QWidget *parent)
    : QWidget(parent)
    , m_console(console)
    , m_error(new ErrorStrip)
{
    m_error->setObjectName(QStringLiteral("storageProblem"));
    auto *page = new QWidget;
    page->setProperty("kind", QStringLiteral("page"));
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::m);
    m_cache = addCard("cacheCard");
    m_database = addCard("databaseCard");
    m_keeping = addCard("pagesCard");
    for (const Card &card : {m_cache, m_database, m_keeping})
        column->addWidget(card.name->parentWidget());
    column->addStretch();
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(page);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, space::m, 0, 0);
    whole->setSpacing(space::m);
    whole->addWidget(m_error);
    whole->addWidget(scroll, 1);
    m_keeping.state->hide();
    m_parse = new QPushButton;
    m_parse->setObjectName(QStringLiteral("parseAllPages"));
    m_parsed = new QLabel;
    m_parsed->setObjectName(QStringLiteral("parsedPages"));
    m_parsed->setProperty("kind", QStringLiteral("muted"));
    m_parsed->setWordWrap(true);
    auto *again = new QHBoxLayout;
    again->setSpacing(space::m);
    again->addWidget(m_parse);
    again->addWidget(m_parsed, 1);
    qobject_cast<QVBoxLayout *>(m_database.name->parentWidget()->layout())->addLayout(again);
    connect(m_parse, &QPushButton::clicked, this, &StorageTab::parseAll);
    connect(m_cache.button, &QPushButton::clicked, this, &StorageTab::clearCache);
    connect(m_database.button, &QPushButton::clicked, this, &StorageTab::clearDatabase);
    connect(m_keeping.button, &QPushButton::clicked, this, [this] { Q_EMIT linkAsked(QStringLiteral("settings"), QString::fromLatin1(rowOf(Setting::TitlesPagesDays).key)); });
    connect(m_error, &ErrorStrip::activated, this, &StorageTab::refresh);
    connect(&console.services.titles, &TitleService::cleared, this, &StorageTab::refresh);
    connect(&console.services.settings, &SettingsService::changed, this, &StorageTab::fillKeeping);
    m_again.setInterval(againMs);
    connect(&m_again, &QTimer::timeout, this, [this] {
        if (isVisible())
            refresh();
    });
    m_again.start();
    retranslate();
}

StorageTab::Card StorageTab::addCard(const char *name)
{
    auto *frame = new QFrame;
    frame->setObjectName(QString::fromLatin1(name));
    frame->setProperty("kind", QStringLiteral("card"));
    frame->setMaximumWidth(cardWidth);
    const Card card{new QLabel(frame), new StateLabel(frame), new QLabel(frame), new FactList(frame), new QPushButton(frame)};
    card.name->setFont(strongFont(font()));
    card.problem->setProperty("kind", QStringLiteral("error"));
    card.problem->setWordWrap(true);
    card.problem->hide();
    card.facts->setObjectName(QString::fromLatin1(name) + QStringLiteral("Facts"));
    card.button->setObjectName(QString::fromLatin1(name) + QStringLiteral("Button"));
    auto *head = new QHBoxLayout;
    head->setSpacing(space::m);
    head->addWidget(card.name);
    head->addWidget(card.state);
    head->addStretch();
    head->addWidget(card.button);
    auto *column = new QVBoxLayout(frame);
    column->setContentsMargins(space::l, space::m, space::m, space::l);
    column->setSpacing(space::s);
    column->addLayout(head);
    column->addWidget(card.problem);
    column->addWidget(card.facts);
    return card;
}

void StorageTab::refresh()
{
    if (std::exchange(m_isAsking, true))
        return;
    whenDone(m_console.services.titles.state(), this, [this](const Result<TitleState> &state) {
        m_isAsking = false;
        if (!state)
            return m_error->showError(state.error(), [] { return tr("Try again"); });
        m_error->clear();
        m_now = *state;
        fill();
    });
}

void StorageTab::fill()
{
    m_cache.state->setVisible(m_now.has_value());
    m_database.state->setVisible(m_now.has_value());
    m_cache.button->setEnabled(m_now && m_now->cache.entries > 0);
    m_database.button->setEnabled(m_now && m_now->sizes && m_now->sizes->titles + m_now->sizes->pages > 0);
    if (!m_now)
        return;
    const QLocale locale;
    const auto tell = [](const Card &card, const std::optional<Error> &problem) {
        card.state->setLook(lookOf(problem));
        card.problem->setText(problem ? sentenceOf(*problem) : QString());
        card.problem->setVisible(problem.has_value());
    };
    const CacheState &cache = m_now->cache;
    tell(m_cache, cache.problem);
    const qint64 asked = cache.hits + cache.misses;
    m_cache.facts->setFacts({{tr("Kind"), kindWord(cache.kind), Fact::Kind::Words, {}},
                             {tr("Place"), cache.place, Fact::Kind::Code, {}},
                             {tr("Titles"), locale.toString(cache.entries), Fact::Kind::Words, {}},
                             {tr("Size"), cache.bytes > 0 ? sizeText(cache.bytes) : QString(), Fact::Kind::Words, {}},
                             {tr("Found since the start"),
                              asked > 0 ? tr("%1 of %2 (%3)").arg(locale.toString(cache.hits), locale.toString(asked), percentText(100.0 * static_cast<double>(cache.hits) / static_cast<double>(asked))) : QString(),
                              Fact::Kind::Words, {}}});
    tell(m_database, m_now->database.problem);
    std::vector<Fact> facts{{tr("Kind"), kindWord(m_now->database.kind), Fact::Kind::Words, {}}, {tr("Place"), m_now->database.place, Fact::Kind::Code, {}}};
    if (const auto &sizes = m_now->sizes) {
        facts.push_back({tr("Titles"), sizes->partial > 0 ? tr("%1, %2 of them partial").arg(locale.toString(sizes->titles), locale.toString(sizes->partial)) : locale.toString(sizes->titles),
                         Fact::Kind::Words, {}});
        facts.push_back({tr("Raw pages"), tr("%1, %2 compressed").arg(locale.toString(sizes->pages), sizeText(sizes->pageBytes)), Fact::Kind::Words, {}});
    }
    if (m_now->spooled > 0)
        facts.push_back({tr("Waiting to be saved"), tr("%n page(s) that came while the database was away", nullptr, static_cast<int>(m_now->spooled)), Fact::Kind::Words, {}});
    m_database.facts->setFacts(facts);
}

void StorageTab::fillKeeping()
{
    const Settings &now = m_console.services.settings.current();
    const QLocale locale;
    const auto limit = [&](Setting setting, const QString &words) {
        const int value = now.number(setting);
        return Fact{nameOf(rowOf(setting)), value == 0 ? tr("no limit") : words.arg(locale.toString(value)), Fact::Kind::Words, meaningOf(rowOf(setting))};
    };
    m_keeping.facts->setFacts({limit(Setting::TitlesPagesDays, tr("%1 days")), limit(Setting::TitlesPagesMegabytes, tr("%1 MB, the oldest go first")),
                               {tr("Cached titles"), durationText(qint64(now.number(Setting::TitlesCacheTtl)) * 1000), Fact::Kind::Words, {}},
                               limit(Setting::TitlesMaxAge, tr("%1 days"))});
}

void StorageTab::clearCache()
{
    whenDone(m_console.services.titles.clearCache(Actor::console()), this, [this](const Done &cleared) {
        if (!cleared)
            return m_error->showError(cleared.error());
        Toast::show(this, tr("The cache is empty; titles come from the database until it fills again"));
        refresh();
    });
}

void StorageTab::clearDatabase()
{
    if (!m_now || !m_now->sizes)
        return;
    const int count = static_cast<int>(m_now->sizes->titles);
    Confirm::ask(this,
                 {tr("Delete all %n stored title(s)?", nullptr, count), tr("Their pages and histories go too, for good. Export them before, if they are needed."),
                  tr("Delete %n title(s)", nullptr, count)},
                 [this] {
                     whenDone(m_console.services.titles.clearDatabase(Actor::console()), this, [this](const Result<qint64> &gone) {
                         if (!gone)
                             return m_error->showError(gone.error());
                         Toast::show(this, tr("%n title(s) deleted", nullptr, static_cast<int>(*gone)));
                         refresh();
                     });
                 });
}

void StorageTab::parseAll()
{
    m_parse->setEnabled(false);
    m_parsed->setText(tr("The stored pages are being read…"));
    whenDone(m_console.services.titles.parseAll(Actor::console()), this, [this](const Result<ParsedPages> &pages) {
        m_parse->setEnabled(true);
        if (!pages) {
            m_parsed->clear();
            return m_error->showError(pages.error());
        }
        m_parsed->setText(tr("%1 read, %2 say nothing still").arg(QLocale().toString(pages->read), QLocale().toString(pages->failed)));
        refresh();
    });
}

void StorageTab::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void StorageTab::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void StorageTab::retranslate()
{
    m_cache.name->setText(tr("Cache"));
    m_cache.button->setText(tr("Empty the cache"));
    m_database.name->setText(tr("Database"));
    m_database.button->setText(tr("Delete all titles…"));
    m_keeping.name->setText(tr("How long things are kept"));
    m_keeping.button->setText(tr("Change in the settings"));
    for (const Card &card : {m_cache, m_database, m_keeping})
        card.button->setAccessibleName(card.button->text());
    m_parse->setText(tr("Read all pages again"));
    m_parse->setAccessibleName(m_parse->text());
    m_parse->setToolTip(tr("After an update, what Kule reads off a page may be more; nothing is fetched"));
    fill();
    fillKeeping();
}

} // namespace kule
