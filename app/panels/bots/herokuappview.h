// SPDX-License-Identifier: GPL-3.0-or-later
// One app on Heroku: what it is meant to run and what runs, scaling, restarting and stopping it, its restart times, its last log
// lines. Nothing is changed there before a person has read what it will do. Gui thread; asks the engine by futures only.
#pragma once
#include "base/clock.h"
#include "heroku/herokuservice.h"
#include "widgets/detailview.h"
#include "widgets/rowsmodel.h"

#include <QTimer>

class QComboBox;
class QLabel;
class QSpinBox;

namespace kule {

class CodeView;
class ScheduleEdit;
class TableView;

class HerokuAppView final : public DetailView
{
    Q_OBJECT
public:
    enum Tab { Dynos, Schedule, Log };

    HerokuAppView(HerokuService &heroku, Clock &clock, QWidget *parent = nullptr);

    /// After so long without an answer it is said that Heroku is being asked.
    static constexpr Milliseconds patience = Milliseconds(400);

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
    /// As a person asks for it: what went wrong before is read by then.
    void lookAgain();
    void take(const HerokuState &state);
    void fill();
    QString facts() const;
    void showQuantity();
    void follow();
    QString chosenType() const;
    QString chosenDyno() const;
    /// f gets the answer; until then it is said that Heroku is being asked.
    template <class T, class F>
    void ask(const Future<Result<T>> &future, F f);
    /// Asks what it would do, then the person, then Heroku.
    void order(HerokuOrder order, const QString &button);
    void perform(const HerokuPreview &preview);
    void saveSchedule();
    void loadLog();
    void showLog(const HerokuLog &log);
    void askRemove();
    void showProblem(const Error &error);

    HerokuService &m_heroku;
    Clock &m_clock;
    QString m_app;
    std::optional<HerokuState> m_shown;
    int m_asked = 0;
    int m_open = 0; ///< what is asked and not answered yet
    std::unique_ptr<Clock::Timer> m_patience;
    bool m_isSlow = false; ///< it has lasted longer than that
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
