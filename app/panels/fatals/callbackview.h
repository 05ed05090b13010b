// SPDX-License-Identifier: GPL-3.0-or-later
// Whether and how the report reached its callback_url: state, tries, and once more. Gui thread; asks the engine by futures.
#pragma once
#include "base/clock.h"
#include "callbacks/callbackservice.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTreeWidget;

namespace kule {

class ErrorStrip;
class StateLabel;

class CallbackView : public QWidget
{
    Q_OBJECT
public:
    CallbackView(CallbackService &callbacks, const Clock &clock, QWidget *parent = nullptr);
    /// The delivery that belongs to that attempt's report.
    void open(const JobId &job, int attempt);

protected:
    void changeEvent(QEvent *event) override;

private:
    static constexpr int mostPages = 10;

    void look(const QString &after, int page);
    void fill();
    void redeliver();

    CallbackService &m_callbacks;
    const Clock &m_clock;
    JobId m_job;
    int m_attempt = 0;
    int m_asked = 0;
    std::optional<Delivery> m_delivery;
    StateLabel *m_state;
    QLabel *m_words;
    QLabel *m_url;
    QTreeWidget *m_tries;
    QPushButton *m_again;
    ErrorStrip *m_problem;
};

} // namespace kule
