// SPDX-License-Identifier: GPL-3.0-or-later
#include "bots/sources/announcementsconfig.h"

#include "bots/sources/selector.h"
#include "net/httpclient.h"

#include <QCryptographicHash>
#include <QUrl>

namespace kule {
namespace {

constexpr qint64 shortestS = 5;
constexpr qint64 longestS = 86'400;
constexpr qint64 mostFirst = 20;

/// A text at that key; empty when there is none.
Result<QString> textAt(const Json &object, const char *key)
{
    const auto found = object.find(key);
    if (found == object.end() || found->is_null())
        return QString();
    if (!found->is_string())
        return badConfig(QStringLiteral("source.") + QLatin1String(key), {QT_TRANSLATE_NOOP("Engine", "%1 must be text."), {}});
    return found->get<QString>().trimmed();
}

Result<qint64> numberAt(const Json &object, const char *key, qint64 fallback, qint64 least, qint64 most)
{
    const auto found = object.find(key);
    if (found == object.end())
        return fallback;
    if (!found->is_number_integer() || *found < least || *found > most)
        return badConfig(QLatin1String(key), {QT_TRANSLATE_NOOP("Engine", "%1 must be a whole number from %2 to %3."), {QString::number(least), QString::number(most)}});
    return found->get<qint64>();
}

Result<QByteArray> selectorAt(const Json &object, const char *key, SelectorScope scope, const char *fallback)
{
    const auto said = textAt(object, key);
    if (!said)
        return fail(said.error());
    return said->isEmpty() ? Result<QByteArray>(fallback) : xpathOf(*said, scope);
}

Result<WebSource> webSourceOf(const Json &json)
{
    WebSource source;
    const auto url = textAt(json, "url");
    if (!url)
        return fail(url.error());
    if (auto checked = checkUrl(*url); !checked)
        return fail(checked.error());
    if (!QUrl(*url).userInfo().isEmpty())
        return badConfig(QStringLiteral("source.url"), {QT_TRANSLATE_NOOP("Engine", "%1 must hold no user name and password: the configuration is no place for secrets."), {}});
    source.url = *url;
    struct Field
    {
        const char *key;
        SelectorScope scope;
        const char *fallback;
        QByteArray *to;
    };
    for (const Field &field : {Field{"items", SelectorScope::Page, "", &source.items}, Field{"link", SelectorScope::Item, ".", &source.link},
                               Field{"title", SelectorScope::Item, "", &source.title}, Field{"detail", SelectorScope::Page, "", &source.detail}}) {
        auto path = selectorAt(json, field.key, field.scope, field.fallback);
        if (!path)
            return fail(path.error());
        *field.to = std::move(*path);
    }
    if (source.items.isEmpty())
        return badConfig(QStringLiteral("source.items"), {QT_TRANSLATE_NOOP("Engine", "%1 must say where the announcements' links stand on the page, such as //ul[@class='news']//a."), {}});
    const auto id = textAt(json, "id");
    if (!id)
        return fail(id.error());
    source.id = QRegularExpression(*id);
    if (id->size() > 500 || !source.id.isValid() || (!id->isEmpty() && source.id.captureCount() != 1))
        return badConfig(QStringLiteral("source.id"), {QT_TRANSLATE_NOOP("Engine", "%1 must be a regular expression with one group, such as id=(\\d+)."), {}});
    return source;
}

} // namespace

QByteArray WebSource::digest() const
{
    const Json how{items, link, title, detail, id.pattern()};
    return QCryptographicHash::hash(dumpJson(how), QCryptographicHash::Sha1).toHex();
}

Result<AnnouncementsConfig> AnnouncementsConfig::of(const Json &config)
{
    AnnouncementsConfig made;
    const Json source = config.is_object() ? config.value("source", Json()) : Json();
    const QString type = source.is_object() ? textOf(source, "type") : QString();
    if (type == QLatin1String("web")) {
        auto web = webSourceOf(source);
        if (!web)
            return fail(web.error());
        made.source = std::move(*web);
    } else if (type == QLatin1String("channel")) {
        const Json chat = source.value("chat_id", Json());
        if (!chat.is_number_integer() || chat.get<ChatId>() >= 0)
            return badConfig(QStringLiteral("source.chat_id"), {QT_TRANSLATE_NOOP("Engine", "%1 must be the channel's number, such as -1001234567890."), {}});
        made.source = ChannelSource{chat.get<ChatId>()};
    } else {
        return badConfig(QStringLiteral("source"), {QT_TRANSLATE_NOOP("Engine", "%1 must be an object whose type is web or channel."), {}});
    }
    const auto interval = numberAt(config, "interval_s", 600, shortestS, longestS);
    const auto first = numberAt(config, "send_first", 0, 0, mostFirst);
    auto heading = bothOf(config, "heading", QStringLiteral("config"));
    if (!interval || !first)
        return fail(interval ? first.error() : interval.error());
    if (!heading)
        return fail(heading.error());
    const Json admins = config.value("admins_only", Json(true));
    if (!admins.is_boolean())
        return badConfig(QStringLiteral("admins_only"), {QT_TRANSLATE_NOOP("Engine", "%1 must be true or false."), {}});
    made.interval = std::chrono::seconds(*interval);
    made.firstCount = static_cast<int>(*first);
    made.heading = std::move(*heading);
    made.heading.turkish.truncate(500);
    made.heading.english.truncate(500);
    made.isForAdminsOnly = admins.get<bool>();
    return made;
}

QString AnnouncementsConfig::sourceName() const
{
    if (const auto *web = std::get_if<WebSource>(&source))
        return web->url;
    return QString::number(std::get<ChannelSource>(source).chat);
}

Json AnnouncementsConfig::sample()
{
    return {{"source",
             {{"type", "web"}, {"url", "https://www.example.org/duyurular"}, {"items", "//ul[@class='duyurular']//a"}, {"id", "id=(\\d+)"}, {"detail", "//div[@class='icerik']"}}},
            {"interval_s", 600},
            {"heading", {{"tr", "DUYURU:"}, {"en", "ANNOUNCEMENT:"}}},
            {"admins_only", true}};
}

} // namespace kule
