// SPDX-License-Identifier: GPL-3.0-or-later
// The keys that open something now, as an immutable table that any thread searches without waiting. Holds digests,
// never keys. The time of last use is shared by successive tables, so that a swap loses none.
#pragma once
#include "keys/accesskeys.h"

#include <atomic>

namespace kule {

/// 256 random bits of the system as "kule_" and base64url.
Secret randomKey();
/// SHA-256 of the key's text.
QByteArray digestOf(QByteArrayView key);

struct KeyEntry
{
    QByteArray digest;
    Caller caller;
    std::shared_ptr<std::atomic<qint64>> lastUsed; ///< UTC ms; 0: never
};

class KeyTable
{
public:
    explicit KeyTable(std::vector<KeyEntry> entries)
        : m_entries(std::move(entries))
    {
    }
    /// Compares with every entry, so that the time taken tells nothing; an empty key matches none.
    const KeyEntry *find(QByteArrayView key) const;

private:
    std::vector<KeyEntry> m_entries;
};

} // namespace kule
