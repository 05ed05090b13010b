// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/vault.h"

#include "base/disk.h"

#include <QFileInfo>

#include <cerrno>
#include <cstring>
#include <filesystem>

namespace kule {
namespace {

constexpr qsizetype shortestPassphrase = 8;
constexpr qsizetype longestPassphrase = 1024;
constexpr qsizetype sealSize = 32;
constexpr qint64 largestVault = 64 * 1024 * 1024;

bool isFit(const Secret &passphrase)
{
    const qsizetype size = passphrase.view().size();
    return size >= shortestPassphrase && size <= longestPassphrase;
}

} // namespace

Vault::Vault(QString file, VaultCost cost, VaultFault fault)
    : m_file(std::move(file))
    , m_cost(cost)
    , m_fault(std::move(fault))
{
}

bool Vault::isThere() const
{
    return QFileInfo::exists(m_file);
}

Done Vault::checkOpen() const
{
    return isOpen() ? Done() : check();
}

Done Vault::checkFile() const
{
    QFile file(m_file);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const bool isOurs = file.seek(std::max<qint64>(0, file.size() - sealSize)) && file.read(sealSize) == m_seal;
    return isOurs ? Done() : fail(secreterror::swappedVault(m_file));
}

Done Vault::check() const
{
    if (isOpen())
        return checkFile();
    const auto bytes = load();
    if (!bytes)
        return fail(bytes.error());
    return fail(secreterror::locked(SecretPlace::Vault));
}

Result<QByteArray> Vault::load() const
{
    if (!isThere())
        return fail(secreterror::noVault());
    QFile file(m_file);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Unavailable, "secrets.not_readable", text(QT_TRANSLATE_NOOP("Engine", "The vault %1 cannot be read: %2."), m_file, file.errorString()));
    return file.size() > largestVault ? Result<QByteArray>(fail(secreterror::damaged(m_file))) : file.readAll();
}

Error Vault::errorOf(VaultProblem problem) const
{
    switch (problem) {
    case VaultProblem::Damaged:
        return secreterror::damaged(m_file);
    case VaultProblem::Newer:
        return secreterror::newerVault(m_file);
    case VaultProblem::WrongPassphrase:
        return secreterror::wrongPassphrase();
    case VaultProblem::NoMemory:
        break;
    }
    return {ErrorKind::Unavailable, "secrets.no_memory", text(QT_TRANSLATE_NOOP("Engine", "There is not enough memory to open the vault. Close other programs and try again.")), nullptr, std::nullopt};
}

Done Vault::open(const Secret &passphrase)
{
    const auto bytes = load();
    if (!bytes)
        return fail(bytes.error());
    auto key = vaultKeyFor(*bytes, passphrase);
    if (!key)
        return fail(errorOf(key.error()));
    auto content = openVault(*bytes, *key);
    if (!content)
        return fail(errorOf(content.error()));
    m_content = std::move(*content);
    m_key = std::move(*key);
    m_seal = bytes->right(sealSize);
    return {};
}

void Vault::close()
{
    m_content.clear();
    m_key.reset();
}

Done Vault::startAnew(const Secret &passphrase)
{
    if (!isFit(passphrase))
        return fail(secreterror::weakPassphrase());
    auto key = makeVaultKey(passphrase, m_cost);
    if (!key)
        return fail(errorOf(key.error()));
    QString aside;
    if (isThere()) {
        int number = 1;
        do
            aside = m_file + QStringLiteral(".old-%1").arg(number++);
        while (QFileInfo::exists(aside));
        // A copy: until the new one stands, the old one does.
        if (!QFile::copy(m_file, aside))
            return fail(secreterror::notWritten(aside, QStringLiteral("copy")));
    }
    auto kept = keep(m_content, std::move(*key));
    if (!kept && !aside.isEmpty())
        QFile::remove(aside);
    return kept;
}

Done Vault::changePassphrase(const Secret &former, const Secret &passphrase)
{
    if (!isFit(passphrase))
        return fail(secreterror::weakPassphrase());
    if (auto opened = open(former); !opened)
        return opened;
    auto key = makeVaultKey(passphrase, m_cost);
    if (!key)
        return fail(errorOf(key.error()));
    return keep(m_content, std::move(*key));
}

Result<SecretPtr> Vault::read(const QString &name) const
{
    if (auto checked = checkOpen(); !checked)
        return fail(checked.error());
    const auto entry = m_content.find(name);
    if (entry == m_content.end())
        return fail(secreterror::notFound(name));
    return entry->second.value;
}

Done Vault::write(const QString &name, const SecretPtr &value, qint64 nowMs)
{
    if (auto checked = check(); !checked)
        return checked;
    VaultContent content = m_content;
    content[name] = {value, nowMs};
    return keep(std::move(content), *m_key);
}

Done Vault::remove(const QString &name)
{
    if (auto checked = check(); !checked)
        return checked;
    VaultContent content = m_content;
    return content.erase(name) == 0 ? Done() : keep(std::move(content), *m_key);
}

Result<std::vector<SecretEntry>> Vault::list() const
{
    if (auto checked = checkOpen(); !checked)
        return fail(checked.error());
    std::vector<SecretEntry> entries;
    for (const auto &[name, entry] : m_content)
        entries.push_back({name, entry.updatedAt});
    return entries;
}

Done Vault::keep(VaultContent content, VaultKey key)
{
    const QByteArray sealed = sealVault(content, key);
    if (auto saved = save(sealed); !saved)
        return saved;
    m_seal = sealed.right(sealSize);
    m_content = std::move(content);
    m_key = std::move(key);
    return {};
}

Done Vault::save(const QByteArray &bytes) const
{
    const auto fails = [this](const char *step) { return m_fault && m_fault(step); };
    QFile file(m_file + QStringLiteral(".new"));
    const auto refused = [&](const QString &why) {
        file.close();
        file.remove();
        return fail(secreterror::notWritten(m_file, why));
    };
    if (fails("open") || !file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        return refused(file.errorString());
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    if (fails("write") || file.write(bytes) != bytes.size())
        return refused(file.errorString());
    if (fails("sync") || !syncToDisk(file))
        return refused(QString::fromLocal8Bit(std::strerror(errno)));
    file.close();
    std::error_code why;
    if (fails("rename"))
        why = std::make_error_code(std::errc::io_error);
    else
        std::filesystem::rename(file.filesystemFileName(), QFileInfo(m_file).filesystemFilePath(), why);
    if (why)
        return refused(QString::fromLocal8Bit(why.message().c_str()));
    syncFolder(QFileInfo(m_file).absolutePath());
    return {};
}

} // namespace kule
