// SPDX-License-Identifier: GPL-3.0-or-later
// TitleDatabase in a file of its own beside kule.db: raw pages are large, and no write of a job waits behind one. The store's
// threads do the work; any thread may call.
#pragma once
#include "store/store.h"
#include "titles/titledatabase.h"

namespace kule {

class SqliteTitles final : public TitleDatabase
{
public:
    /// Opens and migrates. store.*
    static Result<std::unique_ptr<SqliteTitles>> open(const QString &file, const QString &backupFolder, qint64 nowMs, StoreFault fault = {});

    Future<Result<DatabaseState>> state() override;
    /// After store trouble; what opening said.
    Future<Done> reopen() { return m_store->reopen(); }

protected:
    void enqueue(Access access, Work work, std::function<void(const Done &)> finish) override;

private:
    explicit SqliteTitles(QString file)
        : m_file(std::move(file))
    {
    }
    const QString m_file;
    std::unique_ptr<Store> m_store;
};

} // namespace kule
