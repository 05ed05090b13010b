// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/store.h"

#include "store/schema.h"

#include <QFile>
#include <QThreadStorage>

#include <future>

namespace kule {
namespace {

// More would make the first of a batch wait for the last.
constexpr std::size_t largestBatch = 256;
constexpr std::chrono::microseconds companyWait{100};

// A reader's connection lives as long as its pool thread; the file is compared in case a second store lives in the process.
struct ReaderConnection
{
    QString file;
    std::unique_ptr<Database> database;
};
QThreadStorage<ReaderConnection> readerConnection;

Error closedError(const Error &because)
{
    return {ErrorKind::Unavailable, "store.closed",
            text(QT_TRANSLATE_NOOP("Engine", "Nothing more is written, as the last write may be lost. Look at the disk of the data folder; Kule goes on by itself when it is well again.")),
            {{"cause", because.code}}, std::nullopt};
}

Error goneError(const QString &file)
{
    return {ErrorKind::Unavailable, "store.gone", text(QT_TRANSLATE_NOOP("Engine", "The database %1 is gone. Put the data folder back; Kule then goes on by itself."), file), nullptr, std::nullopt};
}

} // namespace

Store::Store(StoreOptions options)
    : m_options(std::move(options))
{
    m_pool.setMaxThreadCount(m_options.readers);
    m_pool.setExpiryTimeout(-1);
}

Result<std::unique_ptr<Store>> Store::open(StoreOptions options, qint64 nowMs)
{
    std::unique_ptr<Store> store(new Store(std::move(options)));
    std::promise<Done> opened;
    auto answer = opened.get_future();
    // The connection belongs to the store thread, so it is opened there.
    store->m_thread = std::thread([raw = store.get(), nowMs, &opened] {
        auto database = Database::open(raw->m_options.file, Database::Access::ReadWrite, raw->m_options.fault, raw->m_options.redaction);
        Done ready = database ? migrate(**database, raw->m_options.schemaFolder, raw->m_options.backupFolder, nowMs) : Done(tl::unexpected(database.error()));
        const bool isReady = ready.has_value();
        if (isReady)
            raw->m_writer = std::move(*database);
        opened.set_value(std::move(ready));
        if (isReady)
            raw->work();
        raw->m_writer.reset();
    });
    if (Done ready = answer.get(); !ready)
        return fail(ready.error());
    return store;
}

Store::~Store()
{
    close();
}

void Store::close()
{
    m_pool.waitForDone(); // what they ask in turn is still taken
    {
        const std::lock_guard lock(m_mutex);
        m_isClosed = true;
    }
    m_wake.notify_one();
    if (m_thread.joinable())
        m_thread.join();
    m_pool.waitForDone(); // those that came before the door was shut
}

void Store::enqueue(Task task)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_isClosed)
            return;
        m_queue.push_back(std::move(task));
    }
    m_wake.notify_one();
}

void Store::startReading(std::function<void()> run)
{
    const std::lock_guard lock(m_mutex);
    if (!m_isClosed)
        m_pool.start(std::move(run));
}

void Store::work()
{
    std::vector<Task> batch;
    do {
        batch = nextBatch(batch.size());
        commitTogether(batch);
    } while (!batch.empty());
}

// Those whom the former batch answered come back within microseconds: a short wait for as many as then saves them all a
// trip to the disk. A lone caller never waits.
std::vector<Store::Task> Store::nextBatch(std::size_t former)
{
    std::vector<Task> batch;
    std::unique_lock lock(m_mutex);
    m_wake.wait(lock, [this] { return m_isClosed || !m_queue.empty(); });
    if (former > 2 && m_queue.size() < former)
        m_wake.wait_for(lock, companyWait, [&] { return m_isClosed || m_queue.size() >= former; });
    while (!m_queue.empty() && batch.size() < largestBatch && (batch.empty() || !m_queue.front().isReopening)) {
        batch.push_back(std::move(m_queue.front()));
        m_queue.pop_front();
        if (batch.back().isReopening)
            break;
    }
    return batch;
}

void Store::commitTogether(std::vector<Task> &batch)
{
    if (batch.empty())
        return;
    if (batch.front().isReopening) {
        const Done done = batch.front().run(*m_writer);
        batch.front().finish(done ? std::nullopt : std::optional(done.error()));
        return;
    }
    if (!trouble() && !QFile::exists(m_options.file))
        distrust(goneError(m_options.file));
    if (const auto why = trouble()) {
        for (Task &task : batch)
            task.finish(closedError(*why));
        return;
    }
    if (tryTogether(batch))
        return;
    // One of them failed and took its neighbours' transaction along: each again in one of its own.
    for (Task &task : batch)
        commitAlone(task);
}

bool Store::tryTogether(std::vector<Task> &batch)
{
    if (!m_writer->begin())
        return false;
    for (Task &task : batch) {
        if (!task.run(*m_writer)) {
            m_writer->rollback();
            return false;
        }
    }
    if (const auto committed = commit(); !committed) {
        m_writer->rollback();
        distrust(committed.error());
        for (Task &task : batch)
            task.finish(committed.error());
        return true;
    }
    for (Task &task : batch)
        task.finish(std::nullopt);
    return true;
}

void Store::commitAlone(Task &task)
{
    if (const auto why = trouble()) {
        task.finish(closedError(*why));
        return;
    }
    if (const auto begun = m_writer->begin(); !begun) {
        task.finish(begun.error());
        return;
    }
    if (!task.run(*m_writer)) {
        m_writer->rollback();
        task.finish(std::nullopt);
        return;
    }
    const auto committed = commit();
    if (!committed) {
        m_writer->rollback();
        distrust(committed.error());
    }
    task.finish(committed ? std::nullopt : std::optional(committed.error()));
}

// Also where it fails: then nobody knows what the disk says.
Done Store::commit()
{
    const quint64 step = m_writer->hasRewrittenHistory() ? 1 : 0;
    m_history += step;
    Done done = m_writer->commit();
    m_history += step;
    return done;
}

std::optional<quint64> Store::history() const
{
    const quint64 history = m_history;
    return history % 2 == 0 ? std::optional(history) : std::nullopt;
}

void Store::distrust(Error error)
{
    {
        const std::lock_guard lock(m_mutex);
        m_trouble = std::move(error);
    }
    if (m_options.onTrouble)
        m_options.onTrouble();
}

std::optional<Error> Store::trouble() const
{
    const std::lock_guard lock(m_mutex);
    return m_trouble;
}

Future<Done> Store::reopen()
{
    const Promise<Done> promise;
    enqueue({[this](Database &) { return openAnew(); },
             [promise](const std::optional<Error> &failed) {
                 promise.answer(failed ? Done(tl::unexpected(*failed)) : Done());
             },
             true});
    return promise.future();
}

// What the old connection believes of the file may be wrong after a failed sync, so it goes first.
Done Store::openAnew()
{
    if (!QFile::exists(m_options.file))
        return fail(goneError(m_options.file));
    auto opened = Database::open(m_options.file, Database::Access::ReadWrite, m_options.fault, m_options.redaction);
    if (!opened)
        return fail(opened.error());
    if (auto written = (*opened)->run("UPDATE meta SET value = value WHERE key = 'opened'"); !written)
        return fail(written.error());
    m_writer = std::move(*opened);
    m_history += 2; // the folder that is back may be another copy
    const std::lock_guard lock(m_mutex);
    m_trouble.reset();
    return {};
}

Result<Database *> Store::reader()
{
    ReaderConnection &mine = readerConnection.localData();
    if (!mine.database || mine.file != m_options.file) {
        auto opened = Database::open(m_options.file, Database::Access::ReadOnly, {}, m_options.redaction);
        if (!opened)
            return fail(opened.error());
        mine = {m_options.file, std::move(*opened)};
    }
    return mine.database.get();
}

} // namespace kule
