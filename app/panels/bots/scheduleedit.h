// SPDX-License-Identifier: GPL-3.0-or-later
// Restart times: a choice of usual ones or a cron expression of one's own, with time zone and spread, and beneath it when the
// next three come, in that zone. Gui thread; zones are read from the disk on a pool.
#pragma once
#include "bots/bot.h"

#include <QDateTime>
#include <QThreadPool>
#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace kule {

class Clock;

class ScheduleEdit final : public QWidget
{
    Q_OBJECT
public:
    explicit ScheduleEdit(const Clock &clock, QWidget *parent = nullptr);
    ~ScheduleEdit() override;

    void setTimes(const RestartTimes &times);
    RestartTimes times() const;
    /// False while what stands there is no schedule.
    bool isValid() const { return m_isValid; }
    QWidget *editor() const;

Q_SIGNALS:
    void edited();
    /// A moment after what was edited.
    void validityChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    /// A coming moment as the clocks of the zone show it.
    struct Moment
    {
        QDateTime local; ///< its day and time, said in UTC so that nothing turns them
        QString zone;
    };
    struct Preview
    {
        std::vector<Moment> moments;
        std::optional<Error> error;
    };
    static Preview previewOf(const RestartTimes &times, qint64 now);
    void loadZones();
    void choosePreset();
    void touched();
    void ask();
    void say();
    void showFitting();
    void retranslate();

    const Clock &m_clock;
    QThreadPool m_pool;
    QTimer m_pause;
    Preview m_preview;
    int m_asked = 0;
    bool m_isValid = true;
    QComboBox *m_preset;
    QLineEdit *m_cron;
    QComboBox *m_zone;
    QLabel *m_zoneName;
    QLabel *m_spreadName;
    QSpinBox *m_spread;
    QWidget *m_details;
    QLabel *m_next;
};

} // namespace kule
