// SPDX-License-Identifier: GPL-3.0-or-later
// A table model over values that fit in memory (keys, requests, deliveries): columns are a list, rows are brought up to
// date in place by id, so that selection and scroll stay. More pages come through fetchMore. Gui thread.
#pragma once
#include <QAbstractTableModel>

#include <algorithm>
#include <functional>
#include <vector>

namespace kule {

template <class Row>
class RowsModel : public QAbstractTableModel
{
public:
    struct Column
    {
        std::function<QString()> title;
        std::function<QVariant(const Row &row, int role)> data;
        Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter;
    };
    using Same = std::function<bool(const Row &a, const Row &b)>;

    RowsModel(std::vector<Column> columns, Same same, QObject *parent = nullptr)
        : QAbstractTableModel(parent)
        , m_columns(std::move(columns))
        , m_same(std::move(same))
    {
    }

    const Row &at(const QModelIndex &index) const { return m_rows[static_cast<std::size_t>(index.row())]; }
    const std::vector<Row> &rows() const { return m_rows; }

    /// Becomes just these rows; those that stay keep their place in the view.
    void sync(const std::vector<Row> &wanted)
    {
        for (std::size_t i = m_rows.size(); i-- > 0;) {
            if (!contains(wanted, m_rows[i]))
                removeRowAt(static_cast<int>(i));
        }
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            if (i < m_rows.size() && m_same(m_rows[i], wanted[i])) {
                replace(i, wanted[i]);
                continue;
            }
            const auto later = std::find_if(m_rows.begin() + static_cast<std::ptrdiff_t>(std::min(i, m_rows.size())), m_rows.end(),
                                            [&](const Row &row) { return m_same(row, wanted[i]); });
            if (later != m_rows.end())
                removeRowAt(static_cast<int>(later - m_rows.begin()));
            insert(static_cast<int>(i), {wanted[i]});
        }
    }
    void insert(int at, const std::vector<Row> &rows)
    {
        if (rows.empty())
            return;
        beginInsertRows({}, at, at + static_cast<int>(rows.size()) - 1);
        m_rows.insert(m_rows.begin() + at, rows.begin(), rows.end());
        endInsertRows();
    }
    void append(const std::vector<Row> &rows) { insert(rowCount(), rows); }
    /// Changes the row with that id; false when there is none.
    bool update(const Row &row)
    {
        const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const Row &r) { return m_same(r, row); });
        if (found == m_rows.end())
            return false;
        replace(static_cast<std::size_t>(found - m_rows.begin()), row);
        return true;
    }
    void truncate(int most)
    {
        if (rowCount() <= most)
            return;
        beginRemoveRows({}, most, rowCount() - 1);
        m_rows.resize(static_cast<std::size_t>(most));
        endRemoveRows();
    }
    /// Asked when the view has come to the end; empty: there is no more.
    void setFetch(std::function<void()> fetch) { m_fetch = std::move(fetch); }
    /// Words may be others now: language, or time went on.
    void reword()
    {
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
        if (rowCount() > 0)
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : static_cast<int>(m_columns.size()); }
    QVariant data(const QModelIndex &index, int role) const override
    {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid))
            return {};
        const Column &column = m_columns[static_cast<std::size_t>(index.column())];
        return role == Qt::TextAlignmentRole ? QVariant(column.alignment.toInt()) : column.data(at(index), role);
    }
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
            return {};
        const Column &column = m_columns[static_cast<std::size_t>(section)];
        if (role == Qt::DisplayRole)
            return column.title();
        return role == Qt::TextAlignmentRole ? QVariant(column.alignment.toInt()) : QVariant();
    }
    bool canFetchMore(const QModelIndex &parent) const override { return !parent.isValid() && m_fetch; }
    void fetchMore(const QModelIndex &parent) override
    {
        if (canFetchMore(parent))
            std::exchange(m_fetch, nullptr)();
    }

private:
    bool contains(const std::vector<Row> &rows, const Row &row) const
    {
        return std::any_of(rows.begin(), rows.end(), [&](const Row &r) { return m_same(r, row); });
    }
    void replace(std::size_t at, const Row &row)
    {
        m_rows[at] = row;
        Q_EMIT dataChanged(index(static_cast<int>(at), 0), index(static_cast<int>(at), columnCount() - 1));
    }
    void removeRowAt(int at)
    {
        beginRemoveRows({}, at, at);
        m_rows.erase(m_rows.begin() + at);
        endRemoveRows();
    }

    std::vector<Column> m_columns;
    Same m_same;
    std::vector<Row> m_rows;
    std::function<void()> m_fetch;
};

} // namespace kule
