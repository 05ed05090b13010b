// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/vaultstore.h"

#include "secrets/redactor.h"

#include <QFileInfo>

namespace kule {

VaultStore::VaultStore(QString file, Redactor &redactor, VaultCost cost, VaultFault fault)
    : m_vault(std::move(file), cost, std::move(fault))
    , m_redactor(redactor)
{
    m_pool.setMaxThreadCount(1);
}

VaultStore::~VaultStore()
{
    m_pool.waitForDone();
}

template <class F>
auto VaultStore::inTurn(F f)
{
    return onPool(m_pool, [this, f = std::move(f)] { return f(m_vault); });
}

template <class F>
auto VaultStore::openedBy(const SecretPtr &passphrase, F f)
{
    return inTurn([this, passphrase, f = std::move(f)](Vault &vault) {
        const Done opened = f(vault, *passphrase);
        if (opened)
            m_redactor.learn(*passphrase);
        return opened;
    });
}

Future<Result<SecretPtr>> VaultStore::read(QString name)
{
    return inTurn([name = std::move(name)](Vault &vault) { return vault.read(name); });
}

Future<Done> VaultStore::write(QString name, SecretPtr value, qint64 nowMs)
{
    return inTurn([name = std::move(name), value = std::move(value), nowMs](Vault &vault) { return vault.write(name, value, nowMs); });
}

Future<Done> VaultStore::remove(QString name)
{
    return inTurn([name = std::move(name)](Vault &vault) { return vault.remove(name); });
}

Future<Result<std::vector<SecretEntry>>> VaultStore::list()
{
    return inTurn([](Vault &vault) { return vault.list(); });
}

Future<Done> VaultStore::probe()
{
    return inTurn([](Vault &vault) { return vault.check(); });
}

Future<Result<bool>> VaultStore::isThere()
{
    return inTurn([](Vault &vault) { return Result<bool>(vault.isThere()); });
}

Future<Done> VaultStore::open(SecretPtr passphrase)
{
    return openedBy(passphrase, [](Vault &vault, const Secret &words) { return vault.open(words); });
}

Future<Done> VaultStore::openOrMake(SecretPtr passphrase)
{
    return openedBy(passphrase, [](Vault &vault, const Secret &words) { return vault.isThere() ? vault.open(words) : vault.startAnew(words); });
}

Future<Done> VaultStore::openOrMakeBy(QString passphraseFile)
{
    return inTurn([this, passphraseFile = std::move(passphraseFile)](Vault &vault) -> Done {
        QFile file(passphraseFile);
        if (!QFileInfo(passphraseFile).isFile() || !file.open(QIODevice::ReadOnly))
            return fail(ErrorKind::Unavailable, "secrets.passphrase_file",
                        text(QT_TRANSLATE_NOOP("Engine", "The passphrase file %1 cannot be read. Mend KULE_SECRETS_PASSPHRASE_FILE and start Kule again."), passphraseFile));
        QByteArray line = file.read(4096);
        qsizetype size = line.size();
        while (size > 0 && (line[size - 1] == '\n' || line[size - 1] == '\r'))
            --size;
        const Secret passphrase(QByteArrayView(line).first(size));
        scrub(line.data(), static_cast<std::size_t>(line.size()));
        const Done opened = vault.isThere() ? vault.open(passphrase) : vault.startAnew(passphrase);
        if (opened)
            m_redactor.learn(passphrase);
        return opened;
    });
}

Future<Done> VaultStore::startAnew(SecretPtr passphrase)
{
    return openedBy(passphrase, [](Vault &vault, const Secret &words) { return vault.startAnew(words); });
}

Future<Done> VaultStore::changePassphrase(SecretPtr former, SecretPtr passphrase)
{
    return openedBy(passphrase, [former = std::move(former)](Vault &vault, const Secret &words) { return vault.changePassphrase(*former, words); });
}

} // namespace kule
