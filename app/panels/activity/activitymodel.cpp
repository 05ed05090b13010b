// SPDX-License-Identifier: GPL-3.0-or-later
#include "activitymodel.h"

#include "activitywords.h"
#include "widgets/words.h"

#include <QCoreApplication>

namespace kule {

ActivityModel::ActivityModel(ActivityLog &log, const Clock &clock, QObject *parent)
    : PagedModel(parent)
    , m_log(log)
    , m_clock(clock)
{
}

std::optional<Error> ActivityModel::setFilter(const QString &query)
{
    auto filter = ActivityFilter::parse(query, m_clock.wallMs());
    if (!filter)
        return std::move(filter.error());
    m_filter = std::move(*filter);
    load();
    return std::nullopt;
}

void ActivityModel::lookForNew()
{
    if (isLoading())
        return;
    whenDone(m_log.list(m_filter, {{}, pageSize}), this, [this, asked = ++m_asked](const Result<Page<Activity>> &page) {
        if (!page || asked != m_asked || isLoading())
            return;
        for (const Activity &activity : page->items)
            upsert(activity);
    });
}

QString ActivityModel::headOf(int column) const
{
    const auto said = [](const char *source) { return QCoreApplication::translate("ActivityModel", source); };
    switch (column) {
    case Time:
        return said(QT_TRANSLATE_NOOP("ActivityModel", "When"));
    case Who:
        return said(QT_TRANSLATE_NOOP("ActivityModel", "Who"));
    case Deed:
        return said(QT_TRANSLATE_NOOP("ActivityModel", "What"));
    case Target:
        return said(QT_TRANSLATE_NOOP("ActivityModel", "Object"));
    case Detail:
        return said(QT_TRANSLATE_NOOP("ActivityModel", "Detail"));
    default:
        return {};
    }
}

QVariant ActivityModel::cell(const Activity &activity, int column, int role) const
{
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const bool isTip = role == Qt::ToolTipRole;
    switch (column) {
    case Time:
        return isTip ? exactTime(activity.at) : relativeTime(activity.at, m_clock.wallMs());
    case Who:
        return actorText(activity.actor);
    case Deed:
        return isTip ? QString::fromUtf8(activity.action) : deedOf(activity.action);
    case Target:
        return isTip ? shownText(activity.target) : shownText(shortId(activity.target, 16));
    case Detail:
        return shownText(activity.detail);
    default:
        return {};
    }
}

} // namespace kule
