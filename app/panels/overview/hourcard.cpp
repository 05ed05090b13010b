// SPDX-License-Identifier: GPL-3.0-or-later
#include "hourcard.h"

#include "hourchart.h"
#include "theme/statelook.h"
#include "theme/theme.h"
#include "widgets/flatbutton.h"
#include "widgets/statelabel.h"
#include "widgets/tableview.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QStackedLayout>

namespace kule {

HourCard::HourCard(QWidget *parent)
    : QFrame(parent)
    , m_title(new QLabel)
    , m_succeeded(new StateLabel)
    , m_failed(new StateLabel)
    , m_asTable(flatButton("hoursAsTable", "list"))
    , m_chart(new HourChart)
    , m_table(new TableView)
    , m_stack(new QStackedLayout)
{
    setObjectName(QStringLiteral("hourCard"));
    setProperty("kind", QStringLiteral("card"));
    const auto number = [](qint64 HourCounts::*count) {
        return [count](const HourCounts &hour, int role) { return role == Qt::DisplayRole ? QVariant(QLocale().toString(hour.*count)) : QVariant(); };
    };
    using Columns = std::vector<RowsModel<HourCounts>::Column>;
    m_model = new RowsModel<HourCounts>(
        Columns{{[] { return tr("Hour"); },
                 [](const HourCounts &hour, int role) { return role == Qt::DisplayRole ? QVariant(HourChart::clockOf(hour.begin)) : QVariant(); }},
                {[] { return tr("Succeeded"); }, number(&HourCounts::succeeded), Qt::AlignRight | Qt::AlignVCenter},
                {[] { return tr("Failed"); }, number(&HourCounts::failed), Qt::AlignRight | Qt::AlignVCenter}},
        [](const HourCounts &a, const HourCounts &b) { return a.begin == b.begin; }, this);
    m_chart->setObjectName(QStringLiteral("hourChart"));
    m_table->setObjectName(QStringLiteral("hourTable"));
    m_table->setModel(m_model);
    m_table->setColumnWidths({120, 120, 120}, 0);
    m_title->setFont(strongFont(font()));
    for (StateLabel *label : {m_succeeded, m_failed})
        label->setFont(captionFont(font()));
    m_asTable->setCheckable(true);
    m_asTable->setFocusPolicy(Qt::StrongFocus);
    auto *head = new QHBoxLayout;
    head->setSpacing(space::l);
    head->addWidget(m_title);
    head->addStretch();
    head->addWidget(m_succeeded);
    head->addWidget(m_failed);
    head->addWidget(m_asTable);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::m, space::s, space::s, space::s);
    column->setSpacing(space::s);
    column->addLayout(head);
    column->addLayout(m_stack, 1);
    m_stack->addWidget(m_chart);
    m_stack->addWidget(m_table);
    connect(m_asTable, &QToolButton::toggled, this, [this](bool isTable) {
        m_stack->setCurrentIndex(isTable ? 1 : 0);
        Q_EMIT kindChanged();
    });
    retranslate();
}

void HourCard::setHours(const std::vector<HourCounts> &hours)
{
    m_chart->setHours(hours);
    m_model->sync({hours.rbegin(), hours.rend()}); // a table is read from now into the past
}

bool HourCard::showsTable() const
{
    return m_asTable->isChecked();
}

void HourCard::setShowsTable(bool isTable)
{
    m_asTable->setChecked(isTable);
}

void HourCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void HourCard::retranslate()
{
    m_title->setText(tr("Jobs by the hour"));
    m_succeeded->setLook({Glyph::Disc, Token::Succeeded, tr("Succeeded, upwards")});
    m_failed->setLook({Glyph::Triangle, Token::Failed, tr("Failed, downwards")});
    m_asTable->setToolTip(tr("Show as a table"));
    m_asTable->setAccessibleName(tr("Show as a table"));
    m_chart->setAccessibleName(tr("Jobs that ended in the last 24 hours, by the hour"));
    m_table->setAccessibleName(tr("Jobs that ended in the last 24 hours, by the hour"));
    m_model->reword();
}

} // namespace kule
