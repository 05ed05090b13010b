// SPDX-License-Identifier: GPL-3.0-or-later
// The table of fatal reports as the filter shows them, page by page; reports that go leave it, new ones are counted. Gui thread.
#pragma once
#include "base/clock.h"
#include "fatals/fatalservice.h"
#include "models/pagedmodel.h"

namespace kule {

class FatalsModel final : public PagedModel<Fatal>
{
public:
    enum Column { Type, Message, File, ProcessId, Time, Size, columns };
    enum FatalRole { FilenameRole = Qt::UserRole + 1 };

    FatalsModel(FatalService &fatals, const Clock &clock, QObject *parent = nullptr);

    /// Puts the filter in force and loads. What is wrong with the text; the former filter stays then.
    std::optional<Error> setFilter(const QString &query);
    /// Only this group; empty: all.
    void setFingerprint(const QString &fingerprint);
    /// Both together: what the table shows.
    FatalFilter shownFilter() const;
    /// Without the group.
    const FatalFilter &filter() const { return m_filter; }
    bool isFiltered() const override { return !shownFilter().isEmpty(); }
    const Fatal *fatal(const QString &filename) const { return at(rowOf(filename)); }

    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : columns; }

protected:
    Future<Result<Page<Fatal>>> list(PageRequest page) override { return m_fatals.list(shownFilter(), std::move(page)); }
    QString keyOf(const Fatal &fatal) const override { return fatal.filename; }
    bool isNewer(const Fatal &candidate, const Fatal &than) const override;
    QVariant cell(const Fatal &fatal, int column, int role) const override;
    QString headOf(int column) const override;
    bool isNumber(int column) const override { return column == Size; }
    bool isFresh(const Fatal &fatal) const override;

private:
    FatalService &m_fatals;
    const Clock &m_clock;
    FatalFilter m_filter;
    QString m_fingerprint;
};

} // namespace kule
