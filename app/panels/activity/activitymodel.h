// SPDX-License-Identifier: GPL-3.0-or-later
// The table of what was done, page by page, newest first. Nothing in it ever changes; what is new is counted above. Gui
// thread.
#pragma once
#include "activity/activitylog.h"
#include "base/clock.h"
#include "models/pagedmodel.h"

namespace kule {

class ActivityModel final : public PagedModel<Activity>
{
public:
    enum Column { Time, Who, Deed, Target, Detail, columns };

    ActivityModel(ActivityLog &log, const Clock &clock, QObject *parent = nullptr);

    /// Puts the filter in force and loads. What is wrong with the text; the former filter stays then.
    std::optional<Error> setFilter(const QString &query);
    const ActivityFilter &shownFilter() const { return m_filter; }
    bool isFiltered() const override { return !m_filter.isEmpty(); }
    /// Asks for the newest rows alone and counts those that are not here.
    void lookForNew();

    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : columns; }

protected:
    Future<Result<Page<Activity>>> list(PageRequest page) override { return m_log.list(m_filter, std::move(page)); }
    QString keyOf(const Activity &activity) const override { return QString::number(activity.seq); }
    bool isNewer(const Activity &, const Activity &) const override { return false; }
    QVariant cell(const Activity &activity, int column, int role) const override;
    QString headOf(int column) const override;
    bool isFresh(const Activity &activity) const override { return !firstItem() || activity.seq > firstItem()->seq; }

private:
    ActivityLog &m_log;
    const Clock &m_clock;
    ActivityFilter m_filter;
    int m_asked = 0;
};

} // namespace kule
