// SPDX-License-Identifier: GPL-3.0-or-later
// What a bot of the kind announcements is told: where announcements come from and how they are passed on. Values, read from the
// bot's configuration. Any thread.
#pragma once
#include "base/clock.h"
#include "bots/kinds/words.h"

#include <QRegularExpression>

#include <variant>

namespace kule {

/// A page with a list of links; selectors are XPath by now.
struct WebSource
{
    QString url;
    QByteArray items;      ///< newest first: the links themselves, or what holds them
    QByteArray link;       ///< within an item: an address, or what has one
    QByteArray title;      ///< within an item; empty: the item's own text
    QByteArray detail;     ///< of the text on the item's page; empty: there is none
    QRegularExpression id; ///< one group, on the link; empty: the whole link
    /// Of how the page is read: another one finds other items.
    QByteArray digest() const;
};

struct ChannelSource
{
    ChatId chat = 0;
};

struct AnnouncementsConfig
{
    std::variant<WebSource, ChannelSource> source;
    Milliseconds interval{600'000}; ///< between two looks at a page
    BothLanguages heading;
    bool isForAdminsOnly = true;
    int firstCount = 0; ///< how many of the newest are sent although they stood there before the first look

    /// bot.bad_config, source.bad_selector, net.bad_url
    static Result<AnnouncementsConfig> of(const Json &config);
    /// Under which its items are known: the page's address, or the channel's id.
    QString sourceName() const;
    /// A configuration to begin with.
    static Json sample();
};

} // namespace kule
