// SPDX-License-Identifier: GPL-3.0-or-later
// A table over a list of the engine that may be a million rows long: as many rows as the total says, of which only the pages
// that were looked at are here. A row that is not here shows a placeholder and asks for its page. What is new above is
// counted, not put in, so that nothing moves under the pointer; load() takes it in. Gui thread; no I/O of its own.
#pragma once
#include "base/async.h"
#include "base/page.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QSet>

#include <limits>
#include <map>
#include <memory>

namespace kule {

class PagedModelSignals : public QAbstractTableModel
{
    Q_OBJECT
public:
    static constexpr int pageSize = 200;
    static constexpr int mostPages = 64; ///< held at once
    static constexpr int mostInFlight = 3;
    static constexpr int mostLoads = 2; ///< asked for at once while somebody types; of those that wait only the last is asked for
    enum Role { PlaceholderRole = Qt::UserRole + 900 }; ///< true: the row is not here yet

    using QAbstractTableModel::QAbstractTableModel;

    /// From the start, by the list as it is now. The rows stay until the answer is here.
    virtual void load() = 0;
    virtual bool hasLoaded() const = 0;
    virtual int freshCount() const = 0;
    virtual const std::optional<Error> &problem() const = 0;
    /// -1: not among those that are here.
    virtual int rowOf(const QString &key) const = 0;
    /// Empty while the row is not here.
    virtual QString keyAt(int row) const = 0;
    /// Whether an empty list has a filter to blame.
    virtual bool isFiltered() const { return false; }

Q_SIGNALS:
    /// The first page of a load is here; the rows are new ones.
    void loaded();
    void rowsArrived(int first, int last);
    /// Rows above or between that load() would bring in.
    void freshChanged(int count);
    void problemChanged();
};

template <class T>
class PagedModel : public PagedModelSignals
{
public:
    using PagedModelSignals::PagedModelSignals;

    void load() override
    {
        ++m_generation;
        m_isLoading = true;
        m_inFlight.clear();
        m_wanted.clear();
        m_overtaken.clear();
        if (m_loads < mostLoads)
            askFirst();
    }

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }
    QVariant data(const QModelIndex &index, int role) const override
    {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid))
            return {};
        const T *item = at(index.row());
        if (role == PlaceholderRole)
            return item == nullptr;
        if (item)
            return role == Qt::TextAlignmentRole ? alignmentOf(index.column()) : cell(*item, index.column(), role);
        if (role == Qt::DisplayRole)
            const_cast<PagedModel *>(this)->want(index.row());
        return role == Qt::DisplayRole && index.column() == 1 ? QVariant(QStringLiteral("…")) : QVariant();
    }

    QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (orientation != Qt::Horizontal)
            return {};
        return role == Qt::TextAlignmentRole ? alignmentOf(section) : role == Qt::DisplayRole ? QVariant(headOf(section)) : QVariant();
    }

    /// Null while it is not here.
    const T *at(int row) const { return row >= 0 && row < rowCount() ? m_rows[static_cast<size_t>(row)].get() : nullptr; }
    int rowOf(const QString &key) const override { return m_rowOf.value(key, -1); }
    QString keyAt(int row) const override
    {
        const T *item = at(row);
        return item ? keyOf(*item) : QString();
    }
    int freshCount() const override { return static_cast<int>(m_fresh.size()); }
    bool isLoading() const { return m_isLoading; }
    bool hasLoaded() const override { return m_hasLoaded; }
    const std::optional<Error> &problem() const override { return m_problem; }
    /// Rows of the list into whose texts the engine's search had not looked at the last load.
    qint64 unsearched() const { return m_unsearched; }
    int heldRows() const { return static_cast<int>(m_rowOf.size()); }

protected:

    virtual Future<Result<Page<T>>> list(PageRequest page) = 0;
    virtual QString keyOf(const T &item) const = 0;
    virtual bool isNewer(const T &candidate, const T &than) const = 0;
    virtual QVariant cell(const T &item, int column, int role) const = 0;
    virtual QString headOf(int column) const = 0;
    /// Numbers stand at the right.
    virtual bool isNumber(int column) const
    {
        Q_UNUSED(column)
        return false;
    }
    /// Whether the item, which is not here, would stand among the rows that are: above all, or between two of them.
    virtual bool isFresh(const T &item) const = 0;

    /// A snapshot that came by a signal: in place, or counted as new.
    void upsert(const T &item)
    {
        const QString key = keyOf(item);
        if (m_isLoading || !m_inFlight.isEmpty()) {
            const auto known = m_overtaken.find(key);
            if (known == m_overtaken.end() || isNewer(item, *known))
                m_overtaken.insert(key, item);
        }
        if (const int row = rowOf(key); row >= 0) {
            auto &held = m_rows[static_cast<size_t>(row)];
            if (isNewer(item, *held)) {
                *held = item;
                Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
            }
        } else if (!m_isLoading) {
            noteFresh(key, isFresh(item));
        }
    }

    /// Gone for good. Rows that are not here are loaded anew.
    void remove(const QString &key)
    {
        noteFresh(key, false);
        const int row = rowOf(key);
        if (row < 0) {
            if (m_hasLoaded && heldRows() < rowCount())
                load();
            return;
        }
        beginRemoveRows({}, row, row);
        m_rows.erase(m_rows.begin() + row);
        // Pages in flight were asked for by places that are wrong now; those after the first shift with the engine's list.
        m_inFlight.clear();
        ++m_shift;
        if (row < m_anchorRow)
            --m_anchorRow;
        else
            m_cursors.clear();
        reindex();
        endRemoveRows();
    }

    const T *firstItem() const { return at(0); }

private:
    QVariant alignmentOf(int column) const { return QVariant((isNumber(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter); }
    void askFirst()
    {
        ++m_loads;
        m_asked = m_generation;
        whenDone(list(PageRequest{{}, pageSize, 0}), this, [this, generation = m_generation](Result<Page<T>> page) {
            --m_loads;
            if (generation != m_generation) {
                if (m_asked != m_generation)
                    askFirst();
                return;
            }
            m_isLoading = false;
            if (page)
                start(std::move(*page));
            setProblem(page ? std::nullopt : std::optional<Error>(std::move(page.error())));
        });
    }

    void start(Page<T> page)
    {
        beginResetModel();
        m_rows.clear();
        m_rowOf.clear();
        m_cursors.clear();
        m_pages.clear();
        m_barren.clear();
        m_unsearched = page.unsearched;
        m_anchor = page.next;
        m_anchorRow = static_cast<int>(page.items.size());
        const qint64 total = page.next.isEmpty() ? m_anchorRow : std::max<qint64>(page.total, m_anchorRow);
        m_rows.resize(static_cast<size_t>(std::min<qint64>(total, std::numeric_limits<int>::max() - 1)));
        put(0, std::move(page.items));
        m_hasLoaded = true;
        m_fresh.clear();
        endResetModel();
        Q_EMIT freshChanged(0);
        Q_EMIT loaded();
        const auto overtaken = std::exchange(m_overtaken, {});
        for (auto item = overtaken.cbegin(); item != overtaken.cend(); ++item) {
            if (rowOf(item.key()) < 0)
                noteFresh(item.key(), isFresh(*item));
        }
    }

    void put(int first, std::vector<T> items)
    {
        int row = first;
        for (T &item : items) {
            if (row >= rowCount())
                break;
            const QString key = keyOf(item);
            const auto newer = m_overtaken.constFind(key);
            m_rows[static_cast<size_t>(row)] =
                std::make_unique<T>(newer != m_overtaken.constEnd() && isNewer(*newer, item) ? *newer : std::move(item));
            m_rowOf.insert(key, row++);
        }
    }

    // Painting asks, often and for many rows; what was asked for last is what is looked at.
    void want(int row)
    {
        if (row < m_anchorRow || m_isLoading)
            return;
        const int page = (row - m_anchorRow) / pageSize;
        if (m_inFlight.contains(page) || m_barren.contains(page))
            return;
        m_wanted.removeOne(page);
        m_wanted.append(page);
        if (m_wanted.size() > mostInFlight)
            m_wanted.removeFirst();
        if (!std::exchange(m_willAsk, true))
            post(this, [this] { askWanted(); });
    }

    void askWanted()
    {
        m_willAsk = false;
        while (!m_wanted.isEmpty() && m_inFlight.size() < mostInFlight)
            ask(m_wanted.takeLast());
    }

    void ask(int page)
    {
        const auto cursor = page == 0 ? m_anchor : m_cursors.value(page);
        const PageRequest request = cursor.isEmpty() ? PageRequest{m_anchor, pageSize, qint64(page) * pageSize} : PageRequest{cursor, pageSize, 0};
        m_inFlight.insert(page);
        whenDone(list(request), this, [this, page, generation = m_generation, shift = m_shift](Result<Page<T>> answer) {
            if (generation != m_generation || shift != m_shift)
                return;
            m_inFlight.remove(page);
            if (answer) {
                arrive(page, std::move(*answer));
            } else {
                m_barren.insert(page);
                setProblem(std::move(answer.error()));
            }
            if (m_inFlight.isEmpty())
                m_overtaken.clear();
            askWanted();
        });
    }

    void arrive(int page, Page<T> answer)
    {
        const int first = m_anchorRow + page * pageSize;
        if (static_cast<int>(answer.items.size()) < std::min(pageSize, rowCount() - first))
            m_barren.insert(page); // the list is shorter now; not asked for again before the next load
        if (!answer.next.isEmpty())
            m_cursors.insert(page + 1, answer.next);
        const int count = std::min(static_cast<int>(answer.items.size()), rowCount() - first);
        put(first, std::move(answer.items));
        m_pages.removeOne(page);
        m_pages.append(page);
        while (m_pages.size() > mostPages)
            drop(m_pages.takeFirst());
        if (count > 0) {
            Q_EMIT dataChanged(index(first, 0), index(first + count - 1, columnCount() - 1));
            Q_EMIT rowsArrived(first, first + count - 1);
        }
    }

    void drop(int page)
    {
        const int first = m_anchorRow + page * pageSize;
        for (int row = first; row < std::min(first + pageSize, rowCount()); ++row) {
            auto &held = m_rows[static_cast<size_t>(row)];
            if (held && m_rowOf.value(keyOf(*held)) == row)
                m_rowOf.remove(keyOf(*held));
            held.reset();
        }
    }

    void reindex()
    {
        m_rowOf.clear();
        for (size_t row = 0; row < m_rows.size(); ++row) {
            if (m_rows[row])
                m_rowOf.insert(keyOf(*m_rows[row]), static_cast<int>(row));
        }
    }

    void noteFresh(const QString &key, bool isFreshNow)
    {
        const auto before = m_fresh.size();
        if (isFreshNow)
            m_fresh.insert(key);
        else
            m_fresh.remove(key);
        if (before == m_fresh.size())
            return;
        if (m_rows.empty() && !m_fresh.isEmpty())
            load(); // nothing is there that could move
        else
            Q_EMIT freshChanged(freshCount());
    }

    void setProblem(std::optional<Error> problem)
    {
        if (!problem && !m_problem)
            return;
        m_problem = std::move(problem);
        Q_EMIT problemChanged();
    }

    std::vector<std::unique_ptr<T>> m_rows; ///< one pointer a row: 8 MB for a million
    QHash<QString, int> m_rowOf;            ///< of those that are here
    QString m_anchor;                       ///< cursor behind the first page; all others are found from it
    int m_anchorRow = 0;                    ///< rows before it
    QHash<int, QString> m_cursors;          ///< of pages whose neighbour came before
    QList<int> m_pages;                     ///< here, oldest first
    QSet<int> m_inFlight;
    QSet<int> m_barren;
    QList<int> m_wanted;
    QHash<QString, T> m_overtaken; ///< snapshots that came while a page was on its way
    QSet<QString> m_fresh;
    std::optional<Error> m_problem;
    qint64 m_unsearched = 0;
    int m_generation = 0;
    int m_asked = 0; ///< the newest generation that was asked for
    int m_loads = 0; ///< first pages on their way
    int m_shift = 0;
    bool m_isLoading = false;
    bool m_hasLoaded = false;
    bool m_willAsk = false;
};

} // namespace kule
