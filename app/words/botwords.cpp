// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/botwords.h"

#include "widgets/words.h"

#include <QCoreApplication>
#include <QLocale>

namespace kule {
namespace {

constexpr qsizetype longestLine = 300;

QString said(const char *source)
{
    return QCoreApplication::translate("BotWords", source);
}

struct CodeWords
{
    const char *code;
    const char *words;
};

QString wordsFor(std::span<const CodeWords> rows, const QByteArray &code)
{
    for (const CodeWords &row : rows) {
        if (code == row.code)
            return said(row.words);
    }
    return QString::fromUtf8(code);
}

} // namespace

StateLook lookOf(BotState state)
{
    switch (state) {
    case BotState::Stopped:
        return {Glyph::Ring, Token::Stopped, said(QT_TRANSLATE_NOOP("BotWords", "stopped"))};
    case BotState::Starting:
        return {Glyph::HalfDisc, Token::Running, said(QT_TRANSLATE_NOOP("BotWords", "starting")), true};
    case BotState::Running:
        return {Glyph::Disc, Token::Succeeded, said(QT_TRANSLATE_NOOP("BotWords", "running"))};
    case BotState::Draining:
        return {Glyph::HalfDisc, Token::Running, said(QT_TRANSLATE_NOOP("BotWords", "finishing")), true};
    case BotState::BackingOff:
        return {Glyph::DottedRing, Token::Waiting, said(QT_TRANSLATE_NOOP("BotWords", "waits to retry"))};
    case BotState::Conflict:
        return {Glyph::Diamond, Token::Failed, said(QT_TRANSLATE_NOOP("BotWords", "conflict"))};
    case BotState::Unauthorised:
        return {Glyph::Triangle, Token::Failed, said(QT_TRANSLATE_NOOP("BotWords", "token refused"))};
    case BotState::Failed:
        return {Glyph::Triangle, Token::Failed, said(QT_TRANSLATE_NOOP("BotWords", "failed"))};
    }
    return {};
}

StateLook lookOf(BotDeliveryState state)
{
    switch (state) {
    case BotDeliveryState::Queued:
        return {Glyph::DottedRing, Token::Waiting, said(QT_TRANSLATE_NOOP("BotWords", "waiting"))};
    case BotDeliveryState::Sending:
        return {Glyph::HalfDisc, Token::Running, said(QT_TRANSLATE_NOOP("BotWords", "being sent")), true};
    case BotDeliveryState::Sent:
        return {Glyph::Disc, Token::Succeeded, said(QT_TRANSLATE_NOOP("BotWords", "sent"))};
    case BotDeliveryState::Failed:
        return {Glyph::Triangle, Token::Failed, said(QT_TRANSLATE_NOOP("BotWords", "not sent"))};
    case BotDeliveryState::Review:
        return {Glyph::DottedRing, Token::Waiting, said(QT_TRANSLATE_NOOP("BotWords", "to be reviewed"))};
    }
    return {};
}

bool isInTrouble(BotState state)
{
    return state == BotState::Conflict || state == BotState::Unauthorised || state == BotState::Failed;
}

bool isUp(BotState state)
{
    return state == BotState::Starting || state == BotState::Running;
}

QString kindWord(BotKind kind)
{
    switch (kind) {
    case BotKind::Introduction:
        return said(QT_TRANSLATE_NOOP("BotWords", "introduction"));
    case BotKind::Announcements:
        return said(QT_TRANSLATE_NOOP("BotWords", "announcements"));
    case BotKind::Script:
        return said(QT_TRANSLATE_NOOP("BotWords", "script"));
    }
    return {};
}

QString kindMeaning(BotKind kind)
{
    switch (kind) {
    case BotKind::Introduction:
        return said(QT_TRANSLATE_NOOP("BotWords", "Answers commands such as /start and /help with texts that you write here, in Turkish and English."));
    case BotKind::Announcements:
        return said(QT_TRANSLATE_NOOP("BotWords", "Watches a web page or a channel and sends each new item to the chats that are subscribed, once."));
    case BotKind::Script:
        return said(QT_TRANSLATE_NOOP("BotWords", "Runs a bot that you have as a program, such as python3 tanitim.py, and keeps it running."));
    }
    return {};
}

QString modeWord(BotMode mode)
{
    return QString::fromLatin1(wordOf(mode));
}

QString modeMeaning(BotMode mode)
{
    switch (mode) {
    case BotMode::Dev:
        return said(QT_TRANSLATE_NOOP("BotWords", "Kule asks Telegram for messages (long polling). Works everywhere, also behind a router."));
    case BotMode::Prod:
        return said(QT_TRANSLATE_NOOP("BotWords", "Telegram brings messages to Kule (webhook). Needs an address that can be reached from outside."));
    }
    return {};
}

QString usernameText(const Bot &bot)
{
    return bot.username.isEmpty() ? QString() : u'@' + shownText(bot.username);
}

QString nextTryText(const BotView &bot, qint64 now)
{
    if (!bot.condition.nextTryAt)
        return {};
    // Whole seconds, rounded up: a count that stands at 0 looks as if it were stuck.
    const qint64 left = (*bot.condition.nextTryAt - now + 999) / 1000;
    return left > 0 ? said(QT_TRANSLATE_NOOP("BotWords", "next try in %1 s")).arg(QLocale().toString(left)) : said(QT_TRANSLATE_NOOP("BotWords", "tries again now"));
}

QString updatesText(const BotView &bot)
{
    return bot.bot.kind == BotKind::Script || !isUp(bot.condition.state) ? QString() : QLocale().toString(bot.condition.figures.updatesAMinute);
}

QString latencyText(const BotView &bot)
{
    const auto latency = bot.condition.figures.latencyMs;
    if (!latency)
        return {};
    return *latency < 10'000 ? said(QT_TRANSLATE_NOOP("BotWords", "%1 ms")).arg(QLocale().toString(*latency)) : said(QT_TRANSLATE_NOOP("BotWords", "%1 s")).arg(QLocale().toString(*latency / 1000));
}

QString errorsText(const BotView &bot)
{
    return bot.condition.figures.errors > 0 ? QLocale().toString(bot.condition.figures.errors) : QString();
}

QString remarkOf(const BotView &bot, qint64 now)
{
    const QString reason = bot.condition.reason.source.isEmpty() ? QString() : shownText(sentenceOf(bot.condition.reason));
    const QString next = nextTryText(bot, now);
    if (reason.isEmpty() || next.isEmpty())
        return reason + next;
    return said(QT_TRANSLATE_NOOP("BotWords", "%1 · %2")).arg(next, reason);
}

QString deedText(BotDeed deed, const BotConflict &conflict)
{
    switch (deed) {
    case BotDeed::StopProcess:
        return said(QT_TRANSLATE_NOOP("BotWords", "Stop process %1…")).arg(conflict.pid);
    case BotDeed::DeleteWebhook:
        return said(QT_TRANSLATE_NOOP("BotWords", "Delete the webhook…"));
    case BotDeed::StopDyno:
        return said(QT_TRANSLATE_NOOP("BotWords", "Stop the dyno…"));
    case BotDeed::RunInDev:
        return said(QT_TRANSLATE_NOOP("BotWords", "Run in the mode dev"));
    }
    return {};
}

QString deedEffect(BotDeed deed, const BotConflict &conflict)
{
    switch (deed) {
    case BotDeed::StopProcess:
        return said(QT_TRANSLATE_NOOP("BotWords", "Process %1 on this computer is told to end. Then the bot is started here.")).arg(conflict.pid);
    case BotDeed::DeleteWebhook:
        return said(QT_TRANSLATE_NOOP("BotWords", "Telegram sends nothing to %1 any more. Then the bot is started here and receives what waits.")).arg(shownText(conflict.host));
    case BotDeed::StopDyno:
        return said(QT_TRANSLATE_NOOP("BotWords", "The process type of the dyno on the Heroku app %1 is set to 0. Then the bot is started here.")).arg(shownText(conflict.app));
    case BotDeed::RunInDev:
        return said(QT_TRANSLATE_NOOP("BotWords", "The bot asks Telegram for messages itself, until you choose the mode prod again."));
    }
    return {};
}

QString environmentText(const BotEnvironment &environment)
{
    switch (environment.state) {
    case BotEnvironment::State::None:
        return said(QT_TRANSLATE_NOOP("BotWords", "none: it runs with the Python of Kule"));
    case BotEnvironment::State::Making:
        return said(QT_TRANSLATE_NOOP("BotWords", "being made, see the log"));
    case BotEnvironment::State::Ready:
        return said(QT_TRANSLATE_NOOP("BotWords", "ready"));
    case BotEnvironment::State::Failed:
        return sentenceOf(environment.reason);
    }
    return {};
}

QString contentOf(const Outgoing &outgoing)
{
    switch (outgoing.what) {
    case Outgoing::What::Text:
        return shownText(outgoing.text.left(longestLine));
    case Outgoing::What::Copy:
        return outgoing.messages.size() > 1 ? said(QT_TRANSLATE_NOOP("BotWords", "a copy of an album of %1")).arg(outgoing.messages.size())
                                            : said(QT_TRANSLATE_NOOP("BotWords", "a copy of message %1")).arg(outgoing.messages.empty() ? 0 : outgoing.messages.front());
    case Outgoing::What::EditText:
    case Outgoing::What::EditCaption:
        return said(QT_TRANSLATE_NOOP("BotWords", "an edit: %1")).arg(shownText(outgoing.text.left(longestLine)));
    }
    return {};
}

QString deliveryErrorText(const QByteArray &code)
{
    static constexpr CodeWords rows[] = {
        {"telegram.blocked", QT_TRANSLATE_NOOP("BotWords", "The chat has blocked the bot.")},
        {"telegram.kicked", QT_TRANSLATE_NOOP("BotWords", "The bot was removed from the chat.")},
        {"telegram.chat_not_found", QT_TRANSLATE_NOOP("BotWords", "There is no such chat.")},
        {"telegram.forbidden", QT_TRANSLATE_NOOP("BotWords", "The bot has no right to write there.")},
        {"telegram.refused", QT_TRANSLATE_NOOP("BotWords", "Telegram did not take the message.")},
        {"telegram.too_many_requests", QT_TRANSLATE_NOOP("BotWords", "Telegram asked to wait.")},
        {"telegram.server_error", QT_TRANSLATE_NOOP("BotWords", "Telegram had a failure; the message may have been sent.")},
        {"telegram.unreadable", QT_TRANSLATE_NOOP("BotWords", "Telegram's answer could not be read; the message may have been sent.")},
        {"telegram.never_sent", QT_TRANSLATE_NOOP("BotWords", "Telegram could not be reached.")},
        {"telegram.unauthorised", QT_TRANSLATE_NOOP("BotWords", "Telegram refused the token.")},
        {"telegram.migrated", QT_TRANSLATE_NOOP("BotWords", "The group has another id now.")},
        {"net.unreachable", QT_TRANSLATE_NOOP("BotWords", "The connection broke; the message may have been sent.")},
        {"net.timeout", QT_TRANSLATE_NOOP("BotWords", "Telegram did not answer in time; the message may have been sent.")},
        {"engine.interrupted", QT_TRANSLATE_NOOP("BotWords", "Kule ended meanwhile; the message may have been sent.")},
        {"delivery.source_gone", QT_TRANSLATE_NOOP("BotWords", "The channel lets the bot in no more, so nothing was copied.")},
        {"delivery.nothing_to_edit", QT_TRANSLATE_NOOP("BotWords", "There is no message that could be changed.")},
    };
    return wordsFor(rows, code);
}

QString endingText(const QByteArray &reason)
{
    static constexpr CodeWords rows[] = {
        {"stopped", QT_TRANSLATE_NOOP("BotWords", "ended with /stop")},
        {"telegram.blocked", QT_TRANSLATE_NOOP("BotWords", "blocked the bot")},
        {"telegram.kicked", QT_TRANSLATE_NOOP("BotWords", "removed the bot")},
        {"telegram.chat_not_found", QT_TRANSLATE_NOOP("BotWords", "the chat is gone")},
        {"telegram.forbidden", QT_TRANSLATE_NOOP("BotWords", "the bot may not write there")},
        {"migrated", QT_TRANSLATE_NOOP("BotWords", "the group has another id now")},
    };
    return wordsFor(rows, reason);
}

} // namespace kule
