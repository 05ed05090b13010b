// SPDX-License-Identifier: GPL-3.0-or-later
#include "bots/kinds/introduction.h"

#include "bots/split.h"

#include <algorithm>

namespace kule {
namespace {

constexpr char yes[] = "again:yes";
constexpr char no[] = "again:no";
constexpr std::size_t mostCommands = 100; // Telegram's own bound

bool isCommandName(const QByteArray &name)
{
    return !name.isEmpty() && name.size() <= 32
        && std::all_of(name.begin(), name.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
}

/// As many messages as it takes.
std::vector<Outgoing> saying(const QString &text)
{
    std::vector<Outgoing> parts;
    for (const QString &piece : split(text))
        parts.push_back({.text = piece});
    return parts;
}

} // namespace

QByteArray commandOf(const QString &text, const QString &username)
{
    if (!text.startsWith(u'/'))
        return {};
    qsizetype length = 1;
    while (length < text.size() && !text[length].isSpace())
        ++length;
    const QByteArray word = text.mid(1, length - 1).toUtf8().toLower();
    const qsizetype at = word.indexOf('@');
    if (at < 0)
        return word;
    return word.mid(at + 1) == username.toUtf8().toLower() ? word.left(at) : QByteArray();
}

Result<std::unique_ptr<Introduction>> Introduction::make(const Json &config, const QString &username)
{
    std::unique_ptr<Introduction> made(new Introduction);
    made->m_username = username;
    const auto commands = config.is_object() ? config.find("commands") : config.end();
    if (!config.is_object() || commands == config.end() || !commands->is_array() || commands->empty() || commands->size() > mostCommands)
        return badConfig(QStringLiteral("commands"), {QT_TRANSLATE_NOOP("Engine", "%1 must be a list of one to 100 commands."), {}});
    for (std::size_t i = 0; i < commands->size(); ++i) {
        const Json &item = (*commands)[i];
        const QString place = QStringLiteral("commands[%1]").arg(i);
        Command command{textOf(item, "command").toUtf8(), {}, {}};
        if (command.name.startsWith('/'))
            command.name.remove(0, 1);
        if (!isCommandName(command.name))
            return badConfig(place, {QT_TRANSLATE_NOOP("Engine", "%1 needs a command of 1 to 32 small English letters, digits and _."), {}});
        if (made->find(command.name))
            return badConfig(place, {QT_TRANSLATE_NOOP("Engine", "%1 names a command that is there already."), {}});
        const auto text = bothOf(item, "text", place);
        const auto description = bothOf(item, "description", place);
        if (!text || !description)
            return fail(text ? description.error() : text.error());
        if (text->isEmpty())
            return badConfig(place, {QT_TRANSLATE_NOOP("Engine", "%1 needs a text in one language at least."), {}});
        command.text = *text;
        command.description = *description;
        made->m_commands.push_back(std::move(command));
    }
    const Json followUp = config.value("follow_up", Json::object());
    if (!followUp.is_object())
        return badConfig(QStringLiteral("follow_up"), {QT_TRANSLATE_NOOP("Engine", "%1 must hold question, yes, no and goodbye."), {}});
    for (const auto &[key, both] : {std::pair{"question", &made->m_followUp.question}, {"yes", &made->m_followUp.yes}, {"no", &made->m_followUp.no}, {"goodbye", &made->m_followUp.goodbye}}) {
        auto read = bothOf(followUp, key, QStringLiteral("follow_up"));
        if (!read)
            return fail(read.error());
        *both = std::move(*read);
    }
    if (made->m_followUp.yes.isEmpty())
        made->m_followUp.yes = {QStringLiteral("Evet"), QStringLiteral("Yes")};
    if (made->m_followUp.no.isEmpty())
        made->m_followUp.no = {QStringLiteral("Hayır"), QStringLiteral("No")};
    return made;
}

const Introduction::Command *Introduction::find(const QByteArray &name) const
{
    const auto found = std::find_if(m_commands.begin(), m_commands.end(), [&name](const Command &command) { return command.name == name; });
    return found == m_commands.end() ? nullptr : &*found;
}

SaidAtOnce Introduction::saidAtOnce() const
{
    return [self = std::make_shared<const Introduction>(*this)](const TelegramUpdate &update, std::optional<Language> chosen) { return self->to(update, chosen); };
}

Future<Result<Reaction>> Introduction::react(const TelegramUpdate &update, std::optional<Language> chosen)
{
    return answered(Result<Reaction>(to(update, chosen)));
}

Reaction Introduction::to(const TelegramUpdate &update, std::optional<Language> chosen) const
{
    if (update.kind == UpdateKind::Message)
        return toMessage(update.message, languageFor(update.message.from, chosen));
    if (update.kind == UpdateKind::CallbackQuery)
        return toPress(update.query, languageFor(update.query.from, chosen));
    return {.chat = update.chat()};
}

Reaction Introduction::toMessage(const TelegramMessage &message, Language language) const
{
    Reaction reaction{.chat = message.chat.id};
    const QByteArray command = commandOf(message.text, m_username);
    // In a group people talk to each other; alone with the bot every text is a question.
    if (command.isEmpty() && (message.chat.type != ChatType::Private || message.text.startsWith(u'/')))
        return reaction;
    if (asksForLanguage(command) && !find(command))
        reaction.parts = {questionOfLanguage()};
    else
        reaction.parts = answerTo(command, language);
    return reaction;
}

std::vector<Outgoing> Introduction::answerTo(const QByteArray &command, Language language) const
{
    const Command *known = find(command);
    std::vector<Outgoing> parts = known ? saying(known->text.in(language)) : help(language);
    const std::size_t answer = parts.size();
    for (Outgoing &question : saying(m_followUp.question.in(language)))
        parts.push_back(std::move(question));
    if (parts.size() > answer)
        parts.back().buttons = {{{m_followUp.yes.in(language), yes}, {m_followUp.no.in(language), no}}};
    return parts;
}

std::vector<Outgoing> Introduction::help(Language language) const
{
    const Command *known = find("help");
    return saying(known ? known->text.in(language) : listOfCommands(language));
}

Reaction Introduction::toPress(const CallbackQuery &query, Language language) const
{
    Reaction reaction{.chat = query.message ? query.message->chat.id : query.from.id};
    if (const auto choice = languageOfPress(query.data)) {
        reaction.language = choice;
        reaction.parts = answerTo("start", *reaction.language);
    } else if (query.data == QLatin1String(yes)) {
        reaction.parts = help(language);
    } else if (query.data == QLatin1String(no)) {
        reaction.parts = saying(m_followUp.goodbye.in(language));
    }
    return reaction;
}

QString Introduction::listOfCommands(Language language) const
{
    QStringList lines;
    for (const BotCommand &command : commands(language))
        lines += u'/' + command.command + QStringLiteral(" – ") + command.description;
    return lines.join(u'\n');
}

std::vector<BotCommand> Introduction::commands(Language language) const
{
    std::vector<BotCommand> list;
    for (const Command &command : m_commands) {
        const BothLanguages &words = command.description.isEmpty() ? command.text : command.description;
        list.push_back({QString::fromLatin1(command.name), words.in(language).section(u'\n', 0, 0).left(100)});
    }
    return list;
}

Json Introduction::sample()
{
    const auto command = [](const char *name, const char *turkishMenu, const char *englishMenu, const char *turkish, const char *english) {
        return Json{{"command", name}, {"description", {{"tr", turkishMenu}, {"en", englishMenu}}}, {"text", {{"tr", turkish}, {"en", english}}}};
    };
    return {{"commands",
             {command("start", "Başla", "Begin", "Merhaba! Ben tanıtım botuyum. Neler anlatabileceğimi görmek için /help yazın.",
                      "Hello! I am the introduction bot. Send /help to see what I can tell."),
              command("help", "Komutlar", "Commands", "/hakkinda – biz kimiz\n/web – web sayfamız\n/iletisim – bize ulaşın\n/dil – dil seçimi",
                      "/hakkinda – who we are\n/web – our web page\n/iletisim – how to reach us\n/dil – choose a language"),
              command("hakkinda", "Biz kimiz", "Who we are", "Burada kurumunuzu birkaç cümleyle tanıtın.", "Introduce your organisation here in a few sentences."),
              command("web", "Web sayfamız", "Our web page", "https://www.example.org", "https://www.example.org"),
              command("iletisim", "Bize ulaşın", "Contacts", "E-posta: bilgi@example.org\nTelefon: +90 000 000 00 00", "E-mail: info@example.org\nPhone: +90 000 000 00 00")}},
            {"follow_up",
             {{"question", {{"tr", "Başka bir sorunuz var mı?"}, {"en", "Do you have another question?"}}},
              {"yes", {{"tr", "Evet"}, {"en", "Yes"}}},
              {"no", {{"tr", "Hayır"}, {"en", "No"}}},
              {"goodbye", {{"tr", "Görüşmek üzere!"}, {"en", "See you soon!"}}}}}};
}

} // namespace kule
