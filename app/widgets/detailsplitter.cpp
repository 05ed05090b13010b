// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/detailsplitter.h"

#include "theme/tokens.h"

#include <QResizeEvent>

#include <algorithm>

namespace kule {
namespace {

double shareOf(const Json &state, const char *key, double fallback)
{
    const auto value = state.is_object() ? state.find(key) : state.end();
    return value != state.end() && value->is_number() ? std::clamp(value->get<double>(), 0.15, 0.85) : fallback;
}

} // namespace

DetailSplitter::DetailSplitter(QWidget *list, QWidget *detail, QWidget *parent)
    : QSplitter(Qt::Horizontal, parent)
    , m_list(list)
    , m_detail(detail)
{
    setObjectName(QStringLiteral("splitter"));
    addWidget(list);
    addWidget(detail);
    setCollapsible(0, false);
    setCollapsible(1, false);
    setHandleWidth(space::m);
    detail->hide();
    connect(this, &QSplitter::splitterMoved, this, [this] {
        const auto both = sizes();
        if (both.value(0) + both.value(1) > 0)
            share() = static_cast<double>(both.value(1)) / (both.value(0) + both.value(1));
    });
}

void DetailSplitter::openDetail()
{
    if (isDetailOpen())
        return;
    m_detail->show();
    arrange();
}

void DetailSplitter::closeDetail()
{
    m_detail->hide();
    arrange();
}

Json DetailSplitter::saveState() const
{
    return {{"wide", m_wideShare}, {"narrow", m_narrowShare}};
}

void DetailSplitter::restoreState(const Json &state)
{
    m_wideShare = shareOf(state, "wide", m_wideShare);
    m_narrowShare = shareOf(state, "narrow", m_narrowShare);
    arrange();
}

void DetailSplitter::resizeEvent(QResizeEvent *event)
{
    const Qt::Orientation wanted = event->size().width() >= narrowPanel ? Qt::Horizontal : Qt::Vertical;
    if (wanted != orientation())
        setOrientation(wanted);
    QSplitter::resizeEvent(event);
    arrange();
}

void DetailSplitter::arrange()
{
    const bool isLow = orientation() == Qt::Vertical && height() < lowPanel;
    const bool isListSeen = !isLow || !isDetailOpen();
    if (QWidget *focused = window()->focusWidget(); !isListSeen && focused && m_list->isAncestorOf(focused))
        m_detail->setFocus(Qt::OtherFocusReason); // else it goes to the next button, which does something
    m_list->setVisible(isListSeen);
    const int room = (orientation() == Qt::Horizontal ? width() : height()) - handleWidth();
    const int detail = qRound(room * share());
    setSizes({room - detail, detail});
}

} // namespace kule
