// SPDX-License-Identifier: GPL-3.0-or-later
// One batch: how far it is, its titles with their stages, stop and resume, and for a title that failed what to do about it.
// Gui thread; asks the engine by futures only.
#pragma once
#include "itemsmodel.h"

#include <QWidget>

class QAction;
class QLabel;
class QProgressBar;
class QPushButton;
class QToolButton;

namespace kule {

class ElidedLabel;
class ErrorStrip;
class StateLabel;
class TableView;

class BatchView final : public QWidget
{
    Q_OBJECT
public:
    BatchView(TitleService &titles, JobService &jobs, const Clock &clock, QWidget *parent = nullptr);

    void open(const QString &id);
    /// The same, of one that is known already.
    void open(const TitleBatch &batch);
    void clear();
    const QString &id() const { return m_id; }
    void refresh();
    Json saveState() const;
    void restoreState(const Json &state);

Q_SIGNALS:
    void closeAsked();
    /// Shows something elsewhere: a panel's name and what.
    void linkAsked(QString panel, QString what);
    void titleAsked(kule::TitleKey key);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void connectAll();
    void load();
    void take(const TitleBatch &batch);
    void fill();
    void moveOn();
    void tryAgain();
    void choose();
    void openItem(const QModelIndex &index);
    void help();
    const TitleBatchItem *chosen() const;
    void retranslate();

    TitleService &m_titles;
    JobService &m_jobs;
    const Clock &m_clock;
    QString m_id;
    std::optional<TitleBatch> m_batch;
    int m_asked = 0;
    bool m_isBusy = false;
    bool m_isOpen = false; ///< the items are those of m_batch

    ElidedLabel *m_name;
    QPushButton *m_main;
    QToolButton *m_close;
    StateLabel *m_state;
    QLabel *m_counts;
    QProgressBar *m_bar;
    ErrorStrip *m_problem;
    ItemsModel *m_model;
    TableView *m_table;
    ErrorStrip *m_advice;
    QAction *m_openTitle;
    QAction *m_openJob;
    QAction *m_again;
    QAction *m_copyUrl;
};

} // namespace kule
