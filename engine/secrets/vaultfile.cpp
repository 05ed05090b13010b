// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/vaultfile.h"

#include <QtEndian>

#include <sodium.h>

#include <array>
#include <optional>

namespace kule {
namespace {

constexpr QByteArrayView magic("KULEVLT\0", 8);
constexpr quint32 version = 1;
constexpr qsizetype saltSize = crypto_pwhash_SALTBYTES;
constexpr qsizetype nonceSize = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr qsizetype keySize = crypto_aead_xchacha20poly1305_ietf_KEYBYTES;
constexpr qsizetype tagSize = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr qsizetype sumSize = 32;
constexpr qsizetype saltAt = 8 + 4 + 8 + 8;
constexpr qsizetype headerSize = saltAt + saltSize + nonceSize;
// What a file may ask of this computer before it has proved anything.
constexpr quint64 mostPasses = 64;
constexpr quint64 mostMemory = 1024 * 1024 * 1024;

const unsigned char *bytesOf(QByteArrayView view)
{
    return reinterpret_cast<const unsigned char *>(view.data());
}

unsigned char *bytesOf(QByteArray &array)
{
    return reinterpret_cast<unsigned char *>(array.data());
}

template <class N>
void append(std::string &out, N number)
{
    const N little = qToLittleEndian(number);
    out.append(reinterpret_cast<const char *>(&little), sizeof little);
}

template <class N>
N numberAt(QByteArrayView bytes, qsizetype offset)
{
    return qFromLittleEndian<N>(bytes.data() + offset);
}

QByteArray sumOf(QByteArrayView bytes)
{
    QByteArray sum(sumSize, '\0');
    crypto_generichash(bytesOf(sum), sumSize, bytesOf(bytes), static_cast<unsigned long long>(bytes.size()), nullptr, 0);
    return sum;
}

tl::expected<VaultKey, VaultProblem> derive(const Secret &passphrase, VaultCost cost, QByteArrayView salt)
{
    std::string key(static_cast<std::size_t>(keySize), '\0');
    const QByteArrayView words = passphrase.isEmpty() ? QByteArrayView("", qsizetype(0)) : passphrase.view(); // never null
    const bool isMade = crypto_pwhash(reinterpret_cast<unsigned char *>(key.data()), static_cast<unsigned long long>(keySize), words.data(),
                                      static_cast<unsigned long long>(words.size()), bytesOf(salt), cost.passes,
                                      static_cast<std::size_t>(cost.memory), crypto_pwhash_ALG_ARGON2ID13)
        == 0;
    VaultKey made{cost, salt.toByteArray(), std::make_shared<const Secret>(QByteArrayView(key))};
    sodium_memzero(key.data(), key.size());
    if (!isMade)
        return tl::unexpected(VaultProblem::NoMemory);
    return made;
}

/// Takes values off the front; once something is missing, everything is.
class Reader
{
public:
    explicit Reader(QByteArrayView bytes)
        : m_left(bytes)
    {
    }
    template <class N>
    N number()
    {
        const QByteArrayView bytes = take(sizeof(N));
        return m_isGood ? numberAt<N>(bytes, 0) : 0;
    }
    QByteArrayView take(qsizetype size)
    {
        m_isGood = m_isGood && size >= 0 && size <= m_left.size();
        if (!m_isGood)
            return {};
        const QByteArrayView taken = m_left.first(size);
        m_left = m_left.sliced(size);
        return taken;
    }
    bool isGood() const { return m_isGood; }
    bool isAtEnd() const { return m_isGood && m_left.isEmpty(); }

private:
    QByteArrayView m_left;
    bool m_isGood = true;
};

std::optional<VaultContent> contentOf(QByteArrayView plain)
{
    Reader reader(plain);
    VaultContent content;
    for (quint32 left = reader.number<quint32>(); left > 0 && reader.isGood(); --left) {
        const QString name = QString::fromUtf8(reader.take(reader.number<quint16>()));
        const qint64 updatedAt = reader.number<qint64>();
        content[name] = {std::make_shared<const Secret>(reader.take(reader.number<quint32>())), updatedAt};
    }
    return reader.isAtEnd() ? std::optional(std::move(content)) : std::nullopt;
}

std::string plainOf(const VaultContent &content)
{
    std::size_t size = sizeof(quint32);
    for (const auto &[name, entry] : content)
        size += sizeof(quint16) + sizeof(qint64) + sizeof(quint32) + static_cast<std::size_t>(name.toUtf8().size() + entry.value->view().size());
    std::string plain;
    plain.reserve(size); // so that no former buffer stays behind
    append(plain, static_cast<quint32>(content.size()));
    for (const auto &[name, entry] : content) {
        const QByteArray utf8 = name.toUtf8();
        const QByteArrayView value = entry.value->view();
        append(plain, static_cast<quint16>(utf8.size()));
        plain.append(utf8.constData(), static_cast<std::size_t>(utf8.size()));
        append(plain, entry.updatedAt);
        append(plain, static_cast<quint32>(value.size()));
        plain.append(value.data(), static_cast<std::size_t>(value.size()));
    }
    return plain;
}

tl::expected<VaultCost, VaultProblem> examine(QByteArrayView file)
{
    if (file.size() < 12 || !file.startsWith(magic))
        return tl::unexpected(VaultProblem::Damaged);
    // A newer one may be laid out otherwise, sum and all.
    if (numberAt<quint32>(file, 8) > version)
        return tl::unexpected(VaultProblem::Newer);
    if (file.size() < headerSize + tagSize + sumSize || numberAt<quint32>(file, 8) != version || sumOf(file.chopped(sumSize)) != file.last(sumSize))
        return tl::unexpected(VaultProblem::Damaged);
    const VaultCost cost{numberAt<quint64>(file, 12), numberAt<quint64>(file, 20)};
    const bool isSane = cost.passes >= crypto_pwhash_OPSLIMIT_MIN && cost.passes <= mostPasses && cost.memory >= crypto_pwhash_MEMLIMIT_MIN && cost.memory <= mostMemory;
    return isSane ? tl::expected<VaultCost, VaultProblem>(cost) : tl::unexpected(VaultProblem::Damaged);
}

bool isSodiumReady()
{
    static const bool isReady = sodium_init() >= 0;
    return isReady;
}

} // namespace

tl::expected<VaultKey, VaultProblem> makeVaultKey(const Secret &passphrase, VaultCost cost)
{
    if (!isSodiumReady())
        return tl::unexpected(VaultProblem::NoMemory);
    QByteArray salt(saltSize, '\0');
    randombytes_buf(salt.data(), static_cast<std::size_t>(saltSize));
    return derive(passphrase, cost, salt);
}

tl::expected<VaultKey, VaultProblem> vaultKeyFor(QByteArrayView file, const Secret &passphrase)
{
    if (!isSodiumReady())
        return tl::unexpected(VaultProblem::NoMemory);
    const auto cost = examine(file);
    if (!cost)
        return tl::unexpected(cost.error());
    return derive(passphrase, *cost, file.sliced(saltAt, saltSize));
}

tl::expected<VaultContent, VaultProblem> openVault(QByteArrayView file, const VaultKey &key)
{
    if (const auto cost = examine(file); !cost)
        return tl::unexpected(cost.error());
    const QByteArrayView header = file.first(headerSize);
    const QByteArrayView sealed = file.sliced(headerSize).chopped(sumSize);
    std::string plain(static_cast<std::size_t>(sealed.size() - tagSize), '\0');
    const bool isOpened = crypto_aead_xchacha20poly1305_ietf_decrypt(reinterpret_cast<unsigned char *>(plain.data()), nullptr, nullptr, bytesOf(sealed),
                                                                     static_cast<unsigned long long>(sealed.size()), bytesOf(header), static_cast<unsigned long long>(header.size()),
                                                                     bytesOf(header.last(nonceSize)), bytesOf(key.key->view()))
        == 0;
    auto content = isOpened ? contentOf(plain) : std::nullopt;
    sodium_memzero(plain.data(), plain.size());
    if (!isOpened)
        return tl::unexpected(VaultProblem::WrongPassphrase);
    return content ? tl::expected<VaultContent, VaultProblem>(std::move(*content)) : tl::unexpected(VaultProblem::Damaged);
}

QByteArray sealVault(const VaultContent &content, const VaultKey &key)
{
    std::string header(magic.data(), static_cast<std::size_t>(magic.size()));
    append(header, version);
    append(header, key.cost.passes);
    append(header, key.cost.memory);
    header.append(key.salt.constData(), static_cast<std::size_t>(saltSize));
    std::array<char, static_cast<std::size_t>(nonceSize)> nonce{};
    randombytes_buf(nonce.data(), nonce.size());
    header.append(nonce.data(), nonce.size());

    std::string plain = plainOf(content);
    QByteArray file = QByteArray::fromStdString(header);
    file.resize(headerSize + static_cast<qsizetype>(plain.size()) + tagSize);
    crypto_aead_xchacha20poly1305_ietf_encrypt(bytesOf(file) + headerSize, nullptr, reinterpret_cast<const unsigned char *>(plain.data()), plain.size(),
                                               reinterpret_cast<const unsigned char *>(header.data()), header.size(), nullptr,
                                               reinterpret_cast<const unsigned char *>(nonce.data()), bytesOf(key.key->view()));
    sodium_memzero(plain.data(), plain.size());
    return file + sumOf(file);
}

} // namespace kule
