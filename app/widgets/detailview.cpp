// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/detailview.h"

#include "theme/theme.h"
#include "widgets/elidedlabel.h"
#include "widgets/errorstrip.h"
#include "widgets/flatbutton.h"
#include "widgets/statelabel.h"
#include "widgets/tabs.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

namespace kule {

DetailView::DetailView(const char *noun, QWidget *parent)
    : QWidget(parent)
    , m_name(new ElidedLabel(Qt::ElideMiddle))
    , m_main(new QPushButton)
    , m_more(flatButton("", "more"))
    , m_menu(new QMenu(this))
    , m_state(new StateLabel)
    , m_problem(new ErrorStrip)
    , m_tabs(new QTabWidget)
    , m_close(flatButton("", "close"))
    , m_column(new QVBoxLayout(this))
{
    const auto name = [noun](QWidget *widget, const char *part) { widget->setObjectName(QLatin1String(noun) + QLatin1String(part)); };
    name(this, "Detail");
    name(m_name, "Name");
    name(m_main, "Main");
    name(m_more, "More");
    name(m_close, "Close");
    name(m_problem, "Problem");
    name(m_tabs, "Tabs");
    m_name->setFont(titleFont(font()));
    m_more->setMenu(m_menu);
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setDrawBase(false);

    auto *head = new QHBoxLayout;
    head->setSpacing(space::s);
    head->addWidget(m_name, 1);
    head->addWidget(m_main);
    head->addWidget(m_more);
    head->addWidget(m_close);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(space::s);
    m_column->addLayout(head);
    m_column->addWidget(m_state, 0, Qt::AlignLeft);
    m_column->addWidget(m_problem);
    m_column->addWidget(m_tabs, 1);
    m_column->addStretch(); // what there is stays above while the tabs are hidden
    connect(m_close, &QToolButton::clicked, this, &DetailView::closeAsked);
}

void DetailView::insertBefore(QWidget *before, QWidget *widget)
{
    m_column->insertWidget(m_column->indexOf(before), widget);
}

Json DetailView::saveState() const
{
    return {{"tab", m_tabs->currentIndex()}};
}

void DetailView::restoreState(const Json &state)
{
    if (state.is_object())
        restoreTab(m_tabs, state);
}

void DetailView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        retranslate();
    QWidget::changeEvent(event);
}

void DetailView::retranslate()
{
    m_close->setAccessibleName(tr("Close"));
    m_close->setToolTip(tr("Close (Esc)"));
}

} // namespace kule
