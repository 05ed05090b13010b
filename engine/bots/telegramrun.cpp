// SPDX-License-Identifier: GPL-3.0-or-later
#include "bots/telegramrun.h"

#include "bots/kinds/announcements.h"
#include "bots/kinds/introduction.h"
#include "bots/tables/inboxtable.h"
#include "bots/tables/ledgertable.h"

#include <QRandomGenerator>
#include <QUrl>

namespace kule {
namespace {

using Ending = Supervision::Ending;
using namespace std::chrono_literals;

constexpr Milliseconds betweenLooks = 60s; ///< at the webhook
constexpr int mostConnections = Sender::mostAtOnce + 8; // the poll, and questions
constexpr Milliseconds limitsRemember = 61s;
constexpr qsizetype mostArrivals = 1000; ///< some are never answered

Secret randomSecret()
{
    QByteArray bytes(32, Qt::Uninitialized);
    QRandomGenerator::system()->generate(bytes.begin(), bytes.end());
    return Secret(bytes.toHex());
}

Ending endingOf(const Error &error)
{
    if (error.code == "bot.bad_config" || error.code == "secrets.not_found" || error.kind == ErrorKind::Invalid)
        return Ending::Misconfigured;
    switch (faultOf(error)) {
    case TelegramFault::Unauthorised:
        return Ending::Unauthorised;
    case TelegramFault::OtherPoller:
    case TelegramFault::WebhookActive:
        return Ending::Conflict;
    case TelegramFault::TooManyRequests:
    case TelegramFault::NotDone:
        return Ending::Unreachable;
    case TelegramFault::Unclear:
        return error.code.startsWith("telegram.") || error.code.startsWith("net.") ? Ending::Unreachable : Ending::Crashed;
    case TelegramFault::ChatGone:
    case TelegramFault::Migrated:
    case TelegramFault::NotModified:
    case TelegramFault::Refused:
        break;
    }
    return Ending::Crashed;
}

} // namespace

Result<std::unique_ptr<BotBehaviour>> behaviourOf(const Bot &bot, const QString &username)
{
    switch (bot.kind) {
    case BotKind::Introduction:
        return Introduction::make(bot.config, username).map([](std::unique_ptr<Introduction> made) { return std::unique_ptr<BotBehaviour>(std::move(made)); });
    case BotKind::Announcements:
        return Announcements::make(bot.config, username).map([](std::unique_ptr<Announcements> made) { return std::unique_ptr<BotBehaviour>(std::move(made)); });
    case BotKind::Script:
        break;
    }
    return fail(ErrorKind::Invalid, "bot.bad_kind", text(QT_TRANSLATE_NOOP("Engine", "Bots of the kind %1 cannot be run by this Kule. Choose introduction or announcements."), QString::fromLatin1(wordOf(bot.kind))));
}

TelegramRun::TelegramRun(Surroundings around, Bot bot)
    : m_around(std::move(around))
    , m_bot(std::move(bot))
    , m_wire(m_around.client(std::make_unique<KeptHttpClient>(m_around.clock, mostConnections)))
    , m_http(m_around.client(std::make_unique<QtHttpClient>(m_around.clock)))
    , m_claim(m_around.secrets, m_around.clock, m_around.lockFolder, m_bot.id)
    , m_quantity(m_bot.quantity)
{
    connect(&m_claim, &BotClaim::held, this, &TelegramRun::begin);
    connect(&m_claim, &BotClaim::waiting, this, &TelegramRun::troubled);
    connect(&m_claim, &BotClaim::refused, this, &TelegramRun::endBy);
}

TelegramRun::~TelegramRun() = default;

template <class T, class F>
void TelegramRun::next(Future<Result<T>> future, F f)
{
    whenDone(future, this, [this, f = std::move(f)](const Result<T> &result) {
        if (m_hasEnded || m_isDraining)
            return;
        if (!result)
            return endBy(result.error());
        if constexpr (std::is_void_v<T>)
            f();
        else
            f(*result);
    });
}

void TelegramRun::launch()
{
    m_claim.begin();
}

void TelegramRun::begin(SecretPtr token)
{
    if (m_hasEnded)
        return;
    Q_EMIT troubled({});
    m_token = token;
    m_telegram = std::make_unique<TelegramClient>(*m_wire, m_around.telegramBase, std::move(token));
    next(m_telegram->getMe(), [this](const TelegramUser &me) { introduce(me); });
}

void TelegramRun::introduce(const TelegramUser &me)
{
    if (m_bot.number != 0 && m_bot.number != me.id)
        return end(Ending::Misconfigured, text(QT_TRANSLATE_NOOP("Engine", "The token belongs to another bot, @%1. Enter the token of this one."), me.username));
    auto behaviour = behaviourOf(m_bot, me.username);
    if (!behaviour)
        return endBy(behaviour.error());
    m_behaviour = std::move(*behaviour);
    m_bot.number = me.id;
    Q_EMIT introduced(me.id, me.username);
    m_sender = std::make_unique<Sender>(m_around.store, *m_telegram, m_around.clock, m_bot.seq, m_around.seed + 1, m_around.perSecond);
    m_intake = std::make_unique<Intake>(Intake::Parts{m_around.store, *m_telegram, *m_behaviour, *m_sender, m_around.clock, m_bot.seq, m_around.seed}, m_quantity);
    connect(m_sender.get(), &Sender::unauthorised, this, &TelegramRun::endBy);
    connect(m_sender.get(), &Sender::replied, this, &TelegramRun::noteReply);
    connect(m_sender.get(), &Sender::erred, this, &TelegramRun::erred);
    chooseWay();
}

void TelegramRun::chooseWay()
{
    if (m_bot.mode == BotMode::Dev)
        return next(m_telegram->getWebhookInfo(), [this](const WebhookInfo &info) { settleWebhook(info); });
    if (m_around.publicUrl.isEmpty())
        return end(Ending::Misconfigured, text(QT_TRANSLATE_NOOP("Engine", "The mode prod needs an address under which Telegram reaches Kule. Set telegram.public_url, or choose the mode dev.")));
    if (!m_around.publicUrl.startsWith(QLatin1String("https://")) && m_around.telegramBase.contains(QLatin1String("//api.telegram.org")))
        return end(Ending::Misconfigured, text(QT_TRANSLATE_NOOP("Engine", "Telegram sends updates to https addresses only, and telegram.public_url is none. Change it, or choose the mode dev.")));
    m_webhookSecret = randomSecret();
    next(m_telegram->setWebhook(m_around.publicUrl + QStringLiteral("/telegram/") + m_bot.id.value, m_webhookSecret, m_quantity), [this] { takeUp(); });
}

void TelegramRun::settleWebhook(const WebhookInfo &info)
{
    if (info.url.isEmpty())
        return takeUp();
    // Ours, from the time in the mode prod: what waits there is kept for the poll.
    if (!m_around.publicUrl.isEmpty() && info.url.startsWith(m_around.publicUrl + QStringLiteral("/telegram/")))
        return next(m_telegram->deleteWebhook(), [this] { takeUp(); });
    endByConflict({BotConflict::Who::Webhook, 0, info.host(), {}});
}

void TelegramRun::takeUp()
{
    const auto recovered = m_around.store.write([bot = m_bot.seq, number = m_bot.number, now = m_around.clock.wallMs()](Database &database) -> Result<std::vector<ledgertable::SentLately>> {
        if (auto done = inboxtable::belongTo(database, bot, number); !done)
            return fail(done.error());
        if (auto done = ledgertable::recover(database, bot, now); !done)
            return fail(done.error());
        return ledgertable::sentSince(database, bot, now - limitsRemember.count());
    });
    next(recovered, [this](const std::vector<ledgertable::SentLately> &lately) {
        m_behaviour->begin({m_around.store, *m_telegram, *m_http, m_around.clock, m_bot, m_around.seed + 3, [this] { m_sender->wake(); },
                            [this](const Text &what) {
                                if (!what.source.isEmpty())
                                    Q_EMIT erred();
                                say(m_sourceTrouble, what);
                            }});
        next(m_intake->start(), [this, lately](qint64 offset) {
            m_sender->start(lately);
            offerCommands();
            if (m_bot.mode == BotMode::Prod) {
                m_deliveredAt = m_around.clock.wallMs();
                watchWebhook();
                return Q_EMIT launched();
            }
            m_poller = std::make_unique<Poller>(*m_telegram, m_around.clock, [this](std::vector<TelegramUpdate> batch) { return take(std::move(batch), true); }, m_around.seed + 2);
            connect(m_poller.get(), &Poller::polling, this, [this] {
                Q_EMIT launched();
                say(m_telegramTrouble, {});
            });
            connect(m_poller.get(), &Poller::troubled, this, [this](const Error &error) {
                Q_EMIT erred();
                say(m_telegramTrouble, error.message);
            });
            connect(m_poller.get(), &Poller::ended, this, &TelegramRun::endBy);
            m_poller->start(offset);
        });
    });
}

void TelegramRun::watchWebhook()
{
    m_watch = m_around.clock.after(betweenLooks, this, [this] {
        whenDone(m_telegram->getWebhookInfo(), this, [this](const Result<WebhookInfo> &info) {
            if (m_hasEnded)
                return;
            watchWebhook();
            if (info)
                judgeWebhook(*info);
        });
    });
}

void TelegramRun::judgeWebhook(const WebhookInfo &info)
{
    if (!info.url.startsWith(m_around.publicUrl + QStringLiteral("/telegram/")))
        return endByConflict(info.url.isEmpty() ? BotConflict() : BotConflict{BotConflict::Who::Webhook, 0, info.host(), {}});
    // Telegram keeps its last complaint for ever: one that is older than a delivery is history.
    if (info.lastError.isEmpty() || info.lastErrorAt <= m_deliveredAt)
        return Q_EMIT troubled({});
    Q_EMIT troubled(text(QT_TRANSLATE_NOOP("Engine", "Telegram cannot reach Kule at %1: %2. Look at the proxy and its certificate, or run the bot in the mode dev instead."),
                         QUrl(m_around.publicUrl).host(), info.lastError.left(300)));
}

void TelegramRun::offerCommands()
{
    // Only Telegram's menu; the bot answers without it.
    (void)m_telegram->setMyCommands(m_behaviour->commands(Language::Turkish));
    (void)m_telegram->setMyCommands(m_behaviour->commands(Language::English), QStringLiteral("en"));
}

void TelegramRun::say(Text &trouble, const Text &what)
{
    trouble = what;
    Q_EMIT troubled(m_telegramTrouble.source.isEmpty() ? m_sourceTrouble : m_telegramTrouble);
}

void TelegramRun::drain()
{
    m_isDraining = true;
    end(Ending::Drained, {});
}

void TelegramRun::setQuantity(int quantity)
{
    m_quantity = quantity;
    if (m_intake)
        m_intake->setQuantity(quantity);
}

Future<Done> TelegramRun::deliver(QByteArray secret, QByteArray body)
{
    if (!m_webhookSecret.matches(secret))
        return answered(Done(fail(ErrorKind::Forbidden, "bot.wrong_secret", text(QT_TRANSLATE_NOOP("Engine", "This does not come from Telegram: its secret is wrong.")))));
    if (m_isDraining || m_hasEnded || !m_intake)
        return answered(Done(fail(ErrorKind::Unavailable, "bot.not_listening", text(QT_TRANSLATE_NOOP("Engine", "The bot takes nothing now. Send it again later.")))));
    const auto json = parseJson(body);
    auto update = json ? updateOf(*json) : std::nullopt;
    if (!update)
        return answered(Done(fail(ErrorKind::Invalid, "bot.bad_update", text(QT_TRANSLATE_NOOP("Engine", "This is no update of Telegram.")))));
    m_deliveredAt = m_around.clock.wallMs();
    return take({std::move(*update)}, false).then([](const Result<qint64> &stored) { return stored.map([](qint64) {}); });
}

Future<Result<qint64>> TelegramRun::take(std::vector<TelegramUpdate> batch, bool confirms)
{
    const qint64 now = m_around.clock.steadyMs();
    if (m_arrivals.size() > mostArrivals)
        m_arrivals.clear();
    for (const TelegramUpdate &update : batch)
        m_arrivals.insert(update.id, now);
    if (!batch.empty())
        Q_EMIT received(static_cast<int>(batch.size()));
    return m_intake->take(std::move(batch), confirms);
}

void TelegramRun::noteReply(UpdateId update)
{
    if (const auto came = m_arrivals.constFind(update); came != m_arrivals.cend()) {
        Q_EMIT replied(m_around.clock.steadyMs() - *came);
        m_arrivals.erase(came);
    }
}

void TelegramRun::lookAtLedger()
{
    if (m_sender && !m_isDraining)
        m_sender->wakeForOldOnes();
}

void TelegramRun::end(Ending ending, const Text &reason)
{
    if (std::exchange(m_hasEnded, true))
        return;
    if (m_poller)
        m_poller->stop();
    if (m_behaviour)
        m_behaviour->stop();
    if (isIdle())
        return Q_EMIT ended(ending, reason);
    // What is on its way to Telegram is recorded first, else it would be left in doubt for nothing.
    const auto say = [this, ending, reason, isSaid = std::make_shared<bool>(false)] {
        if (isIdle() && !std::exchange(*isSaid, true))
            Q_EMIT ended(ending, reason);
    };
    connect(m_intake.get(), &Intake::idle, this, say);
    connect(m_sender.get(), &Sender::idle, this, say);
    m_intake->stop();
    m_sender->stop();
}

bool TelegramRun::isIdle() const
{
    return !m_intake || (m_intake->isIdle() && m_sender->isIdle());
}

void TelegramRun::endByConflict(const BotConflict &conflict)
{
    if (m_hasEnded || m_isDraining)
        return;
    Q_EMIT conflicted(conflict);
    end(Ending::Conflict, sentenceOf(conflict));
}

void TelegramRun::endBy(const Error &error)
{
    if (error.code == "bot.runs_elsewhere")
        return endByConflict({BotConflict::Who::Kule, error.details.value("pid", qint64(0)), {}, {}});
    switch (faultOf(error)) {
    case TelegramFault::OtherPoller:
        Q_EMIT troubled(text(QT_TRANSLATE_NOOP("Engine", "Another program polls with this bot's token. Kule is looking for it.")));
        whenDone(m_around.detective.whoPolls(m_token), this, [this](const Result<BotConflict> &conflict) { endByConflict(conflict.value_or(BotConflict())); });
        return;
    case TelegramFault::WebhookActive:
        whenDone(m_telegram->getWebhookInfo(), this, [this](const Result<WebhookInfo> &info) {
            endByConflict(info && !info->url.isEmpty() ? BotConflict{BotConflict::Who::Webhook, 0, info->host(), {}} : BotConflict());
        });
        return;
    case TelegramFault::TooManyRequests: // it is not begun again before Telegram wants to hear from it
        Q_EMIT troubled(error.message);
        m_watch = m_around.clock.after(std::chrono::seconds(error.retryAfter.value_or(1)), this, [this, error] { end(endingOf(error), error.message); });
        return;
    case TelegramFault::Unauthorised:
    case TelegramFault::ChatGone:
    case TelegramFault::Migrated:
    case TelegramFault::NotModified:
    case TelegramFault::Refused:
    case TelegramFault::NotDone:
    case TelegramFault::Unclear:
        break;
    }
    end(endingOf(error), error.message);
}

} // namespace kule
