// SPDX-License-Identifier: GPL-3.0-or-later
#include "groupsmodel.h"

#include "theme/statelook.h"
#include "widgets/words.h"

#include <QCoreApplication>
#include <QLocale>

namespace kule {

GroupsModel::GroupsModel(FatalService &fatals, const Clock &clock, QObject *parent)
    : PagedModel(parent)
    , m_fatals(fatals)
    , m_clock(clock)
{
    // A crash loop says a hundred reports a second; the groups are read again four times in it.
    m_settle.setSingleShot(true);
    m_settle.setInterval(250);
    connect(&m_settle, &QTimer::timeout, this, [this] { load(); });
    const auto settle = [this] {
        if (!m_settle.isActive())
            m_settle.start();
    };
    connect(&fatals, &FatalService::appeared, this, settle);
    connect(&fatals, &FatalService::removed, this, settle);
    connect(&fatals, &FatalService::changedMuch, this, settle);
}

void GroupsModel::setFilter(const FatalFilter &filter)
{
    m_filter = filter;
    load();
}

QString GroupsModel::headOf(int column) const
{
    const auto said = [](const char *source) { return QCoreApplication::translate("GroupsModel", source); };
    switch (column) {
    case Type:
        return said(QT_TRANSLATE_NOOP("GroupsModel", "Type"));
    case Where:
        return said(QT_TRANSLATE_NOOP("GroupsModel", "Where"));
    case Kept:
        return said(QT_TRANSLATE_NOOP("GroupsModel", "Reports"));
    case Total:
        return said(QT_TRANSLATE_NOOP("GroupsModel", "Ever"));
    case First:
        return said(QT_TRANSLATE_NOOP("GroupsModel", "First seen"));
    case Last:
        return said(QT_TRANSLATE_NOOP("GroupsModel", "Last seen"));
    default:
        return {};
    }
}

QVariant GroupsModel::cell(const FatalGroup &group, int column, int role) const
{
    if (role == StateRole)
        return column == Type ? QVariant::fromValue(StateLook{Glyph::Triangle, Token::Failed, group.type}) : QVariant();
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const bool isTip = role == Qt::ToolTipRole;
    switch (column) {
    case Type:
        return isTip ? sentenceOf(group.reason) : group.type;
    case Where:
        return isTip ? sentenceOf(group.lastError) : group.place;
    case Kept:
        return QLocale().toString(group.kept);
    case Total:
        return QLocale().toString(group.total);
    case First:
        return isTip ? exactTime(group.firstSeen) : relativeTime(group.firstSeen, m_clock.wallMs());
    case Last:
        return isTip ? exactTime(group.lastSeen) : relativeTime(group.lastSeen, m_clock.wallMs());
    default:
        return {};
    }
}

} // namespace kule
