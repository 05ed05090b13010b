// SPDX-License-Identifier: GPL-3.0-or-later
// The one door to the database. Writes run on the store thread, many in one transaction (group commit), and are answered
// only once they are on the disk; reads run on pool threads, each with a connection of its own. Public calls: any thread.
// After a failed commit durability is in doubt, and without its file there is none: writes are refused (store.closed) until
// reopen() has found everything well.
#pragma once
#include "base/async.h"
#include "store/database.h"

#include <QThreadPool>

#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace kule {

struct StoreOptions
{
    QString file;
    QString backupFolder;
    StoreFault fault = {};
    int readers = 4; ///< threads, so connections too
    QString schemaFolder = QStringLiteral(":/schema");
    std::function<void()> onTrouble = {}; ///< called on the store thread when writes begin to be refused
    StoreRedaction redaction = {}; ///< any thread
};

class Store
{
public:
    /// Opens and migrates. store.cannot_open, store.corrupt, store.newer_schema, …
    static Result<std::unique_ptr<Store>> open(StoreOptions options, qint64 nowMs);
    /// As close().
    ~Store();
    Store(const Store &) = delete;
    Store &operator=(const Store &) = delete;

    /// Finishes what was asked, and what that asked in turn, then stops the threads. Whoever asks later is answered engine.gone,
    /// so callers that end later than the store does are safe while it is there. Any thread but its own.
    void close();

    /// Runs f(Database &) -> Result<T> in a transaction. f may run twice (when a neighbour in its transaction fails), so it
    /// changes nothing but the database. stored: called on the store thread when it is on the disk, before the answer; it
    /// returns at once.
    template <class F>
    auto write(F f, std::function<void()> stored = {})
    {
        using R = std::invoke_result_t<F, Database &>;
        const Promise<R> promise;
        auto future = promise.future();
        auto answer = std::make_shared<R>(tl::unexpected(detail::goneError()));
        enqueue({[f = std::move(f), answer](Database &database) mutable -> Done {
                     *answer = f(database);
                     return *answer ? Done() : Done(tl::unexpected(answer->error()));
                 },
                 [promise, answer, stored = std::move(stored)](const std::optional<Error> &commitFailed) {
                     if (stored && *answer && !commitFailed)
                         stored();
                     promise.answer(commitFailed ? R(tl::unexpected(*commitFailed)) : std::move(*answer));
                 }});
        return future;
    }

    /// Runs f(Database &) -> Result<T> on a pool thread, over a consistent snapshot.
    template <class F>
    auto read(F f)
    {
        using R = std::invoke_result_t<F, Database &>;
        const Promise<R> promise;
        auto future = promise.future();
        startReading([this, f = std::move(f), promise]() mutable {
            Result<Database *> database = reader();
            promise.answer(database ? snapshot<R>(**database, f) : R(tl::unexpected(database.error())));
        });
        return future;
    }

    /// Opens the file anew and takes writes again if that went well; what opening said. Never makes a file that is gone.
    Future<Done> reopen();
    /// Why writes are refused; nothing while all is well. Any thread.
    std::optional<Error> trouble() const;
    /// Goes on with each commit that rewrites history (Database::rewritesHistory), before its write is answered; nothing while
    /// such a commit is under way. What a read that began after it found of finished things holds while it stays. Any thread.
    std::optional<quint64> history() const;

private:
    struct Task
    {
        std::function<Done(Database &)> run;
        std::function<void(const std::optional<Error> &)> finish; ///< the error of a failed commit, else the run's own answer
        bool isReopening = false; ///< runs alone, without a transaction, whatever the trouble
    };

    template <class R, class F>
    static R snapshot(Database &database, F &f)
    {
        if (auto begun = database.run("BEGIN"); !begun)
            return tl::unexpected(begun.error());
        R answer = f(database);
        (void)database.run("COMMIT");
        return answer;
    }

    explicit Store(StoreOptions options);
    // What they drop is answered by that.
    void enqueue(Task task);
    void startReading(std::function<void()> run);
    void work();
    std::vector<Task> nextBatch(std::size_t former);
    void commitTogether(std::vector<Task> &batch);
    /// True when all went well; false: rolled back, nothing answered.
    bool tryTogether(std::vector<Task> &batch);
    void commitAlone(Task &task);
    Done commit();
    void distrust(Error error);
    Done openAnew();
    Result<Database *> reader();

    const StoreOptions m_options;
    QThreadPool m_pool;
    mutable std::mutex m_mutex; ///< guards the four below
    std::condition_variable m_wake;
    std::deque<Task> m_queue;
    bool m_isClosed = false; ///< nothing more is taken
    std::optional<Error> m_trouble;
    std::atomic<quint64> m_history = 0; ///< odd while a commit that rewrites it is under way
    std::unique_ptr<Database> m_writer; ///< store thread only
    std::thread m_thread;
};

} // namespace kule
