// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemsmodel.h"

#include "theme/statelook.h"
#include "titleerror.h"
#include "titles/titleurl.h"
#include "widgets/progressdelegate.h"
#include "widgets/words.h"
#include "words/titlewords.h"

namespace kule {
namespace {

constexpr int settleMs = 200; ///< between two questions for the same page

bool isOver(const TitleBatchItem &item)
{
    return item.state != "waiting" && item.state != "running";
}

} // namespace

ItemsModel::ItemsModel(TitleService &titles, JobService &jobs, const Clock &clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_titles(titles)
    , m_jobs(jobs)
    , m_clock(clock)
{
    connect(&jobs, &JobService::changed, this, &ItemsModel::takeJob);
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleMs);
    // Painting asks for what is stale.
    connect(&m_settle, &QTimer::timeout, this, [this] {
        if (rowCount() > 0)
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
    });
}

void ItemsModel::open(const TitleBatch &batch)
{
    clear();
    beginResetModel();
    m_batch = batch.id;
    m_items.resize(static_cast<std::size_t>(batch.total));
    endResetModel();
    if (batch.total > 0)
        ask(0);
}

void ItemsModel::clear()
{
    ++m_generation;
    beginResetModel();
    m_batch.clear();
    m_items.clear();
    m_rowOf.clear();
    m_live.clear();
    m_stale.clear();
    m_asked.clear();
    endResetModel();
}

void ItemsModel::update(const TitleBatch &batch)
{
    if (batch.id != m_batch)
        return;
    for (int page = 0; page * pageSize < rowCount(); ++page)
        m_stale.insert(page);
    if (!m_settle.isActive())
        m_settle.start();
}

const TitleBatchItem *ItemsModel::at(int row) const
{
    if (row < 0 || row >= rowCount() || !m_items[static_cast<std::size_t>(row)])
        return nullptr;
    return &*m_items[static_cast<std::size_t>(row)];
}

void ItemsModel::want(int row) const
{
    const int page = row / pageSize;
    const TitleBatchItem *item = at(row);
    if ((item && !m_stale.contains(page)) || m_asked.contains(page))
        return;
    auto *self = const_cast<ItemsModel *>(this);
    self->m_asked.insert(page);
    post(self, [self, page, generation = m_generation] {
        if (generation != self->m_generation)
            return;
        self->m_asked.remove(page);
        self->ask(page);
    });
}

void ItemsModel::ask(int page)
{
    if (m_asked.contains(page))
        return;
    m_asked.insert(page);
    m_stale.remove(page);
    const qint64 before = qint64(page) * pageSize;
    whenDone(m_titles.batchItems(m_batch, PageRequest{before == 0 ? QString() : QString::number(before), pageSize, 0}), this,
             [this, page, generation = m_generation](const Result<Page<TitleBatchItem>> &answer) {
                 if (generation != m_generation)
                     return;
                 m_asked.remove(page);
                 if (answer)
                     arrive(page, *answer);
                 else
                     Q_EMIT failed(answer.error());
             });
}

void ItemsModel::arrive(int page, const Page<TitleBatchItem> &answer)
{
    const int first = page * pageSize;
    int row = first;
    for (const TitleBatchItem &item : answer.items) {
        if (row >= rowCount())
            break;
        auto &held = m_items[static_cast<std::size_t>(row)];
        if (held && !held->job.isEmpty() && (held->job != item.job || isOver(item))) {
            m_rowOf.remove(held->job);
            m_live.remove(held->job);
        }
        held = item;
        if (!item.job.isEmpty() && !isOver(item))
            m_rowOf.insert(item.job, row);
        ++row;
    }
    if (row > first)
        Q_EMIT dataChanged(index(first, 0), index(row - 1, columns - 1));
    Q_EMIT arrived();
}

void ItemsModel::takeJob(const Job &job)
{
    const auto row = m_rowOf.constFind(job.id);
    if (row == m_rowOf.constEnd())
        return;
    const auto known = m_live.constFind(job.id);
    if (known != m_live.constEnd() && known->revision >= job.revision)
        return;
    m_live.insert(job.id, job);
    Q_EMIT dataChanged(index(*row, 0), index(*row, columns - 1));
}

const Job *ItemsModel::jobOf(const TitleBatchItem &item) const
{
    const auto found = m_live.constFind(item.job);
    return found == m_live.constEnd() ? nullptr : &*found;
}

QString ItemsModel::textOf(const TitleBatchItem &item, int column) const
{
    switch (column) {
    case State:
        return lookOfItem(item.state).word;
    case Name: {
        if (!item.title.isEmpty())
            return shownText(item.title);
        const auto key = titleKeyOf(item.url);
        return key ? numberText(*key) : shownText(item.url);
    }
    case Stage:
        if (item.state == "running") {
            const Job *job = jobOf(item);
            return job && job->waiting ? sentenceOf(*job->waiting) : stageWord(job ? job->step : QStringLiteral("created"));
        }
        return item.code.isEmpty() ? QString() : QStringLiteral("%1 · %2").arg(QString::fromLatin1(item.code), shownText(titleSentence(item.error)));
    case Source:
        return titleSourceWord(item.source);
    case Age:
        return item.pageAt > 0 ? relativeTime(item.pageAt, m_clock.wallMs()) : QString();
    default:
        return {};
    }
}

QString ItemsModel::tipOf(const TitleBatchItem &item, int column) const
{
    switch (column) {
    case Name:
        return shownText(item.url);
    case Stage:
        return item.code.isEmpty() ? QString() : sentenceOf(titleError(item.code, item.error));
    case Age:
        return item.pageAt > 0 ? tr("The page was fetched at %1").arg(exactTime(item.pageAt)) : QString();
    default:
        return {};
    }
}

QVariant ItemsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::DisplayRole)
        want(index.row());
    const TitleBatchItem *item = at(index.row());
    if (!item)
        return role == Qt::DisplayRole && index.column() == Name ? QVariant(QStringLiteral("…")) : QVariant();
    switch (role) {
    case Qt::DisplayRole:
        return textOf(*item, index.column());
    case Qt::ToolTipRole:
        return tipOf(*item, index.column());
    case StateRole:
        return index.column() == State ? QVariant::fromValue(lookOfItem(item->state)) : QVariant();
    case ProgressRole: {
        if (index.column() != Stage || item->state != "running")
            return {};
        const Job *job = jobOf(*item);
        return job ? job->progress : 0.0;
    }
    default:
        return {};
    }
}

QVariant ItemsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case State:
        return tr("State");
    case Name:
        return tr("Title");
    case Stage:
        return tr("Stage");
    case Source:
        return tr("From");
    case Age:
        return tr("Page fetched");
    default:
        return {};
    }
}

} // namespace kule
