// SPDX-License-Identifier: GPL-3.0-or-later
#include "bots/sources/sourcepreview.h"

#include <QThreadPool>

namespace kule {

struct SourcePreviewer::Errand
{
    AnnouncementsConfig config;
    WebSource source;
    SourcePreview preview;
    Promise<Result<SourcePreview>> promise;

    void answer(Result<SourcePreview> result) { promise.answer(std::move(result)); }
};

Future<Result<SourcePreview>> SourcePreviewer::preview(const Json &json)
{
    auto config = AnnouncementsConfig::of(json);
    if (!config)
        return answered(Result<SourcePreview>(fail(config.error())));
    const auto *source = std::get_if<WebSource>(&config->source);
    if (!source)
        return answered(Result<SourcePreview>(fail(ErrorKind::Invalid, "source.no_preview",
                                                   text(QT_TRANSLATE_NOOP("Engine", "Telegram tells a bot only of posts that are new. Make it an administrator of the channel and post something.")))));
    const auto errand = std::make_shared<Errand>();
    errand->source = *source;
    errand->config = std::move(*config);
    whenDone(m_loader.load(errand->source.url), this, [this, errand](const Result<std::optional<LoadedPage>> &page) {
        if (!page)
            return errand->answer(fail(page.error()));
        read(errand, page->value_or(LoadedPage()));
    });
    return errand->promise.future();
}

void SourcePreviewer::read(const std::shared_ptr<Errand> &errand, const LoadedPage &page)
{
    const auto reading = onPool(*QThreadPool::globalInstance(), [page, source = errand->source] { return itemsOf(page, source); });
    whenDone(reading, this, [this, errand](const Result<std::vector<SourceItem>> &items) {
        if (!items)
            return errand->answer(fail(items.error()));
        errand->preview.total = static_cast<qint64>(items->size());
        for (std::size_t i = 0; i < std::min<std::size_t>(items->size(), mostItems); ++i)
            errand->preview.items.push_back({.item = (*items)[i]});
        readNextDetail(errand, 0);
    });
}

void SourcePreviewer::readNextDetail(const std::shared_ptr<Errand> &errand, std::size_t index)
{
    auto &items = errand->preview.items;
    if (index == items.size() || index == mostDetails || errand->source.detail.isEmpty()) {
        for (PreviewItem &item : items) {
            item.turkish = messagesOf(errand->config.heading.in(Language::Turkish), item.item, item.detail);
            item.english = messagesOf(errand->config.heading.in(Language::English), item.item, item.detail);
        }
        return errand->answer(std::move(errand->preview));
    }
    if (items[index].item.link.isEmpty())
        return readNextDetail(errand, index + 1);
    items[index].isRead = true;
    const auto conclude = [this, errand, index](const Result<QString> &detail) {
        PreviewItem &item = errand->preview.items[index];
        item.detail = detail.value_or(QString());
        if (!detail)
            item.problem = detail.error();
        readNextDetail(errand, index + 1);
    };
    whenDone(m_loader.load(items[index].item.link), this, [this, errand, conclude](const Result<std::optional<LoadedPage>> &page) {
        if (!page)
            return conclude(fail(page.error()));
        const auto reading = onPool(*QThreadPool::globalInstance(), [page = page->value_or(LoadedPage()), source = errand->source] { return detailOf(page, source); });
        whenDone(reading, this, conclude);
    });
}

} // namespace kule
