// SPDX-License-Identifier: GPL-3.0-or-later
// A vault as bytes: a header in the clear with all that its key is made by, then everything else encrypted. Pure; any thread.
//
//   "KULEVLT\0"  u32 version  u64 passes  u64 memory  16 salt  24 nonce  | XChaCha20-Poly1305 of the content | 32 BLAKE2b of all before
//
// Numbers are little-endian. The key is Argon2id of the passphrase by passes, memory and salt; the header is authenticated
// with the content. The sum at the end tells damage from a wrong passphrase; it keeps nothing secret.
#pragma once
#include "base/result.h"
#include "base/secret.h"

#include <QByteArray>

#include <map>

namespace kule {

/// What Argon2id costs. As libsodium counts: passes over the memory, bytes of memory.
struct VaultCost
{
    quint64 passes = 3;
    quint64 memory = 256 * 1024 * 1024;
};

struct VaultEntry
{
    SecretPtr value;
    qint64 updatedAt = 0; ///< UTC ms
};
using VaultContent = std::map<QString, VaultEntry>;

struct VaultKey
{
    VaultCost cost;
    QByteArray salt; ///< 16 bytes
    SecretPtr key;   ///< 32 bytes
};

enum class VaultProblem { Damaged, Newer, WrongPassphrase, NoMemory };

/// A key for a new vault, by a salt of its own; takes a good part of a second. NoMemory.
tl::expected<VaultKey, VaultProblem> makeVaultKey(const Secret &passphrase, VaultCost cost);
/// The key that these bytes want; Damaged and Newer are told before anything is computed.
tl::expected<VaultKey, VaultProblem> vaultKeyFor(QByteArrayView file, const Secret &passphrase);
tl::expected<VaultContent, VaultProblem> openVault(QByteArrayView file, const VaultKey &key);
/// By a nonce of its own each time.
QByteArray sealVault(const VaultContent &content, const VaultKey &key);

} // namespace kule
