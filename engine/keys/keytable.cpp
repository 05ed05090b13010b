// SPDX-License-Identifier: GPL-3.0-or-later
#include "keys/keytable.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

#include <array>

namespace kule {

Secret randomKey()
{
    std::array<quint32, 8> bits{};
    QRandomGenerator::system()->fillRange(bits.data(), static_cast<qsizetype>(bits.size()));
    QByteArray raw(reinterpret_cast<const char *>(bits.data()), sizeof bits);
    QByteArray key = "kule_" + raw.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    Secret secret(key);
    scrub(bits.data(), sizeof bits);
    scrub(raw.data(), static_cast<std::size_t>(raw.size()));
    scrub(key.data(), static_cast<std::size_t>(key.size()));
    return secret;
}

QByteArray digestOf(QByteArrayView key)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(key);
    return hash.result();
}

const KeyEntry *KeyTable::find(QByteArrayView key) const
{
    if (key.isEmpty())
        return nullptr;
    const QByteArray digest = digestOf(key);
    const KeyEntry *found = nullptr;
    for (const KeyEntry &entry : m_entries) {
        if (equalInConstantTime(entry.digest, digest))
            found = &entry;
    }
    return found;
}

} // namespace kule
