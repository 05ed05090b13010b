// SPDX-License-Identifier: GPL-3.0-or-later
// The titles of one batch in the order in which they were given: state, the stage of what runs now, where the answer came
// from. Rows are numbered, so a page is found by its place; pages that are not seen are not asked for, and what changes is
// asked for anew only while someone looks at it. Gui thread.
#pragma once
#include "base/clock.h"
#include "jobs/jobservice.h"
#include "titles/titleservice.h"

#include <QAbstractTableModel>
#include <QSet>
#include <QTimer>

namespace kule {

class ItemsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { State, Name, Stage, Source, Age, columns };
    static constexpr int pageSize = 200;

    ItemsModel(TitleService &titles, JobService &jobs, const Clock &clock, QObject *parent = nullptr);

    void open(const TitleBatch &batch);
    void clear();
    /// Something of it went on.
    void update(const TitleBatch &batch);
    /// Null while it is not here.
    const TitleBatchItem *at(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : static_cast<int>(m_items.size()); }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : columns; }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void failed(kule::Error error);
    void arrived();

private:
    void want(int row) const;
    void ask(int page);
    void arrive(int page, const Page<TitleBatchItem> &answer);
    void takeJob(const Job &job);
    QString textOf(const TitleBatchItem &item, int column) const;
    QString tipOf(const TitleBatchItem &item, int column) const;
    const Job *jobOf(const TitleBatchItem &item) const;

    TitleService &m_titles;
    JobService &m_jobs;
    const Clock &m_clock;
    QString m_batch;
    std::vector<std::optional<TitleBatchItem>> m_items; ///< by number
    QHash<JobId, int> m_rowOf;                          ///< of those that run
    QHash<JobId, Job> m_live;
    mutable QSet<int> m_stale; ///< pages to be asked for when they are seen
    QSet<int> m_asked;         ///< pages on their way
    QTimer m_settle;
    int m_generation = 0;
};

} // namespace kule
