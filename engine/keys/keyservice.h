// SPDX-License-Identifier: GPL-3.0-or-later
// The access keys of this engine: stored ones and those of this session, which live in memory only. State lives on the
// engine thread; verify() reads the current table from any thread. Times of use are written once a minute at most.
#pragma once
#include "base/clock.h"
#include "keys/keytable.h"
#include "store/store.h"

namespace kule {

class KeyService final : public AccessKeys
{
    Q_OBJECT
public:
    /// Both outlive it.
    KeyService(Store &store, Clock &clock);
    /// Writes the times of use that are pending.
    ~KeyService() override;

    /// Reads the stored keys; where there has never been one it makes `default` (admin) and hands it out, this once.
    /// Engine thread, before serving; waits for the store. store.*
    Result<std::optional<NewKey>> load();
    /// Takes a key for as long as the program runs. An empty one is not taken. Engine thread.
    void addSessionKey(const QString &name, const Secret &key, Scope scope);
    /// Makes one for as long as the program runs: this computer's own, for the discovery file. Engine thread.
    Secret makeSessionKey(const QString &name, Scope scope);

    std::optional<Caller> verify(QByteArrayView key) const override;
    Future<Result<std::vector<AccessKey>>> list() override;
    Future<Result<NewKey>> create(QString name, Scope scope, Actor actor) override;
    Future<Result<AccessKey>> revoke(KeyId id, Actor actor) override;

private:
    struct Row
    {
        AccessKey key;
        QByteArray digest;
        std::shared_ptr<std::atomic<qint64>> lastUsed;
        qint64 writtenUse = 0;
    };
    AccessKey snapshotOf(const Row &row) const;
    Row *find(const KeyId &id);
    void add(AccessKey key, QByteArray digest);
    void publish();
    void scheduleWrite() const;
    void writeUses();

    Store &m_store;
    Clock &m_clock;
    std::vector<Row> m_rows; ///< oldest first, those of the session among them
    std::atomic<std::shared_ptr<const KeyTable>> m_table;
    mutable std::atomic_bool m_isWriteDue = false;
    std::unique_ptr<Clock::Timer> m_writing;
};

} // namespace kule
