// SPDX-License-Identifier: GPL-3.0-or-later
#include "palette/palettesource.h"

#include "base/clock.h"
#include "base/folding.h"
#include "bots/botservice.h"
#include "fatals/fatalservice.h"
#include "jobs/jobservice.h"
#include "settings/settingsservice.h"
#include "titles/titleservice.h"
#include "widgets/words.h"
#include "words/botwords.h"
#include "words/jobwords.h"
#include "words/settingwords.h"
#include "words/titlewords.h"

#include <QKeySequence>

namespace kule {
namespace {

constexpr int mostOfAKind = 8;

/// The words of what was typed, whatever it holds: no sign of the filter language is left in them.
QString wordsOf(const QString &query)
{
    return foldedWords(query).split(u' ', Qt::SkipEmptyParts).mid(0, 8).join(u' ');
}

QString pressed(int key)
{
    return QKeySequence(Qt::CTRL | static_cast<Qt::Key>(key)).toString(QKeySequence::NativeText);
}

} // namespace

PaletteSource::PaletteSource(const Console &console, std::span<const PanelRow> rows, Go go, QObject *parent)
    : QObject(parent)
    , m_console(console)
    , m_rows(rows)
    , m_go(std::move(go))
{
}

std::vector<PaletteItem> PaletteSource::atHand() const
{
    std::vector<PaletteItem> items;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const QString name = QString::fromLatin1(m_rows[i].name);
        items.push_back({titleOf(m_rows[i]), tr("Panel"), QString::fromLatin1(m_rows[i].icon), i < 9 ? pressed(Qt::Key_1 + static_cast<int>(i)) : QString(), name,
                         [go = m_go, name] { go(name, {}); }});
    }
    addActions(items);
    for (const SettingRow &row : settingRows) {
        const QString key = QString::fromLatin1(row.key);
        items.push_back({nameOf(row), tr("Setting"), QStringLiteral("settings"), {}, key + u' ' + groupOf(row), [go = m_go, key] { go(QStringLiteral("settings"), key); }});
    }
    return items;
}

void PaletteSource::addActions(std::vector<PaletteItem> &items) const
{
    const auto lead = [&](const QString &title, const char *icon, const QString &shortcut, const char *panel, const char *what) {
        items.push_back({title, tr("Action"), QString::fromLatin1(icon), shortcut, {},
                         [go = m_go, panel = QString::fromLatin1(panel), what = QString::fromLatin1(what)] { go(panel, what); }});
    };
    const auto set = [&](const QString &title, const char *icon, Setting setting, const char *value) {
        items.push_back({title, tr("Action"), QString::fromLatin1(icon), {}, {}, [settings = &m_console.services.settings, setting, value = QString::fromLatin1(value)] {
                             settings->set(setting, value, Actor::console());
                         }});
    };
    lead(tr("New job"), "plus", {}, "jobs", "new");
    lead(tr("Jobs that failed"), "fatals", {}, "jobs", "?state:failed,timed_out,interrupted");
    lead(tr("Jobs that run"), "play", {}, "jobs", "?state:running");
    lead(tr("Jobs that wait"), "clock", {}, "jobs", "?state:queued");
    lead(tr("Scrape titles"), "titles", {}, "titles", "new");
    lead(tr("Scrapes of titles"), "list", {}, "titles", "batches");
    lead(tr("Titles that are partial"), "titles", {}, "titles", "?partial:yes");
    lead(tr("Titles that failed"), "fatals", {}, "jobs", "?kind:title state:failed,timed_out,interrupted");
    lead(tr("Cache and database of titles"), "folder", {}, "titles", "storage");
    lead(tr("Add bot"), "bots", {}, "bots", "new");
    lead(tr("Import a Procfile"), "folder", {}, "bots", "procfile");
    lead(tr("Apps on Heroku"), "globe", {}, "bots", "heroku");
    lead(tr("Bots in trouble"), "warning", {}, "bots", "?state:trouble");
    lead(tr("Access keys"), "key", {}, "api", "keys");
    lead(tr("Requests of the API"), "list", {}, "api", "requests");
    lead(tr("Callbacks that were given up"), "warning", {}, "api", "callbacks:dead");
    set(tr("Light colours"), "sun", Setting::Theme, "light");
    set(tr("Dark colours"), "moon", Setting::Theme, "dark");
    set(tr("Colours as the system"), "settings", Setting::Theme, "system");
    set(QStringLiteral("Türkçe"), "globe", Setting::Language, "tr");
    set(QStringLiteral("English"), "globe", Setting::Language, "en");
}

void PaletteSource::ask(const QString &query)
{
    const int asked = ++m_asked;
    const QString words = wordsOf(query);
    if (words.isEmpty())
        return;
    const PageRequest first{{}, mostOfAKind};
    askBots(asked, words);
    if (auto filter = JobFilter::parse(words, m_console.services.clock.wallMs())) {
        whenDone(m_console.services.jobs.list(std::move(*filter), first), this, [this, asked](const Result<Page<Job>> &page) {
            if (asked != m_asked || !page)
                return;
            std::vector<PaletteItem> items;
            for (const Job &job : page->items)
                items.push_back({shownText(nameOf(job)), tr("Job, %1").arg(lookOf(job).word), QStringLiteral("jobs"), {}, shownText(job.filePath),
                                 [go = m_go, id = job.id.value] { go(QStringLiteral("jobs"), id); }});
            Q_EMIT found(std::move(items));
        });
    }
    if (auto filter = FatalFilter::parse(words, m_console.services.clock.wallMs())) {
        whenDone(m_console.services.fatals.list(std::move(*filter), first), this, [this, asked](const Result<Page<Fatal>> &page) {
            if (asked != m_asked || !page)
                return;
            std::vector<PaletteItem> items;
            for (const Fatal &fatal : page->items)
                items.push_back({shownText(fatal.filename), tr("Fatal report"), QStringLiteral("fatals"), {}, shownText(fatal.type + u' ' + sentenceOf(fatal.error)),
                                 [go = m_go, name = fatal.filename] { go(QStringLiteral("fatals"), name); }});
            Q_EMIT found(std::move(items));
        });
    }
    if (auto filter = TitleFilter::parse(words, m_console.services.clock.wallMs())) {
        whenDone(m_console.services.titles.list(std::move(*filter), first), this, [this, asked](const Result<Page<StoredTitle>> &page) {
            if (asked != m_asked || !page)
                return;
            std::vector<PaletteItem> items;
            for (const StoredTitle &title : page->items)
                items.push_back({shownText(nameOf(title)), tr("Title"), QStringLiteral("titles"), {}, numberText(title.key),
                                 [go = m_go, key = QString::fromLatin1(nameOf(title.key))] { go(QStringLiteral("titles"), key); }});
            Q_EMIT found(std::move(items));
        });
    }
}

void PaletteSource::askBots(int asked, const QString &words)
{
    whenDone(m_console.services.bots.list(), this, [this, asked, words](const Result<std::vector<BotView>> &bots) {
        if (asked != m_asked || !bots)
            return;
        std::vector<PaletteItem> items;
        for (const BotView &view : *bots) {
            const QString known = foldedWords(view.bot.name + u' ' + view.bot.username);
            const QStringList wanted = words.split(u' ');
            if (items.size() >= 4 * mostOfAKind || !std::all_of(wanted.begin(), wanted.end(), [&known](const QString &word) { return known.contains(u' ' + word); }))
                continue;
            addBot(items, view);
        }
        Q_EMIT found(std::move(items));
    });
}

void PaletteSource::addBot(std::vector<PaletteItem> &items, const BotView &view) const
{
    const QString name = shownText(view.bot.name);
    const QString state = lookOf(view.condition.state).word;
    items.push_back({name, tr("Bot, %1").arg(state), QStringLiteral("bots"), {}, usernameText(view.bot), [go = m_go, id = view.bot.id.value] { go(QStringLiteral("bots"), id); }});
    using Deed = Future<Result<BotView>> (BotService::*)(BotId, Actor);
    const auto offer = [&](const QString &title, const char *icon, Deed deed) {
        items.push_back({title, tr("Action"), QString::fromLatin1(icon), {}, name, [bots = &m_console.services.bots, deed, go = m_go, id = view.bot.id] {
                             (void)(bots->*deed)(id, Actor::console());
                             go(QStringLiteral("bots"), id.value); // where one sees what becomes of it
                         }});
    };
    if (view.condition.state == BotState::Stopped || isInTrouble(view.condition.state)) {
        offer(tr("Start %1").arg(name), "play", &BotService::start);
    } else {
        offer(tr("Stop %1").arg(name), "stop", &BotService::stop);
        offer(tr("Restart %1").arg(name), "retry", &BotService::restart);
    }
}

} // namespace kule
