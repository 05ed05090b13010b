// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes that nobody may see: scrubbed when they go, not printable, not comparable but in constant time. Move-only,
// so that each copy is somebody's decision; across threads goes a SecretPtr. Any thread.
#pragma once
#include <QByteArrayView>

#include <memory>
#include <vector>

class QDebug;

namespace kule {

/// Overwrites memory in a way that the optimiser keeps.
void scrub(void *memory, std::size_t size);
/// Scrubs what it gives back.
template <class T>
struct ScrubbingAllocator
{
    using value_type = T;

    ScrubbingAllocator() = default;
    template <class U>
    ScrubbingAllocator(const ScrubbingAllocator<U> &) noexcept
    {
    }
    T *allocate(std::size_t count) { return std::allocator<T>().allocate(count); }
    void deallocate(T *memory, std::size_t count) noexcept
    {
        scrub(memory, count * sizeof(T));
        std::allocator<T>().deallocate(memory, count);
    }
    template <class U>
    bool operator==(const ScrubbingAllocator<U> &) const noexcept
    {
        return true;
    }
};
/// A secret that is being put together. Not a string, as a short one lies within the object itself.
using SecretBytes = std::vector<char, ScrubbingAllocator<char>>;

/// True when equal; takes the same time wherever they differ.
bool equalInConstantTime(QByteArrayView a, QByteArrayView b);

class Secret
{
public:
    Secret() = default;
    explicit Secret(QByteArrayView bytes);
    ~Secret() { scrub(m_bytes.get(), m_size); }
    Secret(const Secret &) = delete;
    Secret &operator=(const Secret &) = delete;
    Secret(Secret &&other) noexcept { swap(other); }
    Secret &operator=(Secret &&other) noexcept
    {
        Secret gone(std::move(other));
        swap(gone);
        return *this;
    }

    bool isEmpty() const { return m_size == 0; }
    Secret clone() const { return Secret(view()); }
    /// For the one call that must send or hash it; never keep what it returns.
    QByteArrayView view() const { return {m_bytes.get(), static_cast<qsizetype>(m_size)}; }
    bool matches(QByteArrayView other) const { return !isEmpty() && equalInConstantTime(view(), other); }

private:
    void swap(Secret &other) noexcept
    {
        m_bytes.swap(other.m_bytes);
        std::swap(m_size, other.m_size);
    }
    // Not a string: a short one lies within the object itself, and a move leaves it behind unscrubbed.
    std::unique_ptr<char[]> m_bytes;
    std::size_t m_size = 0;
};

using SecretPtr = std::shared_ptr<const Secret>;

QDebug operator<<(QDebug, const Secret &) = delete;

} // namespace kule
