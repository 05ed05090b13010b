// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/secret.h"

#include <algorithm>

namespace kule {

void scrub(void *memory, std::size_t size)
{
    auto *bytes = static_cast<volatile unsigned char *>(memory);
    for (std::size_t i = 0; i < size; ++i)
        bytes[i] = 0;
}

Secret::Secret(QByteArrayView bytes)
    : m_bytes(bytes.isEmpty() ? nullptr : std::make_unique<char[]>(static_cast<std::size_t>(bytes.size())))
    , m_size(static_cast<std::size_t>(bytes.size()))
{
    std::copy(bytes.begin(), bytes.end(), m_bytes.get());
}

bool equalInConstantTime(QByteArrayView a, QByteArrayView b)
{
    if (a.size() != b.size())
        return false;
    unsigned char difference = 0;
    for (qsizetype i = 0; i < a.size(); ++i)
        difference = static_cast<unsigned char>(difference | (static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b[i])));
    return difference == 0;
}

} // namespace kule
