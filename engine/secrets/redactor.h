// SPDX-License-Identifier: GPL-3.0-or-later
// Knows every secret of this program and takes it out of what leaves: plain, as URLs write it, as Base64 at any place of a
// longer text, and as JSON escapes it; what is found becomes "***". learn() may be called from any thread, all else too, and
// none waits for another. What it learnt it keeps until the program ends, as a secret that was replaced may still be good.
//
// Secrets under 8 bytes are not looked for: they would take ordinary words with them. SecretService refuses to keep such.
#pragma once
#include "base/json.h"
#include "base/secret.h"

#include <array>
#include <atomic>
#include <vector>

namespace kule {

inline constexpr qsizetype shortestRedacted = 8;

/// Many byte strings, looked for at once. Immutable; scrubbed when it goes.
class Patterns
{
public:
    explicit Patterns(std::vector<SecretPtr> texts);

    struct Match
    {
        qsizetype start = -1; ///< -1: none
        qsizetype size = 0;
    };
    /// The first one that begins at or after from; of those that begin there, the longest.
    Match find(QByteArrayView text, qsizetype from) const;
    /// How many bytes at the end of text might be the beginning of one.
    qsizetype openEnd(QByteArrayView text) const;
    bool isEmpty() const { return m_texts.empty(); }
    const std::vector<SecretPtr> &texts() const { return m_texts; }

private:
    // Wu and Manber's search: the two bytes at the end of a window as long as the shortest text say how far the next window
    // may be, or which texts may stand here.
    static std::size_t blockAt(QByteArrayView text, qsizetype end);
    /// Texts by the block that ends so many bytes behind their beginning.
    struct Index
    {
        std::vector<quint32> first; ///< by block, into texts; the next block's is the end
        std::vector<quint32> texts; ///< into m_texts
    };
    Index indexed(qsizetype end) const;

    std::vector<SecretPtr> m_texts;
    qsizetype m_window = 0;
    qsizetype m_longest = 0;
    std::vector<quint8> m_shift;
    Index m_byWindow;
    Index m_byBeginning;
    std::array<bool, 256> m_begins{}; ///< whether some text begins with that byte
    std::array<bool, 256> m_holds{};  ///< whether some text has it anywhere
};

class Redactor
{
public:
    Redactor();
    void learn(const Secret &secret);
    bool isEmpty() const { return current()->isEmpty(); }

    QByteArray redacted(const QByteArray &text) const;
    QString redacted(const QString &text) const;
    /// Every text in it, names of members too; a number that is one becomes a text.
    Json redacted(const Json &json) const;
    OrderedJson redacted(const OrderedJson &json) const;
    /// A whole JSON document or any text; stays JSON if it was.
    QByteArray redactedJson(const QByteArray &text) const;
    std::shared_ptr<const Patterns> current() const { return m_patterns.load(); }

private:
    std::atomic<std::shared_ptr<const Patterns>> m_patterns;
};

/// The same for bytes that come in pieces: what may be the beginning of a secret waits for the next piece or the end.
class RedactingStream
{
public:
    explicit RedactingStream(const Redactor &redactor)
        : m_redactor(redactor)
    {
    }
    /// What may leave now; may be the very bytes that came.
    QByteArray feed(const QByteArray &bytes);
    /// What still waited.
    QByteArray finish();

private:
    const Redactor &m_redactor;
    QByteArray m_held;
};

/// The forms that learn() looks for.
std::vector<SecretPtr> formsOf(const Secret &secret);

} // namespace kule
