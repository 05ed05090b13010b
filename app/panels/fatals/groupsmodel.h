// SPDX-License-Identifier: GPL-3.0-or-later
// Fatal reports by what they have in common: exception type and own frames. Counts outlive the files. Gui thread.
#pragma once
#include "base/clock.h"
#include "fatals/fatalservice.h"
#include "models/pagedmodel.h"

#include <QTimer>

namespace kule {

class GroupsModel final : public PagedModel<FatalGroup>
{
public:
    enum Column { Type, Where, Kept, Total, First, Last, columns };

    GroupsModel(FatalService &fatals, const Clock &clock, QObject *parent = nullptr);

    void setFilter(const FatalFilter &filter);
    const FatalGroup *group(const QString &fingerprint) const { return at(rowOf(fingerprint)); }

    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : columns; }

protected:
    Future<Result<Page<FatalGroup>>> list(PageRequest page) override { return m_fatals.groups(m_filter, std::move(page)); }
    QString keyOf(const FatalGroup &group) const override { return group.fingerprint; }
    bool isNewer(const FatalGroup &candidate, const FatalGroup &than) const override { return candidate.lastSeen > than.lastSeen; }
    QVariant cell(const FatalGroup &group, int column, int role) const override;
    QString headOf(int column) const override;
    bool isNumber(int column) const override { return column == Kept || column == Total; }
    bool isFresh(const FatalGroup &) const override { return false; }

private:
    FatalService &m_fatals;
    const Clock &m_clock;
    FatalFilter m_filter;
    QTimer m_settle;
};

} // namespace kule
