// SPDX-License-Identifier: GPL-3.0-or-later
// Jobs that ended, hour by hour: what succeeded grows up from a line, what failed down from it, so that the two are told
// apart without their colours. Left and Right walk through the hours, the pointer shows one; the table beside it says the
// same in words. Gui thread.
#pragma once
#include "overview/overview.h"

#include <QWidget>

namespace kule {

class HourChart final : public QWidget
{
    Q_OBJECT
public:
    explicit HourChart(QWidget *parent = nullptr);
    void setHours(std::vector<HourCounts> hours);
    QSize sizeHint() const override { return {480, 180}; }
    QSize minimumSizeHint() const override { return {240, 160}; }
    /// "14:00 – 15:00: 12 succeeded, 3 failed"
    static QString sentenceOf(const HourCounts &hour);
    /// "14:00", by this computer's clock.
    static QString clockOf(qint64 at);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool event(QEvent *event) override;

private:
    QRect plot() const;
    double slotWidth() const;
    int hourAt(const QPoint &place) const;
    void choose(int hour);

    std::vector<HourCounts> m_hours;
    int m_chosen = -1;
};

} // namespace kule
