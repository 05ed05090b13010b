// SPDX-License-Identifier: GPL-3.0-or-later
#include "hourchart.h"

#include "theme/theme.h"

#include <QDateTime>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace kule {
namespace {

constexpr qint64 hourMs = 3'600'000;
constexpr int labelEach = 4; ///< hours between two words of the clock

/// The next number from above that is 1, 2 or 5 times a power of ten.
qint64 roundUp(qint64 most)
{
    qint64 power = 1;
    while (power * 10 <= most)
        power *= 10;
    for (const qint64 factor : {1, 2, 5}) {
        if (factor * power >= most)
            return factor * power;
    }
    return 10 * power;
}

} // namespace

HourChart::HourChart(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void HourChart::setHours(std::vector<HourCounts> hours)
{
    m_hours = std::move(hours);
    m_chosen = std::min(m_chosen, static_cast<int>(m_hours.size()) - 1);
    update();
}

QString HourChart::clockOf(qint64 at)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(at).time(), QStringLiteral("HH:mm"));
}

QString HourChart::sentenceOf(const HourCounts &hour)
{
    const QLocale locale;
    return tr("%1 – %2: %3 succeeded, %4 failed").arg(clockOf(hour.begin), clockOf(hour.begin + hourMs), locale.toString(hour.succeeded), locale.toString(hour.failed));
}

QRect HourChart::plot() const
{
    const QFontMetrics small(captionFont(font()));
    qint64 most = 1;
    for (const HourCounts &hour : m_hours)
        most = std::max({most, hour.succeeded, hour.failed});
    const int left = small.horizontalAdvance(QLocale().toString(roundUp(most))) + space::s;
    return rect().adjusted(left, small.height() / 2 + 2, -space::xs, -small.height() - space::xs);
}

double HourChart::slotWidth() const
{
    return m_hours.empty() ? 1 : static_cast<double>(plot().width()) / static_cast<double>(m_hours.size());
}

int HourChart::hourAt(const QPoint &place) const
{
    const int hour = static_cast<int>(std::floor((place.x() - plot().left()) / slotWidth()));
    return hour >= 0 && hour < static_cast<int>(m_hours.size()) ? hour : -1;
}

void HourChart::choose(int hour)
{
    if (m_hours.empty())
        return;
    m_chosen = std::clamp(hour, 0, static_cast<int>(m_hours.size()) - 1);
    const QString said = sentenceOf(m_hours[static_cast<std::size_t>(m_chosen)]);
    setAccessibleDescription(said);
    const QRect area = plot();
    QToolTip::showText(mapToGlobal(QPoint(area.left() + static_cast<int>(slotWidth() * (m_chosen + 0.5)), area.top())), said, this);
    update();
}

void HourChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRect area = plot();
    qint64 up = 0;
    qint64 down = 0;
    for (const HourCounts &hour : m_hours) {
        up = std::max(up, hour.succeeded);
        down = std::max(down, hour.failed);
    }
    const qint64 topMark = up > 0 ? roundUp(up) : 0;
    const qint64 bottomMark = down > 0 ? roundUp(down) : 0;
    const double unit = area.height() / static_cast<double>(std::max<qint64>(1, topMark + bottomMark));
    const double line = std::round(area.top() + (topMark + bottomMark > 0 ? static_cast<double>(topMark) * unit : area.height() * 0.75));

    painter.setFont(captionFont(font()));
    const QFontMetrics small(painter.font());
    const QColor muted = color(Token::Muted, palette());
    const QColor border = color(Token::Border, palette());
    const auto mark = [&](double y, qint64 number) {
        painter.setPen(QPen(border, 1));
        painter.drawLine(QPointF(area.left(), y + 0.5), QPointF(area.right(), y + 0.5));
        painter.setPen(muted);
        painter.drawText(QRectF(0, y - small.height() / 2.0, area.left() - space::xs, small.height()), Qt::AlignRight | Qt::AlignVCenter, QLocale().toString(number));
    };
    if (topMark > 0)
        mark(area.top(), topMark);
    // Too close to the line, two numbers would be written over each other.
    if (bottomMark > 0 && area.bottom() - line > small.height())
        mark(area.bottom(), bottomMark);
    mark(line, 0);

    const double width = slotWidth();
    const double bar = std::clamp(width * 0.6, 2.0, 24.0);
    for (std::size_t i = 0; i < m_hours.size(); ++i) {
        const HourCounts &hour = m_hours[i];
        const double x = area.left() + width * static_cast<double>(i) + (width - bar) / 2;
        if (static_cast<int>(i) == m_chosen && hasFocus()) {
            painter.setPen(QPen(color(Token::Accent, palette()), 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(QRectF(x - 2, area.top(), bar + 4, area.height()), 3, 3);
        }
        painter.setPen(Qt::NoPen);
        const auto least = [](qint64 count, double height) { return count > 0 ? std::max(2.0, height) : 0; };
        const double high = least(hour.succeeded, static_cast<double>(hour.succeeded) * unit);
        const double deep = least(hour.failed, static_cast<double>(hour.failed) * unit);
        painter.setBrush(color(Token::Succeeded, palette()));
        painter.drawRect(QRectF(x, line - high, bar, high));
        painter.setBrush(color(Token::Failed, palette()));
        painter.drawRect(QRectF(x, line + 1, bar, deep));
        const bool isLabelled = (m_hours.size() - 1 - i) % labelEach == 0;
        if (isLabelled) {
            painter.setPen(muted);
            const QString clock = clockOf(hour.begin);
            const double wide = small.horizontalAdvance(clock) + 2;
            const double at = std::min(x + bar / 2 - wide / 2, rect().right() - wide);
            painter.drawText(QRectF(at, rect().bottom() - small.height(), wide, small.height()), Qt::AlignCenter, clock);
        }
    }
    if (hasFocus() && m_chosen < 0) {
        painter.setPen(QPen(color(Token::Accent, palette()), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
    }
}

void HourChart::keyPressEvent(QKeyEvent *event)
{
    const int last = static_cast<int>(m_hours.size()) - 1;
    if (event->key() == Qt::Key_Left)
        choose(m_chosen < 0 ? last : m_chosen - 1);
    else if (event->key() == Qt::Key_Right)
        choose(m_chosen + 1);
    else if (event->key() == Qt::Key_Home)
        choose(0);
    else if (event->key() == Qt::Key_End)
        choose(last);
    else
        QWidget::keyPressEvent(event);
}

void HourChart::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void HourChart::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    m_chosen = -1;
    QToolTip::hideText();
    update();
}

bool HourChart::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int hour = hourAt(help->pos());
        if (hour >= 0)
            QToolTip::showText(help->globalPos(), sentenceOf(m_hours[static_cast<std::size_t>(hour)]), this);
        else
            QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

} // namespace kule
