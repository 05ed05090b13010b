// SPDX-License-Identifier: GPL-3.0-or-later
#include "bots/sources/pagewatch.h"

#include "bots/tables/ledgertable.h"
#include "bots/tables/pagetable.h"

#include <QThreadPool>

namespace kule {
namespace {

using namespace std::chrono_literals;

constexpr int mostDetailTries = 3;
constexpr Milliseconds betweenPages = 1s; // of one look

bool mayHelpAgain(const Error &error)
{
    return error.code != "source.gone" && error.code != "source.not_a_page" && error.code != "source.bad_redirect" && error.code != "net.too_large" && error.code != "net.bad_url";
}

std::vector<Outgoing> outgoingsOf(const QStringList &messages)
{
    std::vector<Outgoing> parts;
    for (const QString &message : messages)
        parts.push_back({.text = message});
    return parts;
}

} // namespace

PageWatch::PageWatch(const BotSurroundings &around, const AnnouncementsConfig &config)
    : m_store(around.store)
    , m_clock(around.clock)
    , m_queued(around.queued)
    , m_troubled(around.troubled)
    , m_bot(around.bot.seq)
    , m_config(config)
    , m_source(std::get<WebSource>(config.source))
    , m_digest(m_source.digest())
    , m_loader(around.http, around.clock)
    , m_chance(around.seed)
{
}

template <class T, class F>
void PageWatch::next(Future<Result<T>> future, F f)
{
    whenDone(future, this, [this, f = std::move(f)](const Result<T> &result) {
        if (!m_isRunning)
            return;
        if (!result)
            return rest(result.error());
        if constexpr (std::is_void_v<T>)
            f();
        else
            f(*result);
    });
}

void PageWatch::start()
{
    m_isRunning = true;
    look();
}

void PageWatch::stop()
{
    m_isRunning = false;
    m_timer.reset();
}

void PageWatch::look()
{
    m_hasLoadedDetail = false;
    next(m_store.read([bot = m_bot, url = m_source.url](Database &database) { return pagetable::find(database, bot, url); }), [this](const std::optional<WatchedPage> &former) {
        const bool isSame = former && former->selectors == m_digest;
        load(isSame ? PageLoader::Known{former->etag, former->modified} : PageLoader::Known());
    });
}

void PageWatch::load(const PageLoader::Known &known)
{
    next(m_loader.load(m_source.url, known), [this, known](const std::optional<LoadedPage> &page) {
        m_etag = page ? page->etag : known.etag;
        m_modified = page ? page->modified : known.modified;
        page ? read(*page) : finish();
    });
}

void PageWatch::read(const LoadedPage &page)
{
    next(onPool(*QThreadPool::globalInstance(), [page, source = m_source] { return itemsOf(page, source); }),
         [this](const std::vector<SourceItem> &items) { sift(items); });
}

void PageWatch::sift(const std::vector<SourceItem> &items)
{
    const auto sifting = [items, bot = m_bot, url = m_source.url, digest = m_digest, first = static_cast<std::size_t>(m_config.firstCount), now = m_clock.wallMs()](Database &database) -> Result<std::vector<SourceItem>> {
        std::vector<SourceItem> fresh;
        for (const SourceItem &item : items) {
            const auto number = ledgertable::numberOf(database, bot, url, item.id);
            if (!number)
                return fail(number.error());
            if (!*number)
                fresh.push_back(item);
        }
        const auto former = pagetable::find(database, bot, url);
        if (!former)
            return fail(former.error());
        // Read in another way, a page of which nothing is known is as good as new.
        const bool isNew = !*former || ((*former)->selectors != digest && fresh.size() == items.size());
        if (isNew) {
            for (std::size_t i = std::min(first, fresh.size()); i < fresh.size(); ++i) {
                if (auto passed = ledgertable::pass(database, bot, url, fresh[i].id, now); !passed)
                    return fail(passed.error());
            }
            fresh.resize(std::min(first, fresh.size()));
            if (auto begun = pagetable::put(database, bot, url, {digest, {}, {}, now}); !begun)
                return fail(begun.error());
        }
        std::reverse(fresh.begin(), fresh.end());
        return fresh;
    };
    next(m_store.write(sifting), [this](const std::vector<SourceItem> &fresh) {
        m_fresh.assign(fresh.begin(), fresh.end());
        takeNext();
    });
}

void PageWatch::takeNext()
{
    if (m_fresh.empty())
        return finish();
    const SourceItem item = m_fresh.front();
    if (m_source.detail.isEmpty() || item.link.isEmpty())
        return announce(item, {});
    if (!std::exchange(m_hasLoadedDetail, true))
        return loadDetail(item);
    m_timer = m_clock.after(betweenPages, this, [this, item] { loadDetail(item); });
}

void PageWatch::loadDetail(const SourceItem &item)
{
    whenDone(m_loader.load(item.link), this, [this, item](const Result<std::optional<LoadedPage>> &page) {
        if (!m_isRunning)
            return;
        if (!page || !*page)
            return concludeDetail(item, page ? Result<QString>(QString()) : fail(page.error()));
        const auto reading = onPool(*QThreadPool::globalInstance(), [page = **page, source = m_source] { return detailOf(page, source); });
        whenDone(reading, this, [this, item](const Result<QString> &detail) {
            if (m_isRunning)
                concludeDetail(item, detail);
        });
    });
}

void PageWatch::concludeDetail(const SourceItem &item, const Result<QString> &detail)
{
    if (detail)
        return announce(item, *detail);
    // Those behind it wait for it, to come in order; but not for ever.
    if (mayHelpAgain(detail.error()) && ++m_failedDetails[item.id] < mostDetailTries)
        return rest(detail.error());
    announce(item, {});
}

void PageWatch::announce(const SourceItem &item, const QString &detail)
{
    const QStringList turkish = messagesOf(m_config.heading.in(Language::Turkish), item, detail);
    const QStringList english = messagesOf(m_config.heading.in(Language::English), item, detail);
    const auto announcing = [bot = m_bot, url = m_source.url, id = item.id, parts = outgoingsOf(turkish), other = outgoingsOf(turkish == english ? QStringList() : english), now = m_clock.wallMs()](Database &database) {
        return ledgertable::announce(database, bot, url, id, parts, now, other);
    };
    next(m_store.write(announcing), [this, id = item.id](const std::optional<qint64> &) {
        m_failedDetails.remove(id);
        m_fresh.pop_front();
        m_queued();
        takeNext();
    });
}

void PageWatch::finish()
{
    const auto noting = [bot = m_bot, url = m_source.url, page = WatchedPage{m_digest, m_etag, m_modified, m_clock.wallMs()}](Database &database) { return pagetable::put(database, bot, url, page); };
    next(m_store.write(noting), [this] {
        m_failures = 0;
        m_troubled({});
        sleep(m_config.interval);
    });
}

void PageWatch::rest(const Error &error)
{
    m_fresh.clear();
    m_troubled(error.message);
    const Backoff backoff{std::min<Milliseconds>(30s, m_config.interval), std::max<Milliseconds>(m_config.interval, 30s)};
    const Milliseconds pause = backoff.after(++m_failures, m_chance);
    sleep(std::max(pause, Milliseconds(std::chrono::seconds(error.retryAfter.value_or(0)))));
}

void PageWatch::sleep(Milliseconds pause)
{
    m_timer = m_clock.after(pause, this, [this] { look(); });
}

} // namespace kule
