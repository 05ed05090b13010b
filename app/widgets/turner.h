// SPDX-License-Identifier: GPL-3.0-or-later
// The one timer of a window behind everything that turns. A widget that paints something turning asks for the next frame;
// when nobody painted since the last one (hidden, scrolled away, ended) the timer stops by itself. Gui thread.
#pragma once
#include <QPointer>
#include <QRect>
#include <QTimer>
#include <QWidget>

#include <utility>
#include <vector>

namespace kule {

class Turner : public QObject
{
    Q_OBJECT
public:
    /// That of the widget's window, made when first asked for.
    static Turner *of(QWidget *widget);

    /// 0 … 1 of a turn, now.
    double turn() const;
    /// Repaints that part of the widget at the next frame. Call it while painting.
    void want(QWidget *widget, const QRect &part);
    bool isRunning() const { return m_timer.isActive(); }

private:
    explicit Turner(QWidget *window);
    void tick();

    QTimer m_timer;
    std::vector<std::pair<QPointer<QWidget>, QRect>> m_wanted;
};

} // namespace kule
