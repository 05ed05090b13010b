// SPDX-License-Identifier: GPL-3.0-or-later
#include "bots/tables/posttable.h"

#include "bots/tables/ledgertable.h"

#include <QCryptographicHash>

namespace kule::posttable {
namespace {

constexpr std::size_t mostAtOnce = 100; // of copyMessages

QByteArray digestOf(const TelegramMessage &post)
{
    return QCryptographicHash::hash(dumpJson(Json{post.text, post.caption, post.entities}), QCryptographicHash::Sha1).toHex();
}

struct Waiting
{
    MessageId message = 0;
    QString album;
    qint64 at = 0;
};

Result<std::vector<Waiting>> waiting(Database &database, qint64 bot, ChatId channel)
{
    auto row = database.run("SELECT message, album, at FROM bot_post WHERE bot = ? AND chat = ? AND announcement IS NULL ORDER BY message", bot, channel);
    if (!row)
        return fail(row.error());
    std::vector<Waiting> posts;
    while (row->next())
        posts.push_back({row->integer(0), row->text(1), row->integer(2)});
    return posts;
}

Done announce(Database &database, qint64 bot, ChatId channel, const std::vector<MessageId> &messages, qint64 now)
{
    const QString source = QString::number(channel);
    const QString item = QString::number(messages.front());
    const Outgoing copy{.what = Outgoing::What::Copy, .from = channel, .messages = messages};
    if (auto queued = ledgertable::announce(database, bot, source, item, {copy}, now); !queued)
        return fail(queued.error());
    const auto number = ledgertable::numberOf(database, bot, source, item);
    if (!number)
        return fail(number.error());
    int place = 0;
    for (const MessageId message : messages) {
        if (auto noted = database.run("UPDATE bot_post SET announcement = ?, place = ? WHERE bot = ? AND chat = ? AND message = ?", *number, place++, bot, channel, message); !noted)
            return fail(noted.error());
    }
    return {};
}

} // namespace

Done take(Database &database, qint64 bot, const TelegramMessage &post, qint64 now)
{
    return database
        .run("INSERT OR IGNORE INTO bot_post (bot, chat, message, album, said, at) VALUES (?, ?, ?, ?, ?, ?)", bot, post.chat.id, post.id, post.album, QUtf8StringView(digestOf(post)), now)
        .map([](const Cursor &) {});
}

Result<Announced> announceRipe(Database &database, qint64 bot, ChatId channel, qint64 now)
{
    const auto posts = waiting(database, bot, channel);
    if (!posts)
        return fail(posts.error());
    Announced done;
    for (auto first = posts->begin(); first != posts->end();) {
        auto end = first + 1;
        qint64 newest = first->at;
        std::vector<MessageId> messages{first->message};
        for (; !first->album.isEmpty() && end != posts->end() && end->album == first->album && messages.size() < mostAtOnce; ++end) {
            newest = std::max(newest, end->at);
            messages.push_back(end->message);
        }
        // Those behind it wait too, to come in order. A clock that was set back holds nothing up.
        const qint64 ripensAt = newest + albumRestMs;
        if (!first->album.isEmpty() && newest <= now && now < ripensAt) {
            done.ripensAt = ripensAt;
            return done;
        }
        if (auto announced = announce(database, bot, channel, messages, now); !announced)
            return fail(announced.error());
        ++done.count;
        first = end;
    }
    return done;
}

Result<qint64> edit(Database &database, qint64 bot, UpdateId update, const TelegramMessage &post, qint64 now)
{
    const QByteArray said = digestOf(post);
    std::optional<qint64> announcement;
    int place = 0;
    {
        auto row = database.run("SELECT announcement, place FROM bot_post WHERE bot = ? AND chat = ? AND message = ? AND said <> ?", bot, post.chat.id, post.id, QUtf8StringView(said));
        if (!row)
            return fail(row.error());
        if (!row->next())
            return 0; // not known here, or nothing that people would see
        if (!row->isNull(0))
            announcement = row->integer(0);
        place = static_cast<int>(row->integer(1));
    }
    if (auto noted = database.run("UPDATE bot_post SET said = ? WHERE bot = ? AND chat = ? AND message = ?", QUtf8StringView(said), bot, post.chat.id, post.id); !noted)
        return fail(noted.error());
    if (!announcement)
        return 0; // it is copied as it is by then
    const bool isText = !post.text.isEmpty();
    const Outgoing change{.what = isText ? Outgoing::What::EditText : Outgoing::What::EditCaption, .text = isText ? post.text : post.caption, .entities = post.entities, .place = place};
    return ledgertable::edit(database, bot, update, *announcement, change, now);
}

} // namespace kule::posttable
