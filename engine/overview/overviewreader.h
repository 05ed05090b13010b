// SPDX-License-Identifier: GPL-3.0-or-later
// The overview over the store: rows on a reading thread, then what only the queue knows (progress, place, reason) on the
// engine thread, where it lives. Holds nothing between two questions.
#pragma once
#include "base/clock.h"
#include "overview/overviewservice.h"

#include <QObject>

namespace kule {

class Store;

class OverviewReader final : public QObject, public OverviewService
{
    Q_OBJECT
public:
    using BringUpToDate = std::function<void(Job &job)>;

    /// bringUpToDate: called on this thread.
    OverviewReader(Store &store, const Clock &clock, QString dataFolder, BringUpToDate bringUpToDate);
    Future<Result<Overview>> read() override;

private:
    void bringUpToDate(Overview &overview) const;

    Store &m_store;
    const Clock &m_clock;
    QString m_dataFolder;
    BringUpToDate m_bringUpToDate;
};

} // namespace kule
