// SPDX-License-Identifier: GPL-3.0-or-later
// The vault's file and, once it is open, what it holds. Blocks on disk and key; one thread at a time (VaultStore's pool).
// What is written is on the disk whole before it counts; a write that fails leaves file and memory as they were. A file that
// somebody else put in its place meanwhile is not written over.
#pragma once
#include "secrets/secretstore.h"
#include "secrets/vaultfile.h"

#include <functional>
#include <optional>

namespace kule {

/// Whether that step of writing shall fail; the seam through which tests inject faults. "open", "write", "sync", "rename"
using VaultFault = std::function<bool(const char *step)>;

class Vault
{
public:
    Vault(QString file, VaultCost cost, VaultFault fault);

    bool isThere() const;
    bool isOpen() const { return m_key.has_value(); }
    /// secrets.no_vault, secrets.locked, secrets.swapped, and what is wrong with the file.
    Done check() const;

    /// secrets.no_vault, secrets.wrong_passphrase, secrets.damaged, secrets.newer_vault
    Done open(const Secret &passphrase);
    void close();
    /// Makes one and opens it; one that is there is kept aside first, and what it holds comes along if it was open. secrets.weak_passphrase, secrets.not_written
    Done startAnew(const Secret &passphrase);
    Done changePassphrase(const Secret &former, const Secret &passphrase);

    Result<SecretPtr> read(const QString &name) const;
    Done write(const QString &name, const SecretPtr &value, qint64 nowMs);
    Done remove(const QString &name);
    Result<std::vector<SecretEntry>> list() const;

private:
    Result<QByteArray> load() const;
    Done checkOpen() const;
    /// secrets.swapped; a file that is gone is made again by the next write.
    Done checkFile() const;
    Error errorOf(VaultProblem problem) const;
    /// To the disk, then into force.
    Done keep(VaultContent content, VaultKey key);
    Done save(const QByteArray &bytes) const;

    const QString m_file;
    const VaultCost m_cost;
    const VaultFault m_fault;
    VaultContent m_content;
    std::optional<VaultKey> m_key; ///< nothing: locked
    QByteArray m_seal; ///< the end of the file as it was read or written last, which no two files share
};

} // namespace kule
