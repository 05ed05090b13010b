// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/turner.h"

#include <QDateTime>
#include <QStyle>

namespace kule {
namespace {
constexpr int frameMs = 66;
constexpr int turnMs = 1600;
} // namespace

Turner *Turner::of(QWidget *widget)
{
    QWidget *window = widget->window();
    auto *turner = window->findChild<Turner *>(QString(), Qt::FindDirectChildrenOnly);
    return turner ? turner : new Turner(window);
}

Turner::Turner(QWidget *window)
    : QObject(window)
{
    m_timer.setInterval(frameMs);
    connect(&m_timer, &QTimer::timeout, this, &Turner::tick);
}

double Turner::turn() const
{
    return static_cast<double>(QDateTime::currentMSecsSinceEpoch() % turnMs) / turnMs;
}

void Turner::want(QWidget *widget, const QRect &part)
{
    // A desktop that wants no animation says so by a duration of zero.
    if (widget->style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, widget) == 0)
        return;
    m_wanted.emplace_back(widget, part);
    if (!m_timer.isActive())
        m_timer.start();
}

void Turner::tick()
{
    if (m_wanted.empty()) {
        m_timer.stop();
        return;
    }
    const auto wanted = std::exchange(m_wanted, {});
    for (const auto &[widget, part] : wanted) {
        if (widget && widget->isVisible())
            widget->update(part);
    }
}

} // namespace kule
