// SPDX-License-Identifier: GPL-3.0-or-later
#include "bots/intake.h"

#include "bots/tables/bottable.h"
#include "bots/tables/inboxtable.h"
#include "bots/tables/ledgertable.h"
#include "bots/tables/subscriptiontable.h"

namespace kule {
namespace {

using namespace std::chrono_literals;

constexpr Backoff backoff{1s, 60s};
constexpr int mostTries = 8;
// Telegram keeps what is not confirmed for a day.
constexpr Milliseconds keptFor = 48h;

Done apply(Database &database, qint64 bot, const TelegramUpdate &update, const Reaction &reaction, qint64 now)
{
    const auto isFirst = inboxtable::end(database, bot, update.id, inboxtable::End::Handled);
    if (!isFirst)
        return fail(isFirst.error());
    if (!*isFirst)
        return {};
    if (reaction.language) {
        if (auto set = bottable::setLanguage(database, bot, reaction.chat, *reaction.language); !set)
            return set;
    }
    const UserId by = update.message.from ? update.message.from->id : 0;
    if (reaction.subscription == SubscriptionWish::Begin) {
        if (auto begun = subscriptiontable::begin(database, bot, reaction.chat, update.message.chat.title, by, now); !begun)
            return fail(begun.error());
    } else if (reaction.subscription == SubscriptionWish::End) {
        if (auto stopped = subscriptiontable::end(database, bot, reaction.chat, reaction.endedBy, now); !stopped)
            return fail(stopped.error());
    }
    if (reaction.also) {
        if (auto stored = reaction.also(database, now); !stored)
            return stored;
    }
    return ledgertable::reply(database, bot, update.id, reaction.chat, reaction.parts, now).map([](int) {});
}

} // namespace

Intake::Intake(Parts parts, int quantity)
    : m_parts(parts)
    , m_quantity(std::max(1, quantity))
    , m_chance(parts.seed)
{
}

Future<Result<qint64>> Intake::start()
{
    m_isRunning = true;
    struct Former
    {
        inboxtable::Position position;
        std::vector<TelegramUpdate> open;
    };
    const auto before = m_parts.clock.wallMs() - keptFor.count();
    const auto reading = m_parts.store.write([bot = m_parts.bot, before](Database &database) -> Result<Former> {
        if (auto gone = inboxtable::forget(database, bot, before); !gone)
            return fail(gone.error());
        auto position = inboxtable::position(database, bot);
        auto open = inboxtable::open(database, bot);
        if (!position || !open)
            return fail(position ? open.error() : position.error());
        return Former{std::move(*position), std::move(*open)};
    });
    const Promise<Result<qint64>> promise;
    whenDone(reading, this, [this, promise](const Result<Former> &former) {
        if (former) {
            m_offsets = UpdateOffsets(former->position.offset, former->position.taken);
            for (const TelegramUpdate &update : former->open)
                line(update);
            pump();
        }
        promise.answer(former ? Result<qint64>(m_offsets.offset()) : Result<qint64>(fail(former.error())));
    });
    return promise.future();
}

Future<Result<qint64>> Intake::take(std::vector<TelegramUpdate> batch, bool confirms)
{
    std::vector<UpdateId> ids;
    std::vector<TelegramUpdate> fresh;
    for (TelegramUpdate &update : batch) {
        ids.push_back(update.id);
        if (m_offsets.take(update.id))
            fresh.push_back(std::move(update));
    }
    UpdateOffsets next = m_offsets;
    next.confirm(ids);
    const qint64 offset = confirms ? next.offset() : 0;
    const auto storing = m_parts.store.write([bot = m_parts.bot, fresh, offset, now = m_parts.clock.wallMs()](Database &database) { return inboxtable::take(database, bot, fresh, offset, now); });
    const Promise<Result<qint64>> promise;
    whenDone(storing, this, [this, promise, fresh = std::move(fresh), ids, confirms](const Result<std::vector<UpdateId>> &stored) {
        if (!stored) {
            for (const TelegramUpdate &update : fresh)
                m_offsets.giveBack(update.id);
            return promise.answer(fail(stored.error()));
        }
        if (confirms)
            m_offsets.confirm(ids);
        for (const TelegramUpdate &update : fresh) {
            if (std::find(stored->begin(), stored->end(), update.id) != stored->end())
                line(update);
        }
        promise.answer(m_offsets.offset());
        pump();
    });
    return promise.future();
}

void Intake::setQuantity(int quantity)
{
    m_quantity = std::max(1, quantity);
    pump();
}

void Intake::stop()
{
    m_isRunning = false;
    // What waits for another try is in the inbox.
    for (auto retry = m_retries.begin(); retry != m_retries.end(); ++retry)
        m_busy.remove(retry.key());
    m_retries.clear();
    if (isIdle())
        Q_EMIT idle();
}

void Intake::line(TelegramUpdate update)
{
    auto &waiting = m_waiting[update.chat()];
    if (waiting.empty() && !m_busy.contains(update.chat()))
        m_turns.push_back(update.chat());
    waiting.push_back(std::move(update));
}

void Intake::pump()
{
    while (m_isRunning && m_busy.size() < m_quantity && !m_turns.empty()) {
        const ChatId chat = m_turns.front();
        m_turns.pop_front();
        auto &waiting = m_waiting[chat];
        const TelegramUpdate update = std::move(waiting.front());
        waiting.pop_front();
        if (waiting.empty())
            m_waiting.remove(chat);
        m_busy.insert(chat);
        // The waiting circle on the button ends at once, whatever the answer; saying it twice does no harm.
        if (update.kind == UpdateKind::CallbackQuery)
            (void)m_parts.telegram.answerCallbackQuery(update.query.id);
        handle(update, 0);
    }
}

void Intake::handle(const TelegramUpdate &update, int tries)
{
    const auto language = m_parts.store.read([bot = m_parts.bot, chat = update.chat()](Database &database) { return bottable::languageOf(database, bot, chat); });
    whenDone(language, this, [this, update, tries](const Result<std::optional<Language>> &chosen) {
        if (!chosen)
            return conclude(update, fail(chosen.error()), tries);
        whenDone(m_parts.behaviour.react(update, *chosen), this, [this, update, tries](const Result<Reaction> &reaction) { conclude(update, reaction, tries); });
    });
}

void Intake::conclude(const TelegramUpdate &update, const Result<Reaction> &reaction, int tries)
{
    const ChatId chat = update.chat();
    const auto tryAgain = [this, update, tries, chat] {
        if (!m_isRunning)
            return ended(chat);
        m_retries[chat] = m_parts.clock.after(backoff.after(tries + 1, m_chance), this, [this, update, tries, chat] {
            const auto mine = m_retries.take(chat); // lives until this is over
            handle(update, tries + 1);
        });
    };
    if (!reaction && tries < mostTries)
        return tryAgain();
    const auto stored = m_parts.store.write([bot = m_parts.bot, update, reaction, now = m_parts.clock.wallMs()](Database &database) -> Done {
        if (!reaction)
            return inboxtable::end(database, bot, update.id, inboxtable::End::GivenUp).map([](bool) {});
        return apply(database, bot, update, *reaction, now);
    });
    whenDone(stored, this, [this, tryAgain, chat, isAnswer = reaction && (!reaction->parts.empty() || reaction->also)](const Done &done) {
        if (!done)
            return tryAgain();
        if (isAnswer)
            Q_EMIT replied();
        ended(chat);
    });
}

void Intake::ended(ChatId chat)
{
    m_busy.remove(chat);
    if (m_waiting.contains(chat))
        m_turns.push_back(chat);
    if (!m_isRunning && isIdle())
        Q_EMIT idle();
    pump();
}

} // namespace kule
