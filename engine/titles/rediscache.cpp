// SPDX-License-Identifier: GPL-3.0-or-later
#include "titles/rediscache.h"

#include <hiredis/hiredis.h>

#include <QRandomGenerator>

namespace kule {
namespace {

constexpr Backoff betweenTries{Milliseconds(500), Milliseconds(30'000)};
constexpr timeval patience{1, 0};
constexpr int keysAtOnce = 500;
const QByteArray prefix = "kule:title:";

struct FreeContext
{
    void operator()(redisContext *context) const { redisFree(context); }
};
struct FreeReply
{
    void operator()(redisReply *reply) const { freeReplyObject(reply); }
};
using Context = std::unique_ptr<redisContext, FreeContext>;
using Reply = std::unique_ptr<redisReply, FreeReply>;

QByteArray bytesOf(const redisReply &reply)
{
    return QByteArray(reply.str, static_cast<qsizetype>(reply.len));
}

QByteArray pack(const CachedTitle &title)
{
    return "{\"page_at\":" + QByteArray::number(title.pageAt) + ",\"partial\":" + (title.isPartial ? "true" : "false") + ",\"data\":" + title.json + '}';
}

// What another version or another program wrote there is nothing to us.
std::optional<CachedTitle> unpack(const QByteArray &text)
{
    const auto json = parseJson(text);
    if (!json || !json->is_object() || !json->contains("data") || !json->contains("page_at") || !(*json)["page_at"].is_number_integer())
        return std::nullopt;
    const auto info = titleInfoOf((*json)["data"]);
    if (!info)
        return std::nullopt;
    return CachedTitle{dumpJson(toJson(*info)), json->value("partial", Json(false)) == true, (*json)["page_at"].get<qint64>()};
}

} // namespace

class RedisCache::Talker : public QObject
{
public:
    Talker(BackendUrl place, int number, Milliseconds ttl, Clock &clock)
        : m_place(std::move(place))
        , m_number(number)
        , m_ttl(ttl)
        , m_clock(clock)
        , m_chance(QRandomGenerator::securelySeeded())
    {
    }

    Result<std::optional<CachedTitle>> find(const TitleKey &key)
    {
        const auto reply = command({"GET", prefix + nameOf(key)});
        if (!reply)
            return fail(reply.error());
        auto title = (*reply)->type == REDIS_REPLY_STRING ? unpack(bytesOf(**reply)) : std::nullopt;
        ++(title ? m_hits : m_misses);
        return title;
    }
    Done put(const TitleKey &key, const CachedTitle &title)
    {
        return command({"SET", prefix + nameOf(key), pack(title), "PX", QByteArray::number(static_cast<qint64>(m_ttl.count()))}).map([](const Reply &) {});
    }
    Done remove(const TitleKey &key)
    {
        return command({"DEL", prefix + nameOf(key)}).map([](const Reply &) {});
    }
    Done clear()
    {
        return eachKeys([this](QByteArrayList keys) { return command(QByteArrayList{"UNLINK"} + keys).map([](const Reply &) {}); });
    }
    Result<CacheState> state()
    {
        CacheState state{"redis", m_place.place(), std::nullopt, 0, 0, m_hits, m_misses};
        const auto counted = eachKeys([&state](const QByteArrayList &keys) -> Done {
            state.entries += keys.size();
            return {};
        });
        if (!counted)
            state.problem = counted.error();
        else if (const auto info = command({"INFO", "memory"}); info && (*info)->type == REDIS_REPLY_STRING)
            state.bytes = usedMemory(bytesOf(**info));
        return state;
    }
    void setTimeToLive(Milliseconds ttl) { m_ttl = ttl; }

private:
    static qint64 usedMemory(const QByteArray &info)
    {
        const qsizetype at = info.indexOf("used_memory:");
        return at < 0 ? 0 : info.mid(at + 12, info.indexOf('\r', at) - at - 12).toLongLong();
    }

    Error away(const Text &why) const
    {
        return {ErrorKind::Unavailable, "titles.cache_away",
                text(QT_TRANSLATE_NOOP("Engine", "The cache %1 cannot be used: %2. Check KULE_TITLES_CACHE_URL and that Redis runs there."), m_place.place(), why), nullptr,
                std::nullopt};
    }
    tl::unexpected<Error> lose(const Text &why)
    {
        m_connection.reset();
        m_nextTry = m_clock.steadyMs() + betweenTries.after(++m_failures, m_chance).count();
        m_lastWhy = why;
        return fail(away(why));
    }

    Done connect()
    {
        if (m_connection)
            return {};
        if (m_failures > 0 && m_clock.steadyMs() < m_nextTry)
            return fail(away(m_lastWhy));
        const auto password = m_place.password ? m_place.password() : Result<SecretPtr>();
        if (!password)
            return lose(password.error().message);
        m_connection.reset(redisConnectWithTimeout(m_place.host.toUtf8().constData(), m_place.port, patience));
        if (!m_connection || m_connection->err)
            return lose(verbatim(m_connection ? QString::fromUtf8(m_connection->errstr) : QStringLiteral("out of memory")));
        redisSetTimeout(m_connection.get(), patience);
        if (*password) {
            QByteArrayList login{"AUTH"};
            if (!m_place.user.isEmpty())
                login += m_place.user.toUtf8();
            if (auto done = exchange(login + QByteArrayList{(*password)->view().toByteArray()}); !done)
                return fail(done.error());
        }
        if (m_number > 0) {
            if (auto done = exchange({"SELECT", QByteArray::number(m_number)}); !done)
                return fail(done.error());
        }
        m_failures = 0;
        return {};
    }

    Result<Reply> exchange(const QByteArrayList &words)
    {
        std::vector<const char *> texts;
        std::vector<size_t> sizes;
        for (const QByteArray &word : words) {
            texts.push_back(word.constData());
            sizes.push_back(static_cast<size_t>(word.size()));
        }
        Reply reply(static_cast<redisReply *>(redisCommandArgv(m_connection.get(), static_cast<int>(texts.size()), texts.data(), sizes.data())));
        if (!reply)
            return lose(verbatim(QString::fromUtf8(m_connection->errstr)));
        if (reply->type == REDIS_REPLY_ERROR) {
            QString why = QString::fromUtf8(bytesOf(*reply)).left(200);
            if (why.endsWith(u'.'))
                why.chop(1); // our sentence goes on behind it
            return lose(verbatim(why));
        }
        return reply;
    }

    Result<Reply> command(const QByteArrayList &words)
    {
        const bool wasConnected = m_connection != nullptr;
        if (auto there = connect(); !there)
            return fail(there.error());
        auto reply = exchange(words);
        if (reply || !wasConnected)
            return reply;
        // A connection that lay idle may have been closed from there; a new one tells whether it is away.
        m_failures = 0;
        if (auto there = connect(); !there)
            return fail(there.error());
        return exchange(words);
    }

    template <class F>
    Done eachKeys(F f)
    {
        QByteArray cursor = "0";
        do {
            const auto reply = command({"SCAN", cursor, "MATCH", prefix + '*', "COUNT", QByteArray::number(keysAtOnce)});
            if (!reply)
                return fail(reply.error());
            const redisReply &page = **reply;
            if (page.type != REDIS_REPLY_ARRAY || page.elements != 2)
                return lose(text(QT_TRANSLATE_NOOP("Engine", "it answers SCAN otherwise than Redis does")));
            cursor = bytesOf(*page.element[0]);
            QByteArrayList keys;
            for (size_t i = 0; i < page.element[1]->elements; ++i)
                keys += bytesOf(*page.element[1]->element[i]);
            if (keys.isEmpty())
                continue;
            if (auto done = f(keys); !done)
                return done;
        } while (cursor != "0");
        return {};
    }

    const BackendUrl m_place;
    const int m_number;
    Milliseconds m_ttl;
    Clock &m_clock;
    QRandomGenerator m_chance;
    Context m_connection;
    int m_failures = 0;
    qint64 m_nextTry = 0; ///< steady ms
    Text m_lastWhy;
    qint64 m_hits = 0;
    qint64 m_misses = 0;
};

RedisCache::RedisCache(BackendUrl place, int number, Milliseconds ttl, Clock &clock)
    : m_talker(new Talker(std::move(place), number, ttl, clock))
{
    m_thread.setObjectName(QStringLiteral("redis"));
    m_talker->moveToThread(&m_thread);
    m_thread.start();
}

RedisCache::~RedisCache()
{
    m_talker->deleteLater();
    m_thread.quit();
    m_thread.wait();
}

Future<Result<std::optional<CachedTitle>>> RedisCache::find(TitleKey key)
{
    return ask(m_talker, [talker = m_talker, key = std::move(key)] { return talker->find(key); });
}

Future<Done> RedisCache::put(TitleKey key, CachedTitle title)
{
    return ask(m_talker, [talker = m_talker, key = std::move(key), title = std::move(title)] { return talker->put(key, title); });
}

Future<Done> RedisCache::remove(TitleKey key)
{
    return ask(m_talker, [talker = m_talker, key = std::move(key)] { return talker->remove(key); });
}

Future<Done> RedisCache::clear()
{
    return ask(m_talker, [talker = m_talker] { return talker->clear(); });
}

Future<Result<CacheState>> RedisCache::state()
{
    return ask(m_talker, [talker = m_talker] { return talker->state(); });
}

void RedisCache::setTimeToLive(Milliseconds ttl)
{
    post(m_talker, [talker = m_talker, ttl] { talker->setTimeToLive(ttl); });
}

} // namespace kule
