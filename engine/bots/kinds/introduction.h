// SPDX-License-Identifier: GPL-3.0-or-later
// A bot that introduces something: commands with fixed texts in Turkish and English, and after each answer the question whether
// there is another. Pure; all that it knows is its configuration.
#pragma once
#include "bots/kinds/behaviour.h"
#include "bots/kinds/words.h"

namespace kule {

class Introduction final : public BotBehaviour
{
public:
    /// bot.bad_config, naming the place.
    static Result<std::unique_ptr<Introduction>> make(const Json &config, const QString &username);
    /// A configuration to begin with: start, help, about, web page, contacts, in both languages.
    static Json sample();

    SaidAtOnce saidAtOnce() const override;
    Future<Result<Reaction>> react(const TelegramUpdate &update, std::optional<Language> chosen) override;
    std::vector<BotCommand> commands(Language language) const override;
    /// What it says to a command, for a preview; that of help for one that is unknown.
    std::vector<Outgoing> answerTo(const QByteArray &command, Language language) const;

private:
    struct Command
    {
        QByteArray name;
        BothLanguages text;
        BothLanguages description;
    };
    Introduction() = default;
    const Command *find(const QByteArray &name) const;
    Reaction to(const TelegramUpdate &update, std::optional<Language> chosen) const;
    Reaction toMessage(const TelegramMessage &message, Language language) const;
    Reaction toPress(const CallbackQuery &query, Language language) const;
    std::vector<Outgoing> help(Language language) const;
    QString listOfCommands(Language language) const;

    QString m_username;
    std::vector<Command> m_commands;
    struct
    {
        BothLanguages question, yes, no, goodbye;
    } m_followUp;
};

} // namespace kule
