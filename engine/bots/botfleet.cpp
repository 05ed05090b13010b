// SPDX-License-Identifier: GPL-3.0-or-later
#include "bots/botfleet.h"

#include "activity/activitylog.h"
#include "base/chain.h"
#include "bots/tables/bottable.h"
#include "bots/telegram/telegramclient.h"
#include "bots/telegramrun.h"

#include <QDir>

namespace kule {
namespace {

constexpr int mostQuantity = 100;
constexpr int leastToken = 30; ///< characters of a real one

Done check(const Bot &bot)
{
    const QString name = bot.name.trimmed();
    if (name.isEmpty() || name.size() > 64 || name != bot.name)
        return fail(ErrorKind::Invalid, "bot.bad_name", text(QT_TRANSLATE_NOOP("Engine", "A bot needs a name of 1 to 64 characters without spaces at its ends.")));
    if (name.size() >= leastToken && TelegramClient::isToken(name.toUtf8()))
        return fail(ErrorKind::Invalid, "bot.bad_name", text(QT_TRANSLATE_NOOP("Engine", "This is a token, and a name is shown to everybody. Enter it as the token, and give the bot another name.")));
    if (bot.quantity < 1 || bot.quantity > mostQuantity)
        return fail(ErrorKind::Invalid, "bot.bad_quantity", text(QT_TRANSLATE_NOOP("Engine", "A bot handles 1 to %1 chats at once. To have it handle none, stop it."), QString::number(mostQuantity)));
    if (!bot.restarts.cron.isEmpty()) {
        if (auto schedule = Schedule::parse(bot.restarts.cron, bot.restarts.timezone); !schedule)
            return fail(schedule.error());
    }
    if (bot.kind == BotKind::Script)
        return scriptConfigOf(bot.config).map([](const auto &) {});
    return behaviourOf(bot, {}).map([](const auto &) {});
}

Result<Bot> with(Bot bot, const BotDraft &draft)
{
    bot.name = draft.name.value_or(bot.name);
    bot.kind = draft.kind.value_or(bot.kind);
    bot.mode = draft.mode.value_or(bot.mode);
    bot.wish = draft.wish.value_or(bot.wish);
    bot.restarts = draft.restarts.value_or(bot.restarts);
    bot.config = draft.config.value_or(bot.config);
    if (draft.token) {
        const QByteArrayView token = draft.token->view();
        if (!TelegramClient::isToken(token))
            return fail(notAToken());
        const qint64 number = TelegramClient::numberIn(token);
        if (number != bot.number)
            bot.username.clear();
        bot.number = number;
    }
    if (auto checked = check(bot); !checked)
        return fail(checked.error());
    return bot;
}

} // namespace

BotFleet::BotFleet(Parts parts)
    : m_parts(std::move(parts))
    , m_supervisor(m_parts.clock, m_parts.makeRun, m_parts.seed)
    , m_previewer(m_parts.http, m_parts.clock)
{
    qRegisterMetaType<BotView>();
    connect(&m_supervisor, &Supervisor::changed, this, [this](const BotId &id) {
        noteCondition(id);
        if (const auto bot = m_bots.constFind(id); bot != m_bots.cend())
            Q_EMIT changed(viewOf(*bot));
    });
    connect(&m_supervisor, &Supervisor::received, this, [this](const BotId &id) {
        if (const auto bot = m_bots.find(id); bot != m_bots.end())
            bot->lastUpdateAt = m_parts.clock.wallMs();
    });
    connect(&m_parts.secrets, &SecretService::valueChanged, this, &BotFleet::follow);
    connect(&m_supervisor, &Supervisor::introduced, this, [this](const BotId &id, qint64 number, const QString &username) {
        const auto known = m_bots.find(id);
        if (known == m_bots.end() || (known->number == number && known->username == username))
            return;
        known->number = number;
        known->username = username;
        Q_EMIT changed(viewOf(*known));
        // That alone, over the row as it is then: somebody may be changing the bot at this moment.
        const auto noted = m_parts.store.write([id, number, username, now = m_parts.clock.wallMs()](Database &database) -> Result<Bot> {
            auto bot = bottable::find(database, id);
            if (!bot)
                return bot;
            bot->number = number;
            bot->username = username;
            return bottable::change(database, *bot, {}, now);
        });
        whenDone(noted, this, [this](const Result<Bot> &bot) {
            if (bot)
                m_bots[bot->id] = *bot;
        });
    });
}

BotFleet::~BotFleet() = default;

BotView BotFleet::viewOf(const Bot &bot) const
{
    const bool hasWebhook = bot.mode == BotMode::Prod && bot.kind != BotKind::Script;
    BotView view{bot, m_supervisor.conditionOf(bot.id), hasWebhook ? m_parts.webhookOf(bot) : QString(), m_environments.value(bot.id), {}};
    if (view.condition.conflict)
        view.deeds = deedsAgainst(*view.condition.conflict);
    const bool isUp = view.condition.state == BotState::Running;
    if (hasWebhook && !view.condition.reason.source.isEmpty() && (isUp || view.condition.state == BotState::Failed))
        view.deeds.push_back(BotDeed::RunInDev);
    return view;
}

Future<Done> BotFleet::load()
{
    return ask(this, [this] {
        const auto stored = m_parts.store.read([](Database &database) { return bottable::list(database); });
        const Promise<Done> promise;
        whenDone(stored, this, [this, promise](const Result<std::vector<Bot>> &bots) {
            for (const Bot &bot : bots.value_or(std::vector<Bot>())) {
                m_bots.insert(bot.id, bot);
                m_supervisor.adopt(bot);
                if (bot.wish == BotWish::Running)
                    m_supervisor.start(bot.id);
                if (bot.kind == BotKind::Script)
                    lookForEnvironment(bot.id);
            }
            promise.answer(bots.map([](const auto &) {}));
        });
        return promise.future();
    });
}

Future<Done> BotFleet::finish()
{
    return ask(this, [this] {
        m_makers.clear();
        return m_supervisor.finish();
    });
}

Future<Result<BotView>> BotFleet::create(BotDraft draft, Actor actor)
{
    return ask(this, [this, draft = std::move(draft), actor = std::move(actor)]() -> Future<Result<BotView>> {
        Bot fresh;
        fresh.id = BotId::random();
        const auto wanted = with(fresh, draft);
        if (!wanted)
            return answered(Result<BotView>(fail(wanted.error())));
        const Promise<Result<BotView>> promise;
        const auto stored = [this, bot = *wanted, actor](const Done &inspected) -> Future<Result<Bot>> {
            if (!inspected)
                return answered(Result<Bot>(fail(inspected.error())));
            return m_parts.store.write([bot, actor, now = m_parts.clock.wallMs()](Database &database) -> Result<Bot> {
                if (auto noted = ActivityLog::note(database, now, actor, "bot.create", bot.id.value, bot.name); !noted)
                    return fail(noted.error());
                return bottable::add(database, bot, actor, now);
            });
        };
        const auto keepToken = [this, promise, actor, token = draft.token](const Result<Bot> &bot) {
            if (!bot)
                return promise.answer(fail(bot.error()));
            whenDone(keep(bot->id, token, actor), this, [this, promise, made = *bot](const Done &kept) {
                if (!kept) {
                    // A bot without the token that was given for it would only puzzle.
                    (void)m_parts.store.write([id = made.id](Database &database) { return bottable::remove(database, id); });
                    return promise.answer(fail(kept.error()));
                }
                m_bots.insert(made.id, made);
                m_supervisor.adopt(made);
                if (made.wish == BotWish::Running)
                    m_supervisor.start(made.id);
                promise.answer(viewOf(made));
            });
        };
        whenDone(inspect(*wanted), this, [this, stored, keepToken](const Done &inspected) { whenDone(stored(inspected), this, keepToken); });
        return promise.future();
    });
}

Future<Result<std::vector<BotView>>> BotFleet::list()
{
    return ask(this, [this]() -> Result<std::vector<BotView>> {
        std::vector<BotView> views;
        for (const Bot &bot : std::as_const(m_bots))
            views.push_back(viewOf(bot));
        std::sort(views.begin(), views.end(), [](const BotView &a, const BotView &b) { return a.bot.seq < b.bot.seq; });
        return views;
    });
}

Future<Result<BotView>> BotFleet::find(BotId id)
{
    return ask(this, [this, id = std::move(id)] {
        const Promise<Result<BotView>> promise;
        whenDone(m_parts.store.read([id](Database &database) { return bottable::find(database, id); }), this, [this, promise](const Result<Bot> &bot) {
            if (!bot)
                return promise.answer(fail(bot.error()));
            const auto known = m_bots.find(bot->id);
            if (known == m_bots.end())
                return promise.answer(viewOf(*bot));
            // What its run notes is in the store alone. All else is here as the last write left it; a read may be older.
            known->lastUpdateAt = std::max(known->lastUpdateAt, bot->lastUpdateAt);
            promise.answer(viewOf(*known));
        });
        return promise.future();
    });
}

template <class F, class G>
Future<Result<BotView>> BotFleet::edit(BotId id, const char *action, Actor actor, F change, G follow)
{
    return ask(this, [this, id = std::move(id), action, actor = std::move(actor), change = std::move(change), follow = std::move(follow)] {
        const auto work = [=, now = m_parts.clock.wallMs()](Database &database) -> Result<Bot> {
            const auto former = bottable::find(database, id);
            if (!former)
                return former;
            const auto wanted = change(*former);
            if (!wanted)
                return wanted;
            if (auto noted = ActivityLog::note(database, now, actor, action, id.value, wanted->name); !noted)
                return fail(noted.error());
            return bottable::change(database, *wanted, actor, now);
        };
        const Promise<Result<BotView>> promise;
        whenDone(m_parts.store.write(work), this, [this, promise, follow](const Result<Bot> &bot) {
            if (bot) {
                m_bots[bot->id] = *bot;
                follow(*bot);
            }
            promise.answer(bot ? Result<BotView>(viewOf(*bot)) : Result<BotView>(fail(bot.error())));
        });
        return promise.future();
    });
}

Future<Result<BotView>> BotFleet::change(BotId id, BotDraft draft, Actor actor)
{
    const auto store = [this, id, actor, draft] {
        return edit(id, "bot.change", actor, [draft](const Bot &bot) { return with(bot, draft); },
                    [this](const Bot &bot) {
                        m_supervisor.adopt(bot);
                        const BotState state = m_supervisor.conditionOf(bot.id).state;
                        if (bot.wish == BotWish::Stopped)
                            m_supervisor.stop(bot.id);
                        else if (state != BotState::Stopped || bot.wish == BotWish::Running)
                            m_supervisor.restart(bot.id);
                    });
    };
    return ask(this, [this, id, draft, actor, store]() -> Future<Result<BotView>> {
        if (!m_bots.contains(id))
            return answered(Result<BotView>(fail(noSuchBot(id))));
        // All that can be refused is refused before the token is another.
        const auto checked = with(m_bots.value(id), draft);
        const auto isAlone = checked ? checkOthers(*checked) : Done(fail(checked.error()));
        const auto looked = !isAlone ? answered(isAlone) : draft.config || draft.kind ? inspect(*checked) : answered(Done());
        return followed(this, looked, [=, this] { return followed(this, keep(id, draft.token, actor), store); });
    });
}

Future<Done> BotFleet::remove(BotId id, Actor actor)
{
    return ask(this, [this, id = std::move(id), actor = std::move(actor)] {
        const auto stored = m_parts.store.write([id, actor, now = m_parts.clock.wallMs()](Database &database) -> Done {
            const auto bot = bottable::find(database, id);
            if (!bot)
                return fail(bot.error());
            if (auto noted = ActivityLog::note(database, now, actor, "bot.delete", id.value, bot->name); !noted)
                return noted;
            return bottable::remove(database, id);
        });
        whenDone(stored, this, [this, id, actor](const Done &done) {
            if (!done)
                return;
            m_makers.erase(id);
            m_supervisor.dismiss(id);
            m_bots.remove(id);
            m_noted.remove(id);
            m_environments.remove(id);
            m_parts.logs.remove(id);
            m_parts.disk.start([folder = environmentsOf(id)] { QDir(folder).removeRecursively(); });
            m_written.insert(secretname::botToken(id.value));
            (void)m_parts.secrets.remove(secretname::botToken(id.value), actor);
            Q_EMIT removed(id);
        });
        return stored;
    });
}

Future<Result<BotView>> BotFleet::start(BotId id, Actor actor)
{
    const auto wish = [](Bot bot) -> Result<Bot> {
        bot.wish = BotWish::Running;
        return bot;
    };
    return edit(std::move(id), "bot.start", std::move(actor), wish, [this](const Bot &bot) { m_supervisor.start(bot.id); });
}

Future<Result<BotView>> BotFleet::stop(BotId id, Actor actor)
{
    const auto wish = [](Bot bot) -> Result<Bot> {
        bot.wish = BotWish::Stopped;
        return bot;
    };
    return edit(std::move(id), "bot.stop", std::move(actor), wish, [this](const Bot &bot) { m_supervisor.stop(bot.id); });
}

Future<Result<BotView>> BotFleet::restart(BotId id, Actor actor)
{
    const auto wish = [](Bot bot) -> Result<Bot> {
        bot.wish = BotWish::Running;
        return bot;
    };
    return edit(std::move(id), "bot.restart", std::move(actor), wish, [this](const Bot &bot) { m_supervisor.restart(bot.id); });
}

Future<Result<BotView>> BotFleet::scale(BotId id, int quantity, Actor actor)
{
    const auto wish = [quantity](Bot bot) -> Result<Bot> {
        bot.quantity = quantity;
        if (auto checked = check(bot); !checked)
            return fail(checked.error());
        if (bot.kind == BotKind::Script && bot.mode == BotMode::Dev && quantity > 1)
            return fail(ErrorKind::Invalid, "bot.bad_quantity", text(QT_TRANSLATE_NOOP("Engine", "A script that polls runs as one process, since a bot never polls twice. Behind a webhook of its own, in the mode prod, it may have more.")));
        return bot;
    };
    return edit(std::move(id), "bot.scale", std::move(actor), wish, [this](const Bot &bot) { m_supervisor.setQuantity(bot.id, bot.quantity); });
}

Future<Result<Page<BotDelivery>>> BotFleet::deliveries(BotId id, std::optional<BotDeliveryState> state, PageRequest page)
{
    return m_parts.store.read([=](Database &database) -> Result<Page<BotDelivery>> {
        const auto bot = bottable::find(database, id);
        if (!bot)
            return fail(bot.error());
        return ledgertable::list(database, bot->seq, state, page);
    });
}

Future<Result<Page<Subscription>>> BotFleet::subscriptions(BotId id, PageRequest page)
{
    return m_parts.store.read([=](Database &database) -> Result<Page<Subscription>> {
        const auto bot = bottable::find(database, id);
        if (!bot)
            return fail(bot.error());
        return subscriptiontable::list(database, bot->seq, page);
    });
}

Future<Result<BotDelivery>> BotFleet::decide(BotId id, qint64 delivery, ledgertable::Verdict verdict, Actor actor)
{
    return ask(this, [=, this] {
        const auto stored = m_parts.store.write([=, now = m_parts.clock.wallMs()](Database &database) -> Result<BotDelivery> {
            const auto bot = bottable::find(database, id);
            if (!bot)
                return fail(bot.error());
            if (auto noted = ActivityLog::note(database, now, actor, "bot.decide", id.value, QString::number(delivery)); !noted)
                return fail(noted.error());
            return ledgertable::decide(database, bot->seq, delivery, verdict, now);
        });
        whenDone(stored, this, [this, id](const Result<BotDelivery> &done) {
            if (done)
                m_supervisor.lookAtLedger(id);
        });
        return stored;
    });
}

Future<Result<SourcePreview>> BotFleet::preview(std::optional<BotId> id, std::optional<Json> config)
{
    return ask(this, [this, id, config]() -> Future<Result<SourcePreview>> {
        const auto bot = id ? m_bots.constFind(*id) : m_bots.cend();
        if (id && bot == m_bots.cend())
            return answered(Result<SourcePreview>(fail(noSuchBot(*id))));
        if (!config && (!id || bot->kind != BotKind::Announcements))
            return answered(Result<SourcePreview>(fail(ErrorKind::Invalid, "bot.no_source", text(QT_TRANSLATE_NOOP("Engine", "Only bots of the kind announcements have a source. Give one in config.")))));
        const Json wanted = config ? *config : bot->config;
        const Promise<Result<SourcePreview>> promise;
        whenDone(m_previewer.preview(wanted), this, [this, promise, seq = id ? bot->seq : 0, wanted](const Result<SourcePreview> &found) {
            const QString url = AnnouncementsConfig::of(wanted).map([](const AnnouncementsConfig &read) { return read.sourceName(); }).value_or(QString());
            const auto marking = m_parts.store.read([found, seq, url](Database &database) -> Result<SourcePreview> {
                if (!found || seq == 0)
                    return found;
                SourcePreview preview = *found;
                for (PreviewItem &item : preview.items) {
                    const auto number = ledgertable::numberOf(database, seq, url, item.item.id);
                    if (!number)
                        return fail(number.error());
                    item.isKnown = number->has_value();
                }
                return preview;
            });
            whenDone(marking, this, promise);
        });
        return promise.future();
    });
}

} // namespace kule
