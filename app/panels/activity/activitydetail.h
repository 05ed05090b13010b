// SPDX-License-Identifier: GPL-3.0-or-later
// One thing that was done: when, by whom, on what, and the way to it. Gui thread.
#pragma once
#include "activity/activitylog.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QToolButton;

namespace kule {

class FactList;

class ActivityDetail final : public QWidget
{
    Q_OBJECT
public:
    explicit ActivityDetail(QWidget *parent = nullptr);
    void open(const Activity &activity);

Q_SIGNALS:
    void linkAsked(QString panel, QString what);
    void closeAsked();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QLabel *m_title;
    QToolButton *m_close;
    FactList *m_facts;
    QPushButton *m_link;
    std::optional<Activity> m_activity;
};

} // namespace kule
