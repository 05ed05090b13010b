// SPDX-License-Identifier: GPL-3.0-or-later
// What is kept of a title, as values: its fields with where each came from, what changed in them, its newest raw page. Any
// thread; no behaviour.
#pragma once
#include "base/clock.h"
#include "base/page.h"
#include "filter/filter.h"
#include "titles/title.h"

#include <map>

namespace kule {

/// "81616256/tr": a name for both, as a locale holds no slash.
inline QByteArray nameOf(const TitleKey &key)
{
    return key.id + '/' + key.locale;
}

/// Where a field's value came from.
struct FieldSource
{
    QByteArray extractor;
    qint64 pageAt = 0; ///< when that page was fetched, UTC ms, as all times here
    bool operator==(const FieldSource &) const = default;
};

struct StoredTitle
{
    TitleKey key;
    TitleInfo info;
    std::map<TitleField, FieldSource> provenance; ///< no row for a missing field
    qint64 pageAt = 0;  ///< of the newest page
    qint64 savedAt = 0; ///< last written
    bool isPartial = false;
    qint64 changes = 0; ///< how often a field changed since it was first seen
};

/// One time at which fields of a title became other ones.
struct TitleChange
{
    qint64 number = 0;
    qint64 at = 0;
    QByteArray cause; ///< "fetched", "parsed"
    Json changes;     ///< field to {"from", "to"}
};

/// A page as it came, with what is needed to read it again.
struct RawPage
{
    QString url;
    QByteArray contentType;
    qint64 fetchedAt = 0;
    qint64 size = 0;      ///< bytes, unpacked
    QByteArray packed;    ///< qCompress()
    QByteArray body() const { return qUncompress(packed); }
};

/// A title's picture, as it came.
struct Backdrop
{
    QByteArray contentType; ///< by its first bytes: "image/jpeg"
    QByteArray bytes;
};

struct TitleDetail
{
    StoredTitle title;
    std::vector<TitleChange> history; ///< newest first, 100 at most
    std::optional<RawPage> page;      ///< without its body
};

/// Which titles: the filter language (filter/filter.h) with the keys of titles.
struct TitleFilter : Filter
{
    static std::span<const FilterKey> keys();
    /// filter.* (parseFilter)
    static Result<TitleFilter> parse(const QString &query, qint64 nowMs);
};

/// What became of all stored pages, read again.
struct ParsedPages
{
    qint64 read = 0;
    qint64 failed = 0; ///< they say nothing, still
};

struct TitleSizes
{
    qint64 titles = 0;
    qint64 partial = 0;
    qint64 pages = 0;
    qint64 pageBytes = 0; ///< packed
};

} // namespace kule

Q_DECLARE_METATYPE(kule::TitleKey)
