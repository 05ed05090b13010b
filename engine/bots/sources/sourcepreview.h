// SPDX-License-Identifier: GPL-3.0-or-later
// What a source would bring now, and how it would be said; nothing is sent or stored. Lives on the bots' thread; pages are read on
// another. The texts of the newest items alone are fetched, for the sake of the page's owner.
#pragma once
#include "bots/sources/pageloader.h"

#include <QStringList>

namespace kule {

struct PreviewItem
{
    SourceItem item;
    QString detail = {};
    std::optional<Error> problem = {}; ///< why there is no text, where one was looked for
    bool isRead = false;               ///< its own page was looked at
    QStringList turkish = {};          ///< the messages that it becomes
    QStringList english = {};
    bool isKnown = false;              ///< the bot has announced or passed it
};

struct SourcePreview
{
    std::vector<PreviewItem> items; ///< newest first, as on the page; 20 at most
    qint64 total = 0;               ///< on the page
};

class SourcePreviewer : public QObject
{
public:
    static constexpr int mostItems = 20;
    static constexpr int mostDetails = 3;

    /// Both outlive it.
    SourcePreviewer(HttpClient &http, const Clock &clock)
        : m_loader(http, clock)
    {
    }
    /// bot.bad_config, source.* , net.*; source.no_preview for a channel, whose posts are told only as they come.
    Future<Result<SourcePreview>> preview(const Json &config);

private:
    struct Errand;
    void read(const std::shared_ptr<Errand> &errand, const LoadedPage &page);
    void readNextDetail(const std::shared_ptr<Errand> &errand, std::size_t index);

    PageLoader m_loader;
};

} // namespace kule
