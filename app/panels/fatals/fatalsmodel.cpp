// SPDX-License-Identifier: GPL-3.0-or-later
#include "fatalsmodel.h"

#include "fatalwords.h"
#include "theme/statelook.h"
#include "widgets/words.h"

#include <QCoreApplication>

namespace kule {
FatalsModel::FatalsModel(FatalService &fatals, const Clock &clock, QObject *parent)
    : PagedModel(parent)
    , m_fatals(fatals)
    , m_clock(clock)
{
    connect(&fatals, &FatalService::appeared, this, [this](const Fatal &fatal) { upsert(fatal); });
    connect(&fatals, &FatalService::removed, this, [this](const QString &filename) { remove(filename); });
    connect(&fatals, &FatalService::changedMuch, this, [this] { load(); });
}

std::optional<Error> FatalsModel::setFilter(const QString &query)
{
    auto filter = FatalFilter::parse(query, m_clock.wallMs());
    if (!filter)
        return std::move(filter.error());
    m_filter = std::move(*filter);
    load();
    return std::nullopt;
}

void FatalsModel::setFingerprint(const QString &fingerprint)
{
    m_fingerprint = fingerprint;
    load();
}

FatalFilter FatalsModel::shownFilter() const
{
    return m_fingerprint.isEmpty() ? m_filter : m_filter.within(m_fingerprint);
}

bool FatalsModel::isNewer(const Fatal &candidate, const Fatal &than) const
{
    return candidate.time > than.time || candidate.size != than.size || candidate.isReadable != than.isReadable;
}

bool FatalsModel::isFresh(const Fatal &fatal) const
{
    const Fatal *last = at(std::min(rowCount(), pageSize) - 1);
    return shows(shownFilter(), fatal) && (!last || fatal.time >= last->time);
}

QString FatalsModel::headOf(int column) const
{
    const auto said = [](const char *source) { return QCoreApplication::translate("FatalsModel", source); };
    switch (column) {
    case Type:
        return said(QT_TRANSLATE_NOOP("FatalsModel", "Type"));
    case Message:
        return said(QT_TRANSLATE_NOOP("FatalsModel", "Error"));
    case File:
        return said(QT_TRANSLATE_NOOP("FatalsModel", "File"));
    case ProcessId:
        return said(QT_TRANSLATE_NOOP("FatalsModel", "Process id"));
    case Time:
        return said(QT_TRANSLATE_NOOP("FatalsModel", "Time"));
    case Size:
        return said(QT_TRANSLATE_NOOP("FatalsModel", "Size"));
    default:
        return {};
    }
}

QVariant FatalsModel::cell(const Fatal &fatal, int column, int role) const
{
    if (role == FilenameRole)
        return fatal.filename;
    if (role == StateRole)
        return column == Type ? QVariant::fromValue(lookOf(fatal)) : QVariant();
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const bool isTip = role == Qt::ToolTipRole;
    switch (column) {
    case Type:
        return shownText(isTip ? fatal.filename : lookOf(fatal).word);
    case Message:
        return fatal.isReadable ? shownText(sentenceOf(fatal.error)) : unreadableSentence(fatal);
    case File:
        return shownText(fatal.file);
    case ProcessId:
        return shownText(processIdText(fatal));
    case Time:
        return isTip ? exactTime(fatal.time) : relativeTime(fatal.time, m_clock.wallMs());
    case Size:
        return sizeText(fatal.size);
    default:
        return {};
    }
}

} // namespace kule
