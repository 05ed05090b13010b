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

// Who cannot answer now will answer later: nobody's wish is given up for that.
bool isPassing(const Error &error)
{
    return error.kind == ErrorKind::Unavailable || error.kind == ErrorKind::TimedOut || error.kind == ErrorKind::Busy;
}

/// What is to be sent at once, when the transaction is on the disk.
Result<std::optional<BotDelivery>> apply(Database &database, qint64 bot, const TelegramUpdate &update, const Reaction &reaction, qint64 now,
                                         ledgertable::FirstPart first = ledgertable::FirstPart::Waits)
{
    if (reaction.language) {
        if (auto set = bottable::setLanguage(database, bot, reaction.chat, *reaction.language); !set)
            return fail(set.error());
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
            return fail(stored.error());
    }
    return ledgertable::reply(database, bot, update.id, reaction.chat, reaction.parts, now, first);
}

struct Taken
{
    QSet<UpdateId> fresh;
    QSet<UpdateId> handled;         ///< of these
    std::vector<BotDelivery> begun; ///< is to be sent
    bool isQueued = false;          ///< there is more in the ledger
};

/// Stores the batch, and in the same transaction says what can be said at once to the chats that are free. places: where it may leave.
Result<Taken> takeIn(Database &database, qint64 bot, const std::vector<TelegramUpdate> &batch, qint64 offset, const SaidAtOnce &saidAtOnce, QSet<ChatId> free, QSet<ChatId> places, qint64 now)
{
    using inboxtable::State;
    Taken taken;
    for (const TelegramUpdate &update : batch) {
        const ChatId chat = update.chat();
        std::optional<Reaction> reaction;
        if (saidAtOnce && free.contains(chat)) {
            const auto chosen = bottable::languageOf(database, bot, chat);
            if (!chosen)
                return fail(chosen.error());
            reaction = saidAtOnce(update, *chosen);
            if (!reaction)
                free.remove(chat); // what comes behind it waits for it
        }
        const auto isNew = inboxtable::add(database, bot, update, reaction ? State::Handled : State::New, now);
        if (!isNew)
            return fail(isNew.error());
        if (!*isNew)
            continue;
        taken.fresh.insert(update.id);
        if (!reaction)
            continue;
        taken.handled.insert(update.id);
        const bool leaves = !reaction->parts.empty() && reaction->chat == chat && places.remove(chat);
        auto begun = apply(database, bot, update, *reaction, now, leaves ? ledgertable::FirstPart::Leaves : ledgertable::FirstPart::Waits);
        if (!begun)
            return fail(begun.error());
        if (*begun)
            taken.begun.push_back(std::move(**begun));
        taken.isQueued = taken.isQueued || reaction->also || reaction->parts.size() > (leaves ? 1 : 0);
    }
    if (auto moved = inboxtable::moveOn(database, bot, offset, taken.fresh.isEmpty() ? inboxtable::Brought::Nothing : inboxtable::Brought::Something, now); !moved)
        return fail(moved.error());
    return taken;
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

struct Intake::Batch
{
    std::vector<UpdateId> ids;
    std::vector<TelegramUpdate> fresh;
    bool confirms;
    QSet<ChatId> free;   ///< nothing of theirs waits or is handled
    QSet<ChatId> places; ///< of these, at the sender
    Promise<Result<qint64>> stored;
};

Future<Result<qint64>> Intake::take(std::vector<TelegramUpdate> updates, bool confirms)
{
    const auto batch = std::make_shared<Batch>();
    batch->confirms = confirms;
    for (TelegramUpdate &update : updates) {
        batch->ids.push_back(update.id);
        if (m_offsets.take(update.id))
            batch->fresh.push_back(std::move(update));
    }
    const SaidAtOnce saidAtOnce = m_isRunning ? m_parts.behaviour.saidAtOnce() : SaidAtOnce();
    for (const TelegramUpdate &update : batch->fresh) {
        const ChatId chat = update.chat();
        if (saidAtOnce && !batch->free.contains(chat) && !m_busy.contains(chat) && !m_waiting.contains(chat) && !m_arriving.contains(chat)) {
            batch->free.insert(chat);
            if (m_parts.sender.keepPlace(chat))
                batch->places.insert(chat);
        }
    }
    for (const TelegramUpdate &update : batch->fresh)
        ++m_arriving[update.chat()];
    store(batch, saidAtOnce);
    return batch->stored.future();
}

void Intake::store(const std::shared_ptr<Batch> &batch, const SaidAtOnce &saidAtOnce)
{
    UpdateOffsets next = m_offsets;
    next.confirm(batch->ids);
    const qint64 offset = batch->confirms ? next.offset() : 0;
    const std::shared_ptr<const Batch> known = batch;
    const auto storing = m_parts.store.write([bot = m_parts.bot, known, saidAtOnce, offset, now = m_parts.clock.wallMs()](Database &database) -> Result<Taken> {
        return takeIn(database, bot, known->fresh, offset, saidAtOnce, known->free, known->places, now);
    });
    whenDone(storing, this, [this, batch, isPlain = !saidAtOnce](const Result<Taken> &taken) {
        for (const BotDelivery &begun : taken ? taken->begun : std::vector<BotDelivery>()) {
            batch->places.remove(begun.chat);
            m_parts.sender.leave(begun);
        }
        for (const ChatId chat : std::exchange(batch->places, {}))
            m_parts.sender.giveBack(chat);
        if (!taken && !isPlain)
            return store(batch, {}); // stored first of all; what is said to it is tried again and again
        for (const TelegramUpdate &update : batch->fresh) {
            if (--m_arriving[update.chat()] == 0)
                m_arriving.remove(update.chat());
            if (!taken)
                m_offsets.giveBack(update.id);
            else if (taken->handled.contains(update.id))
                endCircle(update);
            else if (taken->fresh.contains(update.id))
                line(update);
        }
        if (!taken)
            return batch->stored.answer(fail(taken.error()));
        if (batch->confirms)
            m_offsets.confirm(batch->ids);
        if (taken->isQueued)
            m_parts.sender.wake();
        batch->stored.answer(m_offsets.offset());
        pump();
    });
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
        endCircle(update);
        handle(update, 0);
    }
}

// Whatever the answer; saying it twice does no harm.
void Intake::endCircle(const TelegramUpdate &update)
{
    if (update.kind == UpdateKind::CallbackQuery)
        (void)m_parts.telegram.answerCallbackQuery(update.query.id);
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
    const std::chrono::seconds asked(reaction ? 0 : reaction.error().retryAfter.value_or(0));
    const auto tryAgain = [this, update, tries, chat, asked] {
        if (!m_isRunning)
            return ended(chat);
        m_retries[chat] = m_parts.clock.after(std::max<Milliseconds>(backoff.after(tries + 1, m_chance), asked), this, [this, update, tries, chat] {
            const auto mine = m_retries.take(chat); // lives until this is over
            handle(update, tries + 1);
        });
    };
    if (!reaction && (tries < mostTries || isPassing(reaction.error())))
        return tryAgain();
    const auto stored = m_parts.store.write([bot = m_parts.bot, update, reaction, now = m_parts.clock.wallMs()](Database &database) -> Done {
        const auto isFirst = inboxtable::end(database, bot, update.id, reaction ? inboxtable::End::Handled : inboxtable::End::GivenUp);
        if (!isFirst)
            return fail(isFirst.error());
        if (!reaction || !*isFirst)
            return {};
        return apply(database, bot, update, *reaction, now).map([](const auto &) {});
    });
    whenDone(stored, this, [this, tryAgain, chat, isAnswer = reaction && (!reaction->parts.empty() || reaction->also)](const Done &done) {
        if (!done)
            return tryAgain();
        if (isAnswer)
            m_parts.sender.wake();
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
