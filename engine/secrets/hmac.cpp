// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/hmac.h"

#include <sodium.h>

namespace kule {

QByteArray hmacSha256(const Secret &key, QByteArrayView message)
{
    const auto bytes = [](QByteArrayView view) { return reinterpret_cast<const unsigned char *>(view.data()); };
    crypto_auth_hmacsha256_state state;
    QByteArray signature(crypto_auth_hmacsha256_BYTES, '\0');
    crypto_auth_hmacsha256_init(&state, bytes(key.view()), static_cast<std::size_t>(key.view().size()));
    crypto_auth_hmacsha256_update(&state, bytes(message), static_cast<unsigned long long>(message.size()));
    crypto_auth_hmacsha256_final(&state, reinterpret_cast<unsigned char *>(signature.data()));
    sodium_memzero(&state, sizeof state);
    return signature;
}

} // namespace kule
