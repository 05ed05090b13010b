// SPDX-License-Identifier: GPL-3.0-or-later
// The table of stored titles, page by page, the last saved first. Gui thread.
#pragma once
#include "models/pagedmodel.h"
#include "theme/statelook.h"
#include "titles/titleservice.h"

#include <QTimer>

#include <set>

namespace kule {

class StoredModel final : public PagedModel<StoredTitle>
{
public:
    enum Column { Name, Year, Rating, Number, Whole, Age, Changes, columns };

    StoredModel(TitleService &titles, const Clock &clock, QObject *parent = nullptr);

    /// Puts the filter in force and loads. What is wrong with the text; the former filter stays then.
    std::optional<Error> setFilter(const QString &query);
    const TitleFilter &filter() const { return m_filter; }
    bool isFiltered() const override { return !m_filter.isEmpty(); }
    static QString keyTextOf(const TitleKey &key) { return QString::fromLatin1(kule::nameOf(key)); }

    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : columns; }

protected:
    Future<Result<Page<StoredTitle>>> list(PageRequest page) override { return m_titles.list(m_filter, std::move(page)); }
    QString keyOf(const StoredTitle &title) const override { return keyTextOf(title.key); }
    bool isNewer(const StoredTitle &candidate, const StoredTitle &than) const override { return candidate.savedAt >= than.savedAt; }
    QVariant cell(const StoredTitle &title, int column, int role) const override;
    QString headOf(int column) const override;
    bool isNumber(int column) const override { return column == Year || column == Changes; }
    bool isFresh(const StoredTitle &title) const override;

private:
    void lookAgain();
    void lookAtNewest();
    QString textOf(const StoredTitle &title, int column) const;
    QString tipOf(const StoredTitle &title, int column) const;

    TitleService &m_titles;
    const Clock &m_clock;
    TitleFilter m_filter;
    std::set<TitleKey> m_changed; ///< to be read
    QTimer m_settle;
    bool m_isReading = false;
};

/// The key that nameOf() named: "81616256/tr". Nothing for other texts.
std::optional<TitleKey> titleKeyNamed(const QString &name);

/// Whole, or that fields are missing: partial is a state of its own.
StateLook lookOf(const StoredTitle &title);

} // namespace kule
