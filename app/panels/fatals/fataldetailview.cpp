// SPDX-License-Identifier: GPL-3.0-or-later
#include "fataldetailview.h"

#include "callbackview.h"
#include "fatalwords.h"
#include "theme/theme.h"
#include "tracebackview.h"
#include "widgets/argumentsview.h"
#include "widgets/codeview.h"
#include "widgets/elidedlabel.h"
#include "widgets/errorstrip.h"
#include "widgets/factlist.h"
#include "widgets/statelabel.h"
#include "widgets/toast.h"
#include "widgets/words.h"

#include <QDateTime>
#include <QLabel>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace kule {

FatalDetailView::FatalDetailView(const Services &services, QWidget *parent)
    : DetailView("fatal", parent)
    , m_services(services)
    , m_error(new QLabel)
    , m_hint(new QLabel)
    , m_facts(new FactList)
    , m_traceback(new TracebackView)
    , m_chain(new QTreeWidget)
    , m_arguments(new ArgumentsView(QStringLiteral("fatal")))
    , m_log(new CodeView)
    , m_json(new CodeView)
    , m_callback(new CallbackView(services.callbacks, services.clock))
{
    build();
    retranslate();
    clear();
}

void FatalDetailView::build()
{
    m_error->setObjectName(QStringLiteral("fatalError"));
    m_error->setTextFormat(Qt::PlainText);
    m_error->setWordWrap(true);
    m_error->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_hint->setObjectName(QStringLiteral("fatalHint"));
    m_hint->setProperty("kind", QStringLiteral("muted"));
    m_hint->setWordWrap(true);
    m_traceback->setObjectName(QStringLiteral("fatalTraceback"));
    m_chain->setObjectName(QStringLiteral("fatalChain"));
    m_chain->setHeaderHidden(true);
    m_log->setObjectName(QStringLiteral("fatalLog"));
    m_json->setObjectName(QStringLiteral("fatalJson"));

    m_rerun = addEntry("rerunFatal", "retry", [this] { rerun(RerunCode::AsNow); });
    m_rerunThen = addEntry("rerunFatalAsThen", "retry", [this] { rerun(RerunCode::AsThen); });
    m_copyMarkdown = addEntry("copyMarkdown", "copy", [this] { copyText(this, asMarkdown(*m_report, m_filename), tr("Report copied as Markdown")); });
    m_copyName = addEntry("copyFatalName", "copy", [this] { copyText(this, m_filename, tr("File name copied")); });
    m_menu->addSeparator();
    m_delete = addEntry("deleteFatal", "trash", [this] { Q_EMIT deleteAsked(m_filename); });

    const auto page = [](QWidget *inside) {
        auto *made = new QWidget;
        auto *column = new QVBoxLayout(made);
        column->setContentsMargins(0, space::m, 0, 0);
        column->addWidget(inside);
        return made;
    };
    for (QWidget *tab : {page(m_traceback), page(m_chain), static_cast<QWidget *>(m_arguments), page(m_log), page(m_json), static_cast<QWidget *>(m_callback)})
        m_tabs->addTab(tab, QString());

    insertBefore(m_problem, m_error);
    insertBefore(m_tabs, m_hint);
    insertBefore(m_tabs, m_facts);
    connect(m_main, &QPushButton::clicked, this, [this] { Q_EMIT jobAsked(m_job.value); });
    connect(m_problem, &ErrorStrip::activated, this, &FatalDetailView::load);
    // Edited by hand, it is another report.
    connect(&m_services.fatals, &FatalService::appeared, this, [this](const Fatal &fatal) {
        if (fatal.filename != m_filename)
            return;
        m_row = fatal;
        load();
    });
    connect(&m_services.fatals, &FatalService::changedMuch, this, &FatalDetailView::refresh);
}

void FatalDetailView::open(const QString &filename, const Fatal *row)
{
    if (filename == m_filename)
        return;
    clear();
    m_filename = filename;
    if (row)
        m_row = *row;
    load();
}

void FatalDetailView::refresh()
{
    if (!m_filename.isEmpty())
        load();
}

void FatalDetailView::clear()
{
    ++m_asked;
    m_filename.clear();
    m_row.reset();
    m_report.reset();
    m_job = {};
    m_problem->clear();
    m_hint->hide();
    m_callback->open({}, 0);
    fillHead();
}

void FatalDetailView::load()
{
    fillHead();
    m_hint->hide();
    const int asked = ++m_asked;
    whenDone(m_services.fatals.read(m_filename), this, [this, asked](Result<FatalReport> report) {
        if (asked != m_asked)
            return;
        m_report.reset();
        if (report && report->json.is_object()) {
            m_problem->clear();
            m_report = std::move(report->json);
            m_json->setCode(QString::fromUtf8(report->text));
        } else if (report) {
            m_hint->setText(tr("The file holds JSON, but no report. It stays as it is until you delete it."));
            m_hint->show();
        } else {
            m_problem->showError(report.error(), [] { return tr("Try again"); });
            if (report.error().code == "fatal.unreadable" && m_row) {
                m_hint->setText(tr("The file has %1. Its text is left untouched; jobs and callbacks are not affected.").arg(sizeText(m_row->size)));
                m_hint->show();
            }
        }
        fill();
    });
}

QString FatalDetailView::whole(const char *key) const
{
    if (!m_report->contains(key) || (*m_report)[key].is_null())
        return {};
    const Json &value = (*m_report)[key];
    return value.is_string() ? QString::fromStdString(value.get_ref<const std::string &>()) : QString::fromUtf8(dumpJson(value));
}

void FatalDetailView::fillHead()
{
    const bool isThere = !m_filename.isEmpty();
    const bool hasReport = m_report.has_value();
    m_name->setText(m_filename);
    m_state->setVisible(isThere && (hasReport || m_row));
    m_error->setVisible(hasReport);
    placeFacts();
    m_tabs->setVisible(hasReport);
    m_more->setVisible(isThere);
    m_main->setVisible(!m_job.isEmpty());
    m_rerun->setVisible(!m_job.isEmpty());
    m_rerunThen->setVisible(!m_job.isEmpty());
    m_copyMarkdown->setVisible(hasReport);
    if (m_row && !hasReport)
        m_state->setLook(lookOf(*m_row));
}

void FatalDetailView::placeFacts()
{
    // In a low pane the traceback comes first; the JSON has the facts too.
    m_facts->setVisible(m_report.has_value() && height() >= 480);
}

void FatalDetailView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeFacts();
}

void FatalDetailView::fill()
{
    if (!m_report) {
        fillHead();
        return;
    }
    m_job = JobId{whole("job_id")};
    const int attempt = m_report->contains("attempt") && (*m_report)["attempt"].is_number_integer() ? (*m_report)["attempt"].get<int>() : 0;
    fillHead();
    Fatal look;
    look.type = whole("type");
    m_state->setLook(lookOf(look));
    m_error->setText(whole("error"));

    // The report says its moment as text; the row as a number.
    const QDateTime moment = QDateTime::fromString(whole("time"), Qt::ISODateWithMs);
    const qint64 time = moment.isValid() ? moment.toMSecsSinceEpoch() : (m_row ? m_row->time : 0);
    const QString duration = m_report->contains("duration_ms") && (*m_report)["duration_ms"].is_number() ? durationText((*m_report)["duration_ms"].get<qint64>()) : QString();
    using enum Fact::Kind;
    m_facts->setFacts({
        {tr("File"), whole("file"), Code, {}},
        {tr("Process id"), whole("process_id"), Code, {}},
        {tr("Time"), time > 0 ? relativeTime(time, m_services.clock.wallMs()) : QString(), Words, time > 0 ? exactTime(time) : QString()},
        {tr("Ran for"), duration, Words, {}},
        {tr("Attempt"), attempt > 0 ? QString::number(attempt) : QString(), Words, {}},
        {tr("Signal"), whole("signal"), Code, {}},
        {tr("Exit code"), whole("exit_code"), Code, {}},
        {tr("Python"), whole("python"), Code, {}},
    });
    const QString traceback = whole("traceback");
    m_traceback->setTraceback(traceback, ownFilesOf(*m_report));
    m_tabs->setTabVisible(Traceback, !traceback.isEmpty());
    fillChain();
    const auto said = [this](const char *key) { return m_report->contains(key) ? &(*m_report)[key] : nullptr; };
    m_arguments->setArguments(said("args"), said("kwargs"));
    QStringList lines;
    if (m_report->contains("log_tail") && (*m_report)["log_tail"].is_array()) {
        for (const Json &line : (*m_report)["log_tail"])
            lines += line.is_string() ? QString::fromStdString(line.get_ref<const std::string &>()) : QString::fromUtf8(dumpJson(line));
    }
    m_log->setCode(lines.join(u'\n'));
    m_tabs->setTabVisible(Log, !lines.isEmpty());
    m_callback->open(m_job, attempt);
}

void FatalDetailView::fillChain()
{
    const std::vector<ChainLink> links = chainOf(*m_report);
    m_chain->clear();
    std::vector<QTreeWidgetItem *> items;
    for (const ChainLink &link : links) {
        const QString said = link.error.isEmpty() || link.error == link.type ? link.type : QStringLiteral("%1: %2").arg(link.type, link.error);
        const QStringList texts{link.relation.isEmpty() ? said : QStringLiteral("%1 · %2").arg(link.relation, said)};
        auto *item = link.parent >= 0 ? new QTreeWidgetItem(items[static_cast<size_t>(link.parent)], texts) : new QTreeWidgetItem(m_chain, texts);
        item->setToolTip(0, said);
        item->setFont(0, strongFont(font()));
        for (const QString &frame : link.frames) {
            auto *line = new QTreeWidgetItem(item, {frame});
            line->setFont(0, codeFont(font()));
            line->setToolTip(0, frame);
            line->setForeground(0, color(Token::Muted, palette()));
        }
        items.push_back(item);
    }
    m_chain->expandAll();
    m_tabs->setTabVisible(Chain, links.size() > 1);
}

void FatalDetailView::rerun(RerunCode code)
{
    whenDone(m_services.jobs.rerun(m_job, code, Actor::console()), this, [this, asked = m_asked](Result<Submitted> submitted) {
        if (submitted)
            Q_EMIT jobAsked(submitted->id.value);
        else if (asked == m_asked)
            m_problem->showError(submitted.error());
    });
}

void FatalDetailView::retranslate()
{
    DetailView::retranslate();
    m_tabs->setTabText(Traceback, tr("Traceback"));
    m_tabs->setTabText(Chain, tr("Chain"));
    m_tabs->setTabText(Arguments, tr("Arguments"));
    m_tabs->setTabText(Log, tr("Log"));
    m_tabs->setTabText(Raw, tr("JSON"));
    m_tabs->setTabText(Callback, tr("Callback"));
    m_tabs->tabBar()->setAccessibleName(tr("Parts of the report"));
    m_tabs->setAccessibleName(m_tabs->tabBar()->accessibleName());
    m_main->setText(tr("Open job"));
    m_main->setAccessibleName(tr("Open the job of this report"));
    m_rerun->setText(tr("Run again with the file as it is now"));
    m_rerunThen->setText(tr("Run again with the same code"));
    m_copyMarkdown->setText(tr("Copy as Markdown"));
    m_copyName->setText(tr("Copy file name"));
    m_delete->setText(tr("Delete report…"));
    m_more->setAccessibleName(tr("More actions for this report"));
    m_more->setToolTip(m_more->accessibleName());
    m_traceback->setLabel(tr("Traceback"));
    m_chain->setAccessibleName(tr("Exceptions that led to this one"));
    m_log->setLabel(tr("Last lines of the log"));
    m_json->setLabel(tr("The report as JSON"));
    if (m_report)
        fill();
}

} // namespace kule
