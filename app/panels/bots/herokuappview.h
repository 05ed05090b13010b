// SPDX-License-Identifier: GPL-3.0-or-later
// One app on Heroku: what it is meant to run and what runs, scaling, restarting and stopping it, its restart times, its last log
// lines. Nothing is changed there before a person has read what it will do. Gui thread; asks the engine by futures only.
#pragma once
#include "heroku/herokuservice.h"
#include "widgets/detailview.h"
#include "widgets/rowsmodel.h"

#include <QTimer>

class QComboBox;
class QLabel;
class QSpinBox;

namespace kule {

class Clock;
class CodeView;
class ScheduleEdit;
class TableView;

class HerokuAppView final : public DetailView
{
    Q_OBJECT
public:
    enum Tab { Dynos, Schedule, Log };

    HerokuAppView(HerokuService &heroku, const Clock &clock, QWidget *parent = nullptr);

    void open(const QString &app);
    void clear();
    const QString &app() const { return m_app; }
    void refresh();

Q_SIGNALS:
    void tokenAsked(QString app);

protected:
    void retranslate() override;

private:
    QWidget *buildDynos();
    QWidget *buildSchedule();
    QWidget *buildLog();
    void take(const HerokuState &state);
    void fill();
    void follow();
    QString chosenType() const;
    QString chosenDyno() const;
    /// Asks what it would do, then the person, then Heroku.
    void order(HerokuOrder order, const QString &button);
    void perform(const HerokuPreview &preview);
    void saveSchedule();
    void loadLog();
    void showLog(const HerokuLog &log);
    void askRemove();
    void showProblem(const Error &error);

    HerokuService &m_heroku;
    const Clock &m_clock;
    QString m_app;
    std::optional<HerokuState> m_shown;
    int m_asked = 0;
    bool m_isBusy = false;
    bool m_isUnread = false; ///< the problem that is shown is that it could not be read
    QTimer m_lookAgain;

    RowsModel<HerokuFormation> *m_formation;
    RowsModel<HerokuDyno> *m_dynos;
    QLabel *m_limit;
    QLabel *m_formationName;
    TableView *m_formationTable;
    QSpinBox *m_quantity;
    QPushButton *m_scale;
    QPushButton *m_restartType;
    QPushButton *m_stop;
    QLabel *m_dynosName;
    TableView *m_dynoTable;
    QPushButton *m_restartDyno;
    QPushButton *m_restartAll;
    QLabel *m_scheduleHint;
    ScheduleEdit *m_schedule;
    QPushButton *m_offer;
    QLabel *m_typeName;
    QComboBox *m_type;
    QLabel *m_lastRestart;
    QPushButton *m_saveSchedule;
    QPushButton *m_loadLog;
    QLabel *m_logNote;
    CodeView *m_log;
    QAction *m_token;
    QAction *m_remove;
};

} // namespace kule
