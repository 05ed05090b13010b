// SPDX-License-Identifier: GPL-3.0-or-later
// Watches a page for a bot: looks every so often, puts what is new into the ledger, oldest first, and notes in the same transaction
// that it is known. Lives on the bots' thread; pages are read on another. A kill at any point loses nothing and doubles nothing.
#pragma once
#include "bots/kinds/behaviour.h"
#include "bots/sources/pageloader.h"
#include "net/backoff.h"

#include <QRandomGenerator>

#include <deque>

namespace kule {

class PageWatch final : public QObject
{
public:
    PageWatch(const BotSurroundings &around, const AnnouncementsConfig &config);

    /// The first look is at once: there may be something from the time when nobody looked.
    void start();
    void stop();

private:
    void look();
    void load(const PageLoader::Known &known);
    void read(const LoadedPage &page);
    void sift(const std::vector<SourceItem> &items);
    void takeNext();
    void announce(const SourceItem &item, const QString &detail);
    void loadDetail(const SourceItem &item);
    void concludeDetail(const SourceItem &item, const Result<QString> &detail);
    /// All that was new is in the ledger; only now may the page be asked whether it has changed.
    void finish();
    void rest(const Error &error);
    void sleep(Milliseconds pause);
    /// f on this thread with the answer while it is watched; an error ends the look.
    template <class T, class F>
    void next(Future<Result<T>> future, F f);

    Store &m_store;
    Clock &m_clock;
    const std::function<void()> m_queued;
    const std::function<void(const Text &)> m_troubled;
    const qint64 m_bot;
    const AnnouncementsConfig m_config;
    const WebSource m_source;
    const QByteArray m_digest;
    PageLoader m_loader;
    QRandomGenerator m_chance;
    QByteArray m_etag; ///< of the page whose items are being taken
    QByteArray m_modified;
    std::deque<SourceItem> m_fresh; ///< oldest first
    QHash<QString, int> m_failedDetails; ///< by item, in a row
    bool m_hasLoadedDetail = false;      ///< since the look began
    int m_failures = 0;
    bool m_isRunning = false;
    std::unique_ptr<Clock::Timer> m_timer;
};

} // namespace kule
