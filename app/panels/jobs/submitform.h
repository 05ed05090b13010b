// SPDX-License-Identifier: GPL-3.0-or-later
// The form that starts a job, in the detail pane: file, process id, arguments, callback, time-out, label. What is wrong
// stands beside its field, also when it was the engine that said so. Gui thread; no I/O of its own.
#pragma once
#include "jobdraft.h"
#include "jobs/jobservice.h"

#include <QStringListModel>
#include <QWidget>

#include <map>

class QCompleter;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace kule {

class ErrorStrip;
class JsonEdit;

class SubmitForm : public QWidget
{
    Q_OBJECT
public:
    SubmitForm(JobService &jobs, const Clock &clock, QWidget *parent = nullptr);

    /// As it was left; a used process id is replaced by a new suggestion.
    void begin();
    /// Filled with a former job's request, and a new process id.
    void beginFrom(const JobDetail &detail);
    JobDraft draft() const;
    void setDraft(const JobDraft &draft);
    bool isBusy() const { return m_isBusy; }
    Json saveState() const;
    void restoreState(const Json &state);

public Q_SLOTS:
    void submit();

Q_SIGNALS:
    void submitted(kule::Submitted submitted);
    void closeAsked();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Row
    {
        QLabel *name;
        QWidget *editor;
        QLabel *error;
    };

    void build();
    void addRow(DraftField field, QWidget *editor);
    void retranslate();
    void loadScripts();
    void fileEdited();
    void suggestId();
    void point(const CheckedDraft &checked);
    void setProblem(DraftField field, const QString &message);
    void clearProblems();
    void refused(const Error &error);
    void setBusy(bool busy);
    void remember(const JobDraft &draft);

    JobService &m_jobs;
    const Clock &m_clock;
    QLabel *m_title;
    QLineEdit *m_file;
    QLineEdit *m_processId;
    JsonEdit *m_args;
    JsonEdit *m_kwargs;
    QLineEdit *m_callback;
    QLineEdit *m_timeout;
    QLineEdit *m_label;
    QVBoxLayout *m_fields;
    std::map<DraftField, Row> m_rows;
    ErrorStrip *m_problem;
    QPushButton *m_submit;
    QPushButton *m_cancel;
    QCompleter *m_completer;
    QStringListModel m_scripts;
    Json m_originalId;
    QString m_suggestion;
    Json m_remembered = Json::object(); ///< file → last inputs
    QStringList m_rememberedFiles;      ///< newest first
    bool m_isBusy = false;
    bool m_isEdited = false; ///< arguments were typed, so that choosing a file leaves them
    bool m_isAgain = false;
};

} // namespace kule
