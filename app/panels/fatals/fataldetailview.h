// SPDX-License-Identifier: GPL-3.0-or-later
// One report: what happened where, the chain that led to it, with what arguments, the last words of the log, the file itself,
// and what became of its callback. Gui thread; asks the engine by futures only.
#pragma once
#include "services.h"

#include "fatals/fatalservice.h"
#include "jobs/jobservice.h"
#include "widgets/detailview.h"

class QLabel;
class QTreeWidget;

namespace kule {

class ArgumentsView;
class CallbackView;
class CodeView;
class FactList;
class TracebackView;

class FatalDetailView : public DetailView
{
    Q_OBJECT
public:
    enum Tab { Traceback, Chain, Arguments, Log, Raw, Callback };

    explicit FatalDetailView(const Services &services, QWidget *parent = nullptr);

    void open(const QString &filename, const Fatal *row);
    /// Reads what is open again.
    void refresh();
    void clear();
    const QString &filename() const { return m_filename; }
    const std::optional<Json> &report() const { return m_report; }

Q_SIGNALS:
    void jobAsked(QString id);
    void deleteAsked(QString filename);

protected:
    void retranslate() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void load();
    void fill();
    void fillHead();
    void placeFacts();
    void fillChain();
    void rerun(RerunCode code);
    QString whole(const char *key) const;

    Services m_services;
    QString m_filename;
    std::optional<Fatal> m_row;
    std::optional<Json> m_report;
    JobId m_job;
    int m_asked = 0;

    QLabel *m_error;
    QLabel *m_hint;
    FactList *m_facts;
    TracebackView *m_traceback;
    QTreeWidget *m_chain;
    ArgumentsView *m_arguments;
    CodeView *m_log;
    CodeView *m_json;
    CallbackView *m_callback;
    QAction *m_rerun;
    QAction *m_rerunThen;
    QAction *m_copyMarkdown;
    QAction *m_copyName;
    QAction *m_delete;
};

} // namespace kule
