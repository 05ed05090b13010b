// SPDX-License-Identifier: GPL-3.0-or-later
#include "botsmodel.h"

#include "base/folding.h"
#include "widgets/words.h"
#include "words/botwords.h"

#include <QCoreApplication>
#include <QLocale>

namespace kule {
namespace {

constexpr int tickMs = 1000;

constexpr FilterChoice states[] = {{"running"}, {"stopped"}, {"starting"}, {"draining"}, {"backing_off"}, {"conflict"}, {"unauthorised"}, {"failed"},
                                   {"trouble", "backing_off,conflict,unauthorised,failed"}, {"unauthorized", "unauthorised"}};
constexpr FilterChoice kinds[] = {{"introduction"}, {"announcements"}, {"script"}};
constexpr FilterChoice modes[] = {{"dev"}, {"prod"}};
constexpr FilterKey table[] = {
    {"state", FilterKind::Choice, QT_TRANSLATE_NOOP("Engine", "State of a bot; several with commas, also trouble"), states, "status"},
    {"kind", FilterKind::Choice, QT_TRANSLATE_NOOP("Engine", "What a bot does: introduction, announcements or script"), kinds},
    {"mode", FilterKind::Choice, QT_TRANSLATE_NOOP("Engine", "How messages come: dev or prod"), modes},
};

using Columns = std::vector<RowsModel<BotView>::Column>;

QString said(const char *source)
{
    return QCoreApplication::translate("BotsModel", source);
}

QVariant words(int role, const QString &shown, const QString &tip = {})
{
    return role == Qt::DisplayRole ? QVariant(shown) : role == Qt::ToolTipRole && !tip.isEmpty() ? QVariant(tip) : QVariant();
}

Columns columnsOf(const Clock &clock)
{
    constexpr Qt::Alignment right = Qt::AlignRight | Qt::AlignVCenter;
    return {
        {[] { return said(QT_TRANSLATE_NOOP("BotsModel", "State")); },
         [](const BotView &view, int role) {
             const StateLook look = lookOf(view.condition.state);
             return role == StateRole ? QVariant::fromValue(look) : words(role, look.word);
         }},
        {[] { return said(QT_TRANSLATE_NOOP("BotsModel", "Name")); }, [](const BotView &view, int role) { return words(role, shownText(view.bot.name), shownText(view.bot.name)); }},
        {[] { return said(QT_TRANSLATE_NOOP("BotsModel", "On Telegram")); }, [](const BotView &view, int role) { return words(role, usernameText(view.bot)); }},
        {[] { return said(QT_TRANSLATE_NOOP("BotsModel", "Kind")); }, [](const BotView &view, int role) { return words(role, kindWord(view.bot.kind), kindMeaning(view.bot.kind)); }},
        {[] { return said(QT_TRANSLATE_NOOP("BotsModel", "Mode")); }, [](const BotView &view, int role) { return words(role, modeWord(view.bot.mode), modeMeaning(view.bot.mode)); }},
        {[] { return said(QT_TRANSLATE_NOOP("BotsModel", "Remark")); },
         [&clock](const BotView &view, int role) {
             const QString remark = remarkOf(view, clock.wallMs());
             return words(role, remark, remark);
         }},
        {[] { return said(QT_TRANSLATE_NOOP("BotsModel", "Per minute")); },
         [](const BotView &view, int role) { return words(role, updatesText(view), said(QT_TRANSLATE_NOOP("BotsModel", "Messages and other updates received within the last minute"))); }, right},
        {[] { return said(QT_TRANSLATE_NOOP("BotsModel", "Latency")); },
         [](const BotView &view, int role) { return words(role, latencyText(view), said(QT_TRANSLATE_NOOP("BotsModel", "How long people wait for a reply, the median of the last ten minutes"))); }, right},
        {[] { return said(QT_TRANSLATE_NOOP("BotsModel", "Errors")); },
         [](const BotView &view, int role) { return words(role, errorsText(view), said(QT_TRANSLATE_NOOP("BotsModel", "Within the last hour: crashes, messages that were refused, trouble with Telegram or the source"))); }, right},
        {[] { return said(QT_TRANSLATE_NOOP("BotsModel", "Last message")); },
         [&clock](const BotView &view, int role) {
             const qint64 at = view.bot.lastUpdateAt;
             return at > 0 ? words(role, relativeTime(at, clock.wallMs()), exactTime(at)) : words(role, QStringLiteral("–"));
         }},
        {[] { return said(QT_TRANSLATE_NOOP("BotsModel", "Restarts")); },
         [](const BotView &view, int role) { return words(role, view.condition.restarts > 0 ? QLocale().toString(view.condition.restarts) : QString()); }, right},
        {[] { return said(QT_TRANSLATE_NOOP("BotsModel", "Next restart")); },
         [&clock](const BotView &view, int role) {
             const auto at = view.condition.nextRestartAt;
             return at ? words(role, relativeTime(*at, clock.wallMs()), exactTime(*at)) : words(role, QString());
         }},
    };
}

bool fitsTerm(const FilterTerm &term, const BotView &view)
{
    if (!term.key)
        return fits(term, foldedWords(view.bot.name + u' ' + view.bot.username + u' ' + view.bot.id.value));
    const QLatin1String key(term.key->name);
    const char *word = key == QLatin1String("state") ? wordOf(view.condition.state) : key == QLatin1String("kind") ? wordOf(view.bot.kind) : wordOf(view.bot.mode);
    return fitsWhole(term, {QString::fromLatin1(word)});
}

} // namespace

BotsModel::BotsModel(BotService &bots, const Clock &clock, QObject *parent)
    : RowsModel(columnsOf(clock), [](const BotView &a, const BotView &b) { return a.bot.id == b.bot.id; }, parent)
    , m_bots(bots)
    , m_clock(clock)
{
    connect(&bots, &BotService::changed, this, &BotsModel::take);
    connect(&bots, &BotService::removed, this, &BotsModel::drop);
    m_tick.setInterval(tickMs);
    connect(&m_tick, &QTimer::timeout, this, &BotsModel::tick);
}

void BotsModel::load()
{
    whenDone(m_bots.list(), this, [this](Result<std::vector<BotView>> list) {
        const bool hadProblem = m_problem.has_value();
        m_problem = list ? std::nullopt : std::optional(list.error());
        if (list) {
            m_all = std::move(*list);
            m_hasLoaded = true;
            for (const BotView &view : m_all)
                note(view);
            arrange();
            Q_EMIT loaded();
        }
        if (hadProblem || m_problem)
            Q_EMIT problemChanged();
    });
}

std::span<const FilterKey> BotsModel::keys()
{
    return table;
}

std::optional<Error> BotsModel::setFilter(const QString &text)
{
    auto filter = parseFilter(text, table, m_clock.wallMs());
    if (!filter)
        return std::move(filter.error());
    m_filter = std::move(*filter);
    arrange();
    return std::nullopt;
}

const BotView *BotsModel::find(const BotId &id) const
{
    const auto found = std::find_if(m_all.begin(), m_all.end(), [&id](const BotView &view) { return view.bot.id == id; });
    return found == m_all.end() ? nullptr : &*found;
}

int BotsModel::rowOf(const BotId &id) const
{
    const auto found = std::find_if(rows().begin(), rows().end(), [&id](const BotView &view) { return view.bot.id == id; });
    return found == rows().end() ? -1 : static_cast<int>(found - rows().begin());
}

void BotsModel::take(const BotView &bot)
{
    if (!m_hasLoaded)
        return; // the list that is on its way knows it
    note(bot);
    const auto known = std::find_if(m_all.begin(), m_all.end(), [&bot](const BotView &view) { return view.bot.id == bot.bot.id; });
    const bool isNew = known == m_all.end();
    if (isNew)
        m_all.push_back(bot);
    else
        *known = bot;
    if (isNew || isShown(bot) != (rowOf(bot.bot.id) >= 0))
        arrange();
    else
        update(bot);
    if (bot.condition.nextTryAt && !m_tick.isActive())
        m_tick.start();
    Q_EMIT botChanged(bot);
}

void BotsModel::drop(const BotId &id)
{
    m_moments.remove(id);
    if (std::erase_if(m_all, [&id](const BotView &view) { return view.bot.id == id; }) == 0)
        return;
    Q_EMIT botRemoved(id); // before its row goes, which moves the cursor to a neighbour
    arrange();
}

void BotsModel::note(const BotView &bot)
{
    auto &moments = m_moments[bot.bot.id];
    const Supervisor::Condition &now = bot.condition;
    if (!moments.empty() && moments.front().state == now.state && moments.front().reason == now.reason)
        return;
    moments.push_front({m_clock.wallMs(), now.state, now.reason});
    if (moments.size() > mostMoments)
        moments.pop_back();
}

bool BotsModel::isShown(const BotView &bot) const
{
    return std::all_of(m_filter.terms.begin(), m_filter.terms.end(), [&bot](const FilterTerm &term) { return fitsTerm(term, bot); });
}

void BotsModel::arrange()
{
    std::vector<BotView> shown;
    std::copy_if(m_all.begin(), m_all.end(), std::back_inserter(shown), [this](const BotView &view) { return isShown(view); });
    sync(shown);
    if (std::any_of(m_all.begin(), m_all.end(), [](const BotView &view) { return view.condition.nextTryAt.has_value(); }))
        m_tick.start();
}

void BotsModel::tick()
{
    bool isCounting = false;
    for (std::size_t row = 0; row < rows().size(); ++row) {
        if (!rows()[row].condition.nextTryAt)
            continue;
        isCounting = true;
        const QModelIndex cell = index(static_cast<int>(row), Remark);
        Q_EMIT dataChanged(cell, cell);
    }
    if (!isCounting)
        m_tick.stop();
}

} // namespace kule
