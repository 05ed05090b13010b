// SPDX-License-Identifier: GPL-3.0-or-later
#include "historyview.h"

#include "theme/theme.h"
#include "widgets/words.h"
#include "words/titlewords.h"

#include <QHeaderView>
#include <QLabel>
#include <QTreeWidget>

namespace kule {
namespace {

enum Column { When, Field, Former, Now, columns };

QString valueText(const Json &value)
{
    if (value.is_null() || (value.is_array() && value.empty()))
        return HistoryView::tr("nothing");
    if (value.is_string())
        return shownText(value.get<QString>());
    if (!value.is_array())
        return QString::fromUtf8(dumpJson(value));
    QStringList texts;
    for (const Json &entry : value)
        texts << (entry.is_string() ? entry.get<QString>() : QString::fromUtf8(dumpJson(entry)));
    return shownText(texts.join(QStringLiteral(", ")));
}

} // namespace

HistoryView::HistoryView(QWidget *parent)
    : QStackedWidget(parent)
    , m_changes(new QTreeWidget)
    , m_none(new QLabel)
{
    m_changes->setObjectName(QStringLiteral("titleHistory"));
    m_changes->setColumnCount(columns);
    m_changes->setRootIsDecorated(false);
    m_changes->setUniformRowHeights(true);
    m_changes->setAllColumnsShowFocus(true);
    m_changes->header()->setStretchLastSection(true);
    m_changes->setColumnWidth(When, 96);
    m_changes->setColumnWidth(Field, 84);
    m_changes->setColumnWidth(Former, 150);
    m_none->setObjectName(QStringLiteral("titleNoHistory"));
    m_none->setProperty("kind", QStringLiteral("muted"));
    m_none->setWordWrap(true);
    m_none->setAlignment(Qt::AlignTop);
    m_none->setContentsMargins(0, space::m, 0, 0);
    addWidget(m_changes);
    addWidget(m_none);
}

void HistoryView::setHistory(const std::vector<TitleChange> &history, qint64 now)
{
    m_changes->setHeaderLabels({tr("When"), tr("Field"), tr("Before"), tr("After")});
    m_changes->setAccessibleName(tr("What changed in the title"));
    m_none->setText(tr("Nothing has changed in this title since it was first read."));
    m_changes->clear();
    for (const TitleChange &change : history) {
        if (!change.changes.is_object())
            continue;
        for (const TitleField field : titleFields) {
            const auto pair = change.changes.find(nameOf(field).constData());
            if (pair == change.changes.end() || !pair->is_object())
                continue;
            const QString from = valueText(pair->value("from", Json()));
            const QString to = valueText(pair->value("to", Json()));
            auto *row = new QTreeWidgetItem(m_changes, {relativeTime(change.at, now), fieldWord(field), from, to});
            const QString cause = change.cause == "parsed" ? tr("the stored page was read again") : tr("the page was fetched");
            row->setToolTip(When, tr("%1: %2").arg(exactTime(change.at), cause));
            row->setToolTip(Former, from);
            row->setToolTip(Now, to);
        }
    }
    setCurrentWidget(m_changes->topLevelItemCount() > 0 ? static_cast<QWidget *>(m_changes) : m_none);
}

} // namespace kule
