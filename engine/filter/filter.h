// SPDX-License-Identifier: GPL-3.0-or-later
// The filter language of all lists, the same in the window, in ?q= and on the command line:
//   state:failed,timed_out file:report -label:nightly since:3d duration:>5m timeout "exact words"
// All terms must hold; values joined by commas are alternatives, a minus turns a term round. Each list has its own table of
// keys, which the parser, completion and the list's matching read. Pure; any thread.
#pragma once
#include "base/result.h"

#include <limits>
#include <span>

namespace kule {

enum class FilterKind {
    Choice,   ///< one of the table's words
    Whole,    ///< the whole value, byte by byte
    Part,     ///< words of a text, in any case
    Since,    ///< a time; at it and later
    Before,   ///< a time; earlier than it
    Duration, ///< >5m, <=2h, 5m..10m; bare: at least
    Number,   ///< >1, 2..3; bare: exactly
};

struct FilterChoice
{
    const char *said;
    const char *means = nullptr; ///< null: itself, and completion offers it; else the words that it stands for: "queued,running"
};

struct FilterKey
{
    const char *name; ///< lower-case ASCII
    FilterKind kind;
    const char *meaning; ///< for completion; marked for translation in "Engine"
    std::span<const FilterChoice> choices = {};
    const char *alias = nullptr; ///< understood, not offered
};

struct FilterTerm
{
    const FilterKey *key = nullptr; ///< null: a word anywhere
    bool isNegated = false;
    bool isPhrase = false; ///< quoted: its words in this order, the last one whole too
    QStringList values;    ///< alternatives; of a choice the table's words
    qint64 from = std::numeric_limits<qint64>::min(); ///< of times (UTC ms), durations (ms) and numbers: both ends count
    qint64 to = std::numeric_limits<qint64>::max();
    qsizetype position = 0; ///< where it stands in the text, in UTF-16 units
    qsizetype length = 0;
};

struct Filter
{
    std::vector<FilterTerm> terms;
    QString text;   ///< as it was written
    qint64 now = 0; ///< what relative times were counted from

    bool isEmpty() const { return terms.empty(); }
    /// The first term of this key that is not negated; null: none.
    const FilterTerm *find(const char *key) const;
};

/// nowMs: what "3d" is counted back from. filter.unknown_key, filter.bad_value, filter.no_value, filter.unclosed_quote,
/// filter.bad_character, filter.too_long; details say position and length of what is wrong, in UTF-16 units.
Result<Filter> parseFilter(const QString &text, std::span<const FilterKey> keys, qint64 nowMs);

/// The key of that name; null: none.
const FilterKey *findKey(std::span<const FilterKey> keys, QStringView name);

/// The term as words of the language; parseFilter reads the same back.
QString filterText(const char *key, const QString &value);

/// filter.… at its place in the text.
tl::unexpected<Error> filterError(const char *code, Text why, qsizetype position, qsizetype length);

/// Whether an amount fits a term of kind Since, Before, Duration or Number; one that is not there fits only when negated.
inline bool fits(const FilterTerm &term, std::optional<qint64> amount)
{
    return (amount && *amount >= term.from && *amount <= term.to) != term.isNegated;
}
/// Whether one of the values is in the text, of which foldedWords() were taken. For Part and for words without a key.
bool fits(const FilterTerm &term, const QString &foldedWordsOfText);
/// Whether the text is one of the values. For Choice and Whole.
bool fitsWhole(const FilterTerm &term, const QStringList &texts);

} // namespace kule
