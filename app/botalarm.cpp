// SPDX-License-Identifier: GPL-3.0-or-later
#include "botalarm.h"

#include "widgets/words.h"
#include "words/botwords.h"

namespace kule {
namespace {

constexpr std::size_t mostNamed = 4;

QString plain(QString text)
{
    return text.replace(u'<', QChar(0x2039)).replace(u'>', QChar(0x203a)).replace(u'&', u'+');
}

QString lineOf(const BotView &bot)
{
    return BotAlarm::tr("%1: %2").arg(shownText(bot.bot.name), lookOf(bot.condition.state).word);
}

} // namespace

BotAlarm::BotAlarm(BotService &bots, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
    connect(&bots, &BotService::changed, this, &BotAlarm::take);
    connect(&bots, &BotService::removed, this, [this](const BotId &id) {
        m_known.remove(id);
        std::erase_if(m_pending, [&id](const BotView &bot) { return bot.bot.id == id; });
    });
    whenDone(bots.list(), this, [this](const Result<std::vector<BotView>> &list) {
        for (const BotView &bot : list.value_or(std::vector<BotView>())) {
            if (isInTrouble(bot.condition.state) && !m_known.contains(bot.bot.id))
                m_known.insert(bot.bot.id, {bot.condition.state, std::nullopt});
        }
    });
}

void BotAlarm::take(const BotView &bot)
{
    const BotState state = bot.condition.state;
    const qint64 now = m_clock.steadyMs();
    Known &known = m_known[bot.bot.id];
    if (state == BotState::Running) {
        known.runsSince = known.runsSince.value_or(now);
        return;
    }
    const bool wasWell = known.runsSince && now - *known.runsSince >= wellAfter.count();
    known.runsSince.reset();
    if (wasWell || state == BotState::Stopped)
        known.told.reset();
    std::erase_if(m_pending, [&bot](const BotView &pending) { return pending.bot.id == bot.bot.id; });
    if (!isInTrouble(state) || known.told == state)
        return;
    m_pending.push_back(bot);
    if (!m_soon)
        m_soon = m_clock.after(soon, this, [this] { ring(); });
}

void BotAlarm::ring()
{
    m_soon.reset();
    if (m_pending.empty())
        return; // it was over at once
    for (const BotView &bot : m_pending)
        m_known[bot.bot.id].told = bot.condition.state;
    BotNotice notice;
    if (m_pending.size() == 1) {
        const BotView &bot = m_pending.front();
        notice = {lineOf(bot), bot.condition.reason.source.isEmpty() ? QString() : sentenceOf(bot.condition.reason), bot.bot.id.value};
    } else {
        QStringList lines;
        for (const BotView &bot : m_pending) {
            if (static_cast<std::size_t>(lines.size()) == mostNamed)
                break;
            lines << lineOf(bot);
        }
        if (m_pending.size() > mostNamed)
            lines << tr("and %Ln more", nullptr, static_cast<int>(m_pending.size() - mostNamed));
        notice = {tr("%Ln bot(s) need you", nullptr, static_cast<int>(m_pending.size())), lines.join(u'\n'), QStringLiteral("?state:trouble")};
    }
    m_pending.clear();
    Q_EMIT rung({plain(notice.title), plain(notice.text), notice.what});
}

} // namespace kule
