// SPDX-License-Identifier: GPL-3.0-or-later
#include "bots/kinds/announcements.h"

#include "bots/sources/pagewatch.h"
#include "bots/tables/posttable.h"
#include "bots/tables/subscriptiontable.h"

namespace kule {
namespace {

QString said(const char *source, Language language)
{
    return text(source).in(language);
}

Reaction saying(ChatId chat, const QString &words)
{
    return {.chat = chat, .parts = {{.text = words}}};
}

} // namespace

Result<std::unique_ptr<Announcements>> Announcements::make(const Json &config, const QString &username)
{
    return AnnouncementsConfig::of(config).map([&username](AnnouncementsConfig read) { return std::unique_ptr<Announcements>(new Announcements(std::move(read), username)); });
}

Announcements::Announcements(AnnouncementsConfig config, QString username)
    : m_config(std::move(config))
    , m_username(std::move(username))
{
}

Announcements::~Announcements() = default;

void Announcements::begin(const BotSurroundings &around)
{
    m_telegram = &around.telegram;
    m_store = &around.store;
    m_clock = &around.clock;
    m_bot = around.bot.seq;
    m_queued = around.queued;
    m_isRunning = true;
    if (std::holds_alternative<ChannelSource>(m_config.source))
        return gatherIn(Milliseconds(posttable::albumRestMs)); // the rest of an album may wait at Telegram
    m_watch = std::make_unique<PageWatch>(around, m_config);
    m_watch->start();
}

void Announcements::stop()
{
    m_isRunning = false;
    m_timer.reset();
    if (m_watch)
        m_watch->stop();
}

bool Announcements::isFromSource(const TelegramMessage &message) const
{
    const auto *channel = std::get_if<ChannelSource>(&m_config.source);
    return channel && channel->chat == message.chat.id;
}

Future<Result<Reaction>> Announcements::react(const TelegramUpdate &update, std::optional<Language> chosen)
{
    const TelegramMessage &message = update.message;
    Reaction reaction{.chat = update.chat()};
    switch (update.kind) {
    case UpdateKind::Standing:
        if (update.role == ChatRole::Outside) {
            reaction.subscription = SubscriptionWish::End;
            reaction.endedBy = message.chat.type == ChatType::Private ? "telegram.blocked" : "telegram.kicked";
        }
        break;
    case UpdateKind::Message:
    case UpdateKind::ChannelPost:
        if (message.migratedTo != 0)
            reaction.also = [bot = m_bot, from = message.chat.id, to = message.migratedTo](Database &database, qint64 now) { return subscriptiontable::migrate(database, bot, from, to, now); };
        else if (isFromSource(message))
            reaction = toPost(message);
        else
            return toCommand(commandOf(message.text, m_username), message, chosen);
        break;
    case UpdateKind::EditedChannelPost:
        if (isFromSource(message))
            reaction = toEdit(update.id, message);
        break;
    case UpdateKind::CallbackQuery:
        return toPress(update.query);
    case UpdateKind::EditedMessage:
    case UpdateKind::Unknown:
        break;
    }
    return answered(Result<Reaction>(std::move(reaction)));
}

Future<Result<Reaction>> Announcements::toCommand(const QByteArray &command, const TelegramMessage &message, std::optional<Language> chosen)
{
    const ChatId chat = message.chat.id;
    const Language language = languageFor(message.from, chosen);
    const bool isAlone = message.chat.type == ChatType::Private;
    const bool isStart = command == "start";
    Reaction reaction{.chat = chat};
    if (isStart || command == "stop") {
        reaction = saying(chat, isStart ? said(QT_TRANSLATE_NOOP("Engine", "From now on this chat gets the announcements. /stop ends that."), language)
                                        : said(QT_TRANSLATE_NOOP("Engine", "This chat gets no more announcements. /start begins again."), language));
        reaction.subscription = isStart ? SubscriptionWish::Begin : SubscriptionWish::End;
        if (isStart && !chosen)
            reaction.language = language;
    } else if (asksForLanguage(command)) {
        reaction.parts = {questionOfLanguage()};
    } else if (command == "help" || (isAlone && (command.isEmpty() ? !message.text.startsWith(u'/') : true))) {
        return answered(Result<Reaction>(saying(chat, said(QT_TRANSLATE_NOOP("Engine", "/start – get announcements here\n/stop – no more announcements\n/language – choose a language"), language))));
    } else {
        return answered(Result<Reaction>(std::move(reaction))); // people who talk to each other
    }
    // In a channel only its administrators write; one who is anonymous writes in the name of the group itself.
    const bool isInOwnName = message.senderChat == chat;
    if (isAlone || message.chat.type == ChatType::Channel || !m_config.isForAdminsOnly || isInOwnName)
        return answered(Result<Reaction>(std::move(reaction)));
    if (message.senderChat != 0 || !message.from) // a channel's post that was passed on into its group
        return answered(Result<Reaction>(Reaction{.chat = chat}));
    return byRole(chat, message.from->id, std::move(reaction), saying(chat, said(QT_TRANSLATE_NOOP("Engine", "Only administrators of this chat may do that."), language)));
}

Future<Result<Reaction>> Announcements::byRole(ChatId chat, UserId user, Reaction yes, Reaction no)
{
    return m_telegram->getChatMember(chat, user).then([chat, yes = std::move(yes), no = std::move(no)](const Result<ChatRole> &role) -> Result<Reaction> {
        if (role)
            return *role == ChatRole::Administrator ? yes : no;
        switch (faultOf(role.error())) {
        case TelegramFault::ChatGone:
        case TelegramFault::Migrated:
            return Reaction{.chat = chat}; // nobody is there to be answered
        case TelegramFault::Refused: // Telegram knows no such member
            return no;
        case TelegramFault::Unauthorised:
        case TelegramFault::OtherPoller:
        case TelegramFault::WebhookActive:
        case TelegramFault::TooManyRequests:
        case TelegramFault::NotModified:
        case TelegramFault::NotDone:
        case TelegramFault::Unclear:
            break;
        }
        return fail(role.error());
    });
}

Future<Result<Reaction>> Announcements::toPress(const CallbackQuery &query)
{
    const auto language = languageOfPress(query.data);
    const ChatId chat = query.message ? query.message->chat.id : query.from.id;
    if (!language)
        return answered(Result<Reaction>(Reaction{.chat = chat}));
    Reaction reaction = saying(chat, *language == Language::Turkish ? QStringLiteral("Türkçe.") : QStringLiteral("English."));
    reaction.language = language;
    const bool isAlone = !query.message || query.message->chat.type == ChatType::Private;
    if (isAlone || !m_config.isForAdminsOnly)
        return answered(Result<Reaction>(std::move(reaction)));
    return byRole(chat, query.from.id, std::move(reaction), Reaction{.chat = chat});
}

Reaction Announcements::toPost(const TelegramMessage &post)
{
    Reaction reaction{.chat = post.chat.id};
    const QByteArray command = commandOf(post.text, m_username);
    if (!post.isCopyable || command == "start" || command == "stop")
        return reaction;
    reaction.also = [bot = m_bot, post](Database &database, qint64 now) -> Done {
        if (auto taken = posttable::take(database, bot, post, now); !taken)
            return taken;
        return posttable::announceRipe(database, bot, post.chat.id, now).map([](const auto &) {});
    };
    if (!post.album.isEmpty())
        gatherIn(Milliseconds(posttable::albumRestMs));
    return reaction;
}

Reaction Announcements::toEdit(UpdateId update, const TelegramMessage &post) const
{
    Reaction reaction{.chat = post.chat.id};
    if (!post.text.isEmpty() || !post.caption.isEmpty() || post.isCopyable)
        reaction.also = [bot = m_bot, update, post](Database &database, qint64 now) { return posttable::edit(database, bot, update, post, now).map([](qint64) {}); };
    return reaction;
}

void Announcements::gatherIn(Milliseconds pause)
{
    m_timer = m_clock->after(pause, this, [this] { gather(); });
}

void Announcements::gather()
{
    const auto gathering = [bot = m_bot, channel = std::get<ChannelSource>(m_config.source).chat, now = m_clock->wallMs()](Database &database) { return posttable::announceRipe(database, bot, channel, now); };
    whenDone(m_store->write(gathering), this, [this](const Result<posttable::Announced> &done) {
        if (!m_isRunning)
            return;
        if (!done)
            return gatherIn(std::chrono::seconds(10));
        if (done->count > 0)
            m_queued();
        if (done->ripensAt)
            gatherIn(Milliseconds(std::max<qint64>(*done->ripensAt - m_clock->wallMs(), 1)));
    });
}

std::vector<BotCommand> Announcements::commands(Language language) const
{
    return {{QStringLiteral("start"), said(QT_TRANSLATE_NOOP("Engine", "Get announcements here"), language)},
            {QStringLiteral("stop"), said(QT_TRANSLATE_NOOP("Engine", "No more announcements"), language)},
            {language == Language::Turkish ? QStringLiteral("dil") : QStringLiteral("language"), said(QT_TRANSLATE_NOOP("Engine", "Choose a language"), language)}};
}

} // namespace kule
