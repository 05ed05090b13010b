// SPDX-License-Identifier: GPL-3.0-or-later
// Pages that the database of titles did not take, kept in Kule's own until it does: nothing that was fetched is lost. Any
// thread; the store's threads do the work.
#pragma once
#include "store/store.h"
#include "titles/storedtitle.h"

namespace kule {

class TitleSpool
{
public:
    explicit TitleSpool(Store &store)
        : m_store(store)
    {
    }
    /// In place of an older page of the title. store.*
    Future<Done> put(TitleKey key, RawPage page);
    /// The oldest; nothing when it is empty.
    Future<Result<std::optional<std::pair<TitleKey, RawPage>>>> first();
    /// That page of it, not one that came meanwhile.
    Future<Done> remove(TitleKey key, qint64 fetchedAt);
    Future<Result<qint64>> count();

private:
    Store &m_store;
};

} // namespace kule
