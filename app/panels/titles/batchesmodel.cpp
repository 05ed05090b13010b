// SPDX-License-Identifier: GPL-3.0-or-later
#include "batchesmodel.h"

#include "theme/statelook.h"
#include "widgets/progressdelegate.h"
#include "widgets/words.h"
#include "words/titlewords.h"

#include <QCoreApplication>
#include <QLocale>

namespace kule {
namespace {

QString said(const char *source)
{
    return QCoreApplication::translate("BatchesModel", source);
}

double shareOf(const TitleBatch &batch)
{
    return batch.total > 0 ? 100.0 * static_cast<double>(batch.succeeded + batch.failed) / static_cast<double>(batch.total) : 0;
}

} // namespace

BatchesModel::BatchesModel(TitleService &titles, const Clock &clock, QObject *parent)
    : PagedModel(parent)
    , m_titles(titles)
    , m_clock(clock)
{
    connect(&titles, &TitleService::batchChanged, this, [this](const TitleBatch &batch) { upsert(batch); });
}

QString BatchesModel::headOf(int column) const
{
    switch (column) {
    case State:
        return said(QT_TRANSLATE_NOOP("BatchesModel", "State"));
    case Name:
        return said(QT_TRANSLATE_NOOP("BatchesModel", "Batch"));
    case Progress:
        return said(QT_TRANSLATE_NOOP("BatchesModel", "Progress"));
    case Failed:
        return said(QT_TRANSLATE_NOOP("BatchesModel", "Failed"));
    case Begun:
        return said(QT_TRANSLATE_NOOP("BatchesModel", "Begun"));
    default:
        return {};
    }
}

QVariant BatchesModel::cell(const TitleBatch &batch, int column, int role) const
{
    const QLocale locale;
    switch (role) {
    case Qt::DisplayRole:
        switch (column) {
        case State:
            return lookOf(batch).word;
        case Name:
            return shownText(kule::nameOf(batch));
        case Progress:
            return said(QT_TRANSLATE_NOOP("BatchesModel", "%1 of %2")).arg(locale.toString(batch.succeeded + batch.failed), locale.toString(batch.total));
        case Failed:
            return batch.failed > 0 ? locale.toString(batch.failed) : QString();
        case Begun:
            return relativeTime(batch.createdAt, m_clock.wallMs());
        default:
            return {};
        }
    case Qt::ToolTipRole:
        return column == Begun ? QVariant(exactTime(batch.createdAt)) : QVariant();
    case StateRole:
        return column == State ? QVariant::fromValue(lookOf(batch)) : QVariant();
    case ProgressRole:
        return column == Progress && batch.state == BatchState::Running ? QVariant(shareOf(batch)) : QVariant();
    default:
        return {};
    }
}

} // namespace kule
