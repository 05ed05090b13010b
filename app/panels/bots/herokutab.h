// SPDX-License-Identifier: GPL-3.0-or-later
// The apps on Heroku, and at their side one of them, or the form for another. Gui thread; no I/O of its own.
#pragma once
#include "console.h"
#include "heroku/herokuservice.h"
#include "widgets/rowsmodel.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace kule {

class DetailSplitter;
class EmptyState;
class ErrorStrip;
class HerokuAppView;
class TableView;

class HerokuTab final : public QWidget
{
    Q_OBJECT
public:
    explicit HerokuTab(const Console &console, QWidget *parent = nullptr);

    void refresh();
    void open(const QString &app);
    /// app: whose token is to be replaced; empty: a new one.
    void openForm(const QString &app = {});
    bool goBack();
    void setApiUrl(const QString &url);
    Json saveState() const;
    void restoreState(const Json &state);

Q_SIGNALS:
    void stateChanged();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *buildForm();
    void load();
    void arrange();
    void close();
    void keep();
    void retranslate();

    Console m_console;
    RowsModel<HerokuApp> *m_model;
    bool m_hasLoaded = false;
    QString m_restored; ///< the app that was open when the window closed, until it is opened again
    ErrorStrip *m_problem;
    QPushButton *m_add;
    QStackedWidget *m_list;
    TableView *m_table;
    EmptyState *m_empty;
    QStackedWidget *m_side;
    HerokuAppView *m_view;
    QWidget *m_form;
    QLabel *m_formTitle;
    QLabel *m_nameName;
    QLineEdit *m_name;
    QLabel *m_tokenName;
    QLineEdit *m_token;
    QLabel *m_tokenHint;
    ErrorStrip *m_formProblem;
    QPushButton *m_cancel;
    QPushButton *m_keep;
    DetailSplitter *m_splitter;
};

} // namespace kule
