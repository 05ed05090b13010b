// SPDX-License-Identifier: GPL-3.0-or-later
// The SQL of pages that are watched: how far the last complete look got. Every function runs within a read or a write of the store.
#pragma once
#include "store/database.h"

namespace kule {

struct WatchedPage
{
    QByteArray selectors; ///< digest of how it was read
    QByteArray etag;
    QByteArray modified;
    qint64 lookedAt = 0;
};

namespace pagetable {

Result<std::optional<WatchedPage>> find(Database &database, qint64 bot, const QString &url);
Done put(Database &database, qint64 bot, const QString &url, const WatchedPage &page);

} // namespace pagetable
} // namespace kule
