// SPDX-License-Identifier: GPL-3.0-or-later
// What announcements a page holds, and how each is put into words. Pure; for a thread that may take its time: a page of some
// megabytes needs a tenth of a second.
#pragma once
#include "bots/sources/announcementsconfig.h"

namespace kule {

/// A page as it came.
struct LoadedPage
{
    QString url; ///< the last one, behind redirects
    QByteArray contentType;
    QByteArray body;
    QByteArray etag;
    QByteArray modified; ///< Last-Modified
};

struct SourceItem
{
    QString id;
    QString link; ///< empty: none that could be opened
    QString title;
};

/// As they stand there, newest first, each id once; a thousand at most. A list that is empty is one. source.not_a_page, source.no_ids
Result<std::vector<SourceItem>> itemsOf(const LoadedPage &page, const WebSource &source);
/// The text of an item's own page; empty when it is not there. source.not_a_page
Result<QString> detailOf(const LoadedPage &page, const WebSource &source);
/// The messages that an item becomes, none longer than Telegram takes.
QStringList messagesOf(const QString &heading, const SourceItem &item, const QString &detail);

} // namespace kule
