// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes that nobody may see: scrubbed when they go, not printable, not comparable but in constant time. Move-only,
// so that each copy is somebody's decision. Any thread.
#pragma once
#include <QByteArrayView>

#include <string>

namespace kule {

/// Overwrites memory in a way that the optimiser keeps.
void scrub(void *memory, std::size_t size);
/// True when equal; takes the same time wherever they differ.
bool equalInConstantTime(QByteArrayView a, QByteArrayView b);

class Secret
{
public:
    Secret() = default;
    explicit Secret(QByteArrayView bytes)
        : m_bytes(bytes.data(), static_cast<std::size_t>(bytes.size()))
    {
    }
    ~Secret() { scrub(m_bytes.data(), m_bytes.size()); }
    Secret(const Secret &) = delete;
    Secret &operator=(const Secret &) = delete;
    Secret(Secret &&other) noexcept { swap(other); }
    Secret &operator=(Secret &&other) noexcept
    {
        Secret gone(std::move(other));
        swap(gone);
        return *this;
    }

    bool isEmpty() const { return m_bytes.empty(); }
    Secret clone() const { return Secret(view()); }
    /// For the one call that must send or hash it; never keep what it returns.
    QByteArrayView view() const { return {m_bytes.data(), static_cast<qsizetype>(m_bytes.size())}; }
    bool matches(QByteArrayView other) const { return !isEmpty() && equalInConstantTime(view(), other); }

private:
    void swap(Secret &other) noexcept { m_bytes.swap(other.m_bytes); }
    std::string m_bytes;
};

} // namespace kule
