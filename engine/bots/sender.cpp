// SPDX-License-Identifier: GPL-3.0-or-later
#include "bots/sender.h"

#include "bots/tables/subscriptiontable.h"

namespace kule {
namespace {

using namespace std::chrono_literals;
using ledgertable::Lane;

// When Telegram goes silent, what is under way is in doubt and for a person to decide: so announcements leave a few at a time. A
// person who waits for an answer waits for no other's.
constexpr int mostWithAnnouncements = 5;
constexpr std::size_t fewAtOnce = 10;
constexpr int chunk = 1000;
constexpr qsizetype enough = 200;
constexpr Backoff backoff{1s, 60s};

SendQueue::Lane laneOf(Lane lane)
{
    return lane == Lane::Reply ? SendQueue::Lane::Reply : SendQueue::Lane::Announcement;
}

} // namespace

Sender::Sender(Store &store, TelegramClient &telegram, Clock &clock, qint64 bot, quint32 seed, int perSecond)
    : m_store(store)
    , m_telegram(telegram)
    , m_clock(clock)
    , m_bot(bot)
    , m_chance(seed)
    , m_queue(perSecond)
    , m_arrivals(store, clock, [this] { return m_underWay > 0; })
{
    // A chat's next message is begun behind the record of the former, as it may be an edit that looks for it.
    connect(&m_arrivals, &Arrivals::recording, this, [this](const std::vector<Arrival> &arrivals) {
        for (const Arrival &arrival : arrivals)
            m_queue.answered(arrival.chat);
    });
    connect(&m_arrivals, &Arrivals::recorded, this, [this](const std::vector<Arrival> &arrivals) {
        for (const Arrival &arrival : arrivals)
            m_known.remove(arrival.delivery);
        goOn();
    });
}

void Sender::start(const std::vector<ledgertable::SentLately> &lately)
{
    m_isRunning = true;
    const qint64 sinceWall = m_clock.wallMs() - m_clock.steadyMs();
    for (const auto &sent : lately)
        m_queue.recall(sent.chat, std::min(sent.at - sinceWall, m_clock.steadyMs()));
    wake();
}

void Sender::wake()
{
    for (const Lane lane : {Lane::Reply, Lane::Announcement}) {
        m_mayHoldMore[static_cast<int>(lane)] = true;
        load(lane);
    }
}

void Sender::wakeForOldOnes()
{
    m_loadedTo[0] = m_loadedTo[1] = 0;
    wake();
}

void Sender::stop()
{
    m_isRunning = false;
    m_timer.reset();
    if (isIdle())
        Q_EMIT idle();
}

void Sender::load(Lane lane)
{
    const auto which = static_cast<int>(lane);
    if (!m_isRunning || m_isLoading[which] || !m_mayHoldMore[which] || m_queue.waiting(laneOf(lane)) >= enough)
        return;
    m_isLoading[which] = true;
    m_mayHoldMore[which] = false;
    const auto loading = m_store.read([bot = m_bot, lane, after = m_loadedTo[which]](Database &database) { return ledgertable::queued(database, bot, lane, after, chunk); });
    whenDone(loading, this, [this, lane, which](const Result<std::vector<BotDelivery>> &found) {
        m_isLoading[which] = false;
        if (!found) {
            m_mayHoldMore[which] = true;
            return pumpAt(m_clock.steadyMs() + backoff.slowest.count());
        }
        for (const BotDelivery &delivery : *found) {
            m_loadedTo[which] = std::max(m_loadedTo[which], delivery.n);
            if (m_known.contains(delivery.n))
                continue;
            m_known.insert(delivery.n);
            m_queue.push(delivery.chat, delivery.n, laneOf(lane));
        }
        m_mayHoldMore[which] = m_mayHoldMore[which] || found->size() == chunk;
        pump();
        load(lane); // somebody may have woken us meanwhile
    });
}

void Sender::pumpAt(qint64 moment)
{
    m_timer = m_clock.after(Milliseconds(std::max<qint64>(moment - m_clock.steadyMs(), 0)), this, [this] {
        load(Lane::Reply);
        load(Lane::Announcement);
        pump();
    });
}

void Sender::pump()
{
    if (!m_isRunning || m_isProbing)
        return;
    while (m_underWay < mostAtOnce) {
        const auto ticket = m_queue.pop(m_clock.steadyMs(), lanes());
        if (!ticket)
            break;
        begin(*ticket);
    }
    load(Lane::Announcement);
    load(Lane::Reply);
    if (m_underWay >= mostAtOnce)
        return;
    if (const auto next = m_queue.nextAt(m_clock.steadyMs(), lanes()))
        pumpAt(*next);
}

SendQueue::Lanes Sender::lanes() const
{
    return m_underWay < mostWithAnnouncements ? SendQueue::Lanes::Both : SendQueue::Lanes::Replies;
}

bool Sender::keepPlace(ChatId chat)
{
    constexpr auto replies = static_cast<int>(Lane::Reply);
    const bool isAllKnown = !m_isLoading[replies] && !m_mayHoldMore[replies];
    if (!m_isRunning || m_isProbing || !isAllKnown || m_underWay >= mostAtOnce || !m_queue.keepPlace(chat, m_clock.steadyMs()))
        return false;
    ++m_underWay;
    return true;
}

void Sender::leave(const BotDelivery &begun)
{
    m_known.insert(begun.n);
    m_leaving.push_back(begun);
    if (m_leaving.size() == 1)
        post(this, [this] { leaveOn(); });
}

void Sender::leaveOn()
{
    for (std::size_t left = std::min(m_leaving.size(), fewAtOnce); left > 0; --left) {
        const BotDelivery begun = std::move(m_leaving.front());
        m_leaving.pop_front();
        send({begun.chat, begun.n, SendQueue::Lane::Reply}, begun);
    }
    if (!m_leaving.empty())
        post(this, [this] { leaveOn(); });
}

void Sender::giveBack(ChatId chat)
{
    finish(chat);
}

void Sender::begin(const SendQueue::Ticket &ticket)
{
    ++m_underWay;
    const auto begun = m_store.write([n = ticket.delivery, now = m_clock.wallMs()](Database &database) { return ledgertable::begin(database, n, now); });
    whenDone(begun, this, [this, ticket](const Result<std::optional<BotDelivery>> &delivery) {
        if (!delivery) {
            m_queue.rest(m_clock.steadyMs(), backoff.first);
            return later(ticket, delivery.error()); // if it was written all the same, the row waits for a person
        }
        if (!*delivery) {
            m_known.remove(ticket.delivery);
            return finish(ticket.chat);
        }
        send(ticket, **delivery);
    });
}

Future<Result<std::vector<MessageId>>> Sender::call(const BotDelivery &delivery)
{
    const Outgoing &what = delivery.outgoing;
    const MessageId first = what.messages.empty() ? 0 : what.messages.front();
    const auto one = [](Future<Result<MessageId>> sent) {
        return sent.then([](const Result<MessageId> &id) { return id.map([](MessageId made) { return std::vector<MessageId>{made}; }); });
    };
    const auto edited = [first](Future<Done> done) {
        return done.then([first](const Done &result) -> Result<std::vector<MessageId>> {
            if (!result)
                return fail(result.error());
            return std::vector<MessageId>{first};
        });
    };
    switch (what.what) {
    case Outgoing::What::Text:
        return one(m_telegram.sendMessage(delivery.chat, what.text, what.buttons));
    case Outgoing::What::Copy:
        return what.messages.size() == 1 ? one(m_telegram.copyMessage(delivery.chat, what.from, first)) : m_telegram.copyMessages(delivery.chat, what.from, what.messages);
    case Outgoing::What::EditText:
        return edited(m_telegram.editMessageText(delivery.chat, first, what.text, what.entities));
    case Outgoing::What::EditCaption:
        return edited(m_telegram.editMessageCaption(delivery.chat, first, what.text, what.entities));
    }
    return answered(Result<std::vector<MessageId>>(tl::unexpected(detail::goneError())));
}

void Sender::send(const SendQueue::Ticket &ticket, const BotDelivery &delivery)
{
    whenDone(call(delivery), this, [this, ticket, delivery](const Result<std::vector<MessageId>> &answer) {
        m_queue.arrived(ticket.chat, m_clock.steadyMs());
        conclude(ticket, delivery, answer);
    });
}

void Sender::conclude(const SendQueue::Ticket &ticket, const BotDelivery &delivery, const Result<std::vector<MessageId>> &answer)
{
    const qint64 n = ticket.delivery;
    const qint64 now = m_clock.wallMs();
    if (answer)
        return arrived(ticket, delivery, *answer);
    const Error &error = answer.error();
    switch (faultOf(error)) {
    case TelegramFault::NotModified:
        return arrived(ticket, delivery, delivery.outgoing.messages);
    case TelegramFault::ChatGone:
        return delivery.outgoing.what == Outgoing::What::Copy ? askWhoIsGone(ticket, delivery.outgoing.from, error.code) : giveUpChat(ticket, error.code);
    case TelegramFault::Migrated:
        if (const ChatId to = migratedTo(error); to != 0 && to != ticket.chat)
            return followGroup(ticket, to);
        [[fallthrough]];
    case TelegramFault::Refused:
        Q_EMIT erred();
        return record(ticket, [n, now, code = error.code](Database &database) { return ledgertable::failed(database, n, code, now); });
    case TelegramFault::TooManyRequests:
        m_queue.rest(m_clock.steadyMs(), std::chrono::seconds(error.retryAfter.value_or(1)));
        return later(ticket, error);
    case TelegramFault::Unauthorised:
        m_isRunning = false;
        later(ticket, error);
        Q_EMIT unauthorised(error);
        return;
    case TelegramFault::OtherPoller:
    case TelegramFault::WebhookActive:
    case TelegramFault::NotDone:
        m_queue.rest(m_clock.steadyMs(), backoff.after(++m_failures, m_chance));
        Q_EMIT erred();
        return later(ticket, error);
    case TelegramFault::Unclear:
        // One at most is in doubt for each of those under way: the next leaves when Telegram answers again.
        m_isProbing = true;
        Q_EMIT erred();
        return record(ticket, [n, now, code = error.code](Database &database) { return ledgertable::review(database, n, code, now); });
    }
}

// No other message waits for the disk: what a crash forgets of this one is left to a person.
void Sender::arrived(const SendQueue::Ticket &ticket, const BotDelivery &delivery, const std::vector<MessageId> &messages)
{
    m_failures = 0;
    if (!delivery.announcement)
        Q_EMIT replied(delivery.source);
    --m_underWay;
    m_arrivals.add({ticket.chat, ticket.delivery, messages, m_clock.wallMs()});
    goOn();
}

template <class F>
void Sender::record(const SendQueue::Ticket &ticket, F write)
{
    whenDone(m_store.write(std::move(write)), this, [this, ticket](const Done &) {
        // A row that could not be written stays in Sending, which the next start leaves to a person.
        m_known.remove(ticket.delivery);
        finish(ticket.chat);
        if (m_loadedTo[0] == 0)
            wake();
    });
}

void Sender::later(const SendQueue::Ticket &ticket, const Error &error)
{
    const auto postponed = m_store.write([n = ticket.delivery, code = error.code, now = m_clock.wallMs()](Database &database) { return ledgertable::postpone(database, n, code, now); });
    whenDone(postponed, this, [this, ticket](const Done &done) {
        if (done)
            m_queue.putBack(ticket);
        else
            m_known.remove(ticket.delivery);
        finish(ticket.chat);
    });
}

// Telegram refuses a copy in the same words when it is the channel that lets the bot in no more: no subscription ends by that.
void Sender::askWhoIsGone(const SendQueue::Ticket &ticket, ChatId source, const QByteArray &code)
{
    whenDone(m_telegram.ownRole(source), this, [this, ticket, code](const Result<ChatRole> &role) {
        const TelegramFault fault = role ? TelegramFault::Refused : faultOf(role.error());
        if (fault == TelegramFault::ChatGone || (role && *role == ChatRole::Outside)) {
            Q_EMIT erred();
            return record(ticket, [n = ticket.delivery, now = m_clock.wallMs()](Database &database) { return ledgertable::failed(database, n, "delivery.source_gone", now); });
        }
        if (fault == TelegramFault::Refused)
            return giveUpChat(ticket, code);
        m_queue.rest(m_clock.steadyMs(), std::chrono::seconds(role.error().retryAfter.value_or(1)));
        later(ticket, role.error());
    });
}

void Sender::giveUpChat(const SendQueue::Ticket &ticket, const QByteArray &code)
{
    for (const qint64 n : m_queue.drop(ticket.chat))
        m_known.remove(n);
    record(ticket, [=, bot = m_bot, now = m_clock.wallMs()](Database &database) -> Done {
        if (auto done = ledgertable::failed(database, ticket.delivery, code, now); !done)
            return done;
        if (auto ended = subscriptiontable::end(database, bot, ticket.chat, code.constData(), now); !ended)
            return fail(ended.error());
        return ledgertable::drop(database, bot, ticket.chat, code, now).map([](qint64) {});
    });
}

void Sender::followGroup(const SendQueue::Ticket &ticket, ChatId to)
{
    for (const qint64 n : m_queue.drop(ticket.chat))
        m_known.remove(n);
    record(ticket, [=, bot = m_bot, now = m_clock.wallMs()](Database &database) -> Done {
        if (auto done = ledgertable::postpone(database, ticket.delivery, "telegram.migrated", now); !done)
            return done;
        if (auto moved = subscriptiontable::migrate(database, bot, ticket.chat, to, now); !moved)
            return moved;
        // A second refusal of the old id must not go round for ever.
        return ledgertable::drop(database, bot, ticket.chat, "telegram.migrated", now).map([](qint64) {});
    });
    m_loadedTo[0] = m_loadedTo[1] = 0;
}

void Sender::finish(ChatId chat)
{
    m_queue.answered(chat);
    --m_underWay;
    goOn();
}

void Sender::goOn()
{
    if (!m_isRunning && isIdle())
        Q_EMIT idle();
    if (m_isProbing && isIdle())
        return probe();
    pump();
}

void Sender::probe()
{
    if (!m_isRunning)
        return;
    m_timer = m_clock.after(backoff.after(++m_failures, m_chance), this, [this] {
        whenDone(m_telegram.getMe(), this, [this](const Result<TelegramUser> &me) {
            if (!m_isRunning)
                return;
            if (!me && faultOf(me.error()) == TelegramFault::Unauthorised) {
                Q_EMIT unauthorised(me.error());
                return;
            }
            if (!me)
                return probe();
            m_isProbing = false;
            m_failures = 0;
            pump();
        });
    });
}

} // namespace kule
