// SPDX-License-Identifier: GPL-3.0-or-later
#include "joboverview.h"

#include "words/jobwords.h"
#include "theme/theme.h"
#include "widgets/codeview.h"
#include "widgets/factlist.h"
#include "widgets/words.h"

#include <QFrame>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace kule {
namespace {

QLabel *plainLabel(const char *name)
{
    auto *label = new QLabel;
    label->setObjectName(QString::fromLatin1(name));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

QFrame *frameOf(const char *kind, std::initializer_list<QWidget *> widgets)
{
    auto *frame = new QFrame;
    frame->setProperty("kind", QString::fromLatin1(kind));
    auto *column = new QVBoxLayout(frame);
    column->setContentsMargins(space::m, space::s, space::m, space::s);
    column->setSpacing(space::xs);
    for (QWidget *widget : widgets)
        column->addWidget(widget);
    frame->hide();
    return frame;
}

} // namespace

JobOverview::JobOverview(QWidget *parent)
    : QScrollArea(parent)
    , m_progress(new QWidget)
    , m_bar(new QProgressBar)
    , m_step(plainLabel("jobStep"))
    , m_noticeText(plainLabel("jobWaiting"))
    , m_errorType(plainLabel("jobErrorType"))
    , m_errorText(plainLabel("jobError"))
    , m_report(new QPushButton)
    , m_facts(new FactList)
    , m_resultName(new QLabel)
    , m_result(new CodeView)
{
    setObjectName(QStringLiteral("jobOverview"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_bar->setTextVisible(false);
    m_errorType->setFont(strongFont(font()));
    m_report->setObjectName(QStringLiteral("jobReport"));
    m_report->setProperty("kind", QStringLiteral("link"));
    m_resultName->setFont(strongFont(font()));
    m_result->setObjectName(QStringLiteral("jobResult"));

    auto *progress = new QVBoxLayout(m_progress);
    progress->setContentsMargins(0, 0, 0, 0);
    progress->setSpacing(space::xs);
    progress->addWidget(m_bar);
    progress->addWidget(m_step);
    m_notice = frameOf("notice", {m_noticeText});
    m_error = frameOf("error", {m_errorType, m_errorText, m_report});
    m_error->layout()->setAlignment(m_report, Qt::AlignLeft);

    auto *page = new QWidget;
    page->setProperty("kind", QStringLiteral("page"));
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, space::m, space::s, space::s);
    column->setSpacing(space::m);
    column->addWidget(m_progress);
    column->addWidget(m_notice);
    column->addWidget(m_error);
    column->addWidget(m_facts);
    column->addWidget(m_resultName);
    column->addWidget(m_result);
    column->addStretch(1);
    setWidget(page);
    connect(m_report, &QPushButton::clicked, this, [this] { Q_EMIT fatalAsked(m_fatal); });
}

void JobOverview::show(const JobDetail &detail, qint64 now)
{
    const Job &job = detail.job;
    const Attempt *attempt = detail.attempts.empty() ? nullptr : &detail.attempts.back();
    setAccessibleName(tr("Overview of the job"));

    m_progress->setVisible(job.state == JobState::Running);
    m_bar->setValue(std::clamp(static_cast<int>(job.progress), 0, 100));
    m_bar->setAccessibleName(tr("Progress"));
    m_step->setText(remarkOf(job));
    m_step->setVisible(!m_step->text().isEmpty());
    m_notice->setVisible(job.state == JobState::Queued);
    m_noticeText->setText(job.waiting ? sentenceOf(*job.waiting) : tr("Waiting for its turn."));
    const bool hasFailed = job.state == JobState::Failed || job.state == JobState::TimedOut || job.state == JobState::Interrupted;
    m_error->setVisible(hasFailed);
    m_errorType->setText(job.errorType.isEmpty() ? lookOf(job.state).word : job.errorType);
    m_errorText->setText(errorOf(job));
    m_errorText->setVisible(!job.error.isEmpty());
    m_fatal = job.fatalFile;
    m_report->setVisible(!m_fatal.isEmpty());
    m_report->setText(tr("Open the report %1").arg(m_fatal));
    m_report->setAccessibleName(m_report->text());

    const auto moment = [&](std::optional<qint64> at) { return at ? relativeTime(*at, now) : QString(); };
    const auto exact = [](std::optional<qint64> at) { return at ? exactTime(*at) : QString(); };
    const auto duration = durationOf(job, now);
    using enum Fact::Kind;
    m_facts->setFacts({
        {tr("File"), detail.path.isEmpty() ? job.filePath : detail.path, Code, {}},
        {tr("Process id"), processIdText(job.processId), Code, {}},
        {tr("Label"), job.label, Words, {}},
        {tr("Job id"), job.id.value, Code, {}},
        {tr("Asked by"), actorText(job.actor), Words, {}},
        {tr("Queued"), moment(job.queuedAt), Words, exact(job.queuedAt)},
        {tr("Started"), moment(job.startedAt), Words, exact(job.startedAt)},
        {tr("Ended"), moment(job.endedAt), Words, exact(job.endedAt)},
        {tr("Duration"), duration ? durationText(*duration) : QString(), Words, {}},
        {tr("Time-out"), detail.timeout ? durationText(detail.timeout->count()) : QString(), Words, {}},
        {tr("Callback"), detail.callbackUrl, Code, {}},
        {tr("Process"), attempt && attempt->pid ? QString::number(*attempt->pid) : QString(), Code, {}},
        {tr("Exit code"), attempt && attempt->exitCode ? QString::number(*attempt->exitCode) : QString(), Code, {}},
        {tr("Signal"), attempt ? attempt->signal : QString(), Code, {}},
        {tr("Python"), attempt ? attempt->python : QString(), Code, {}},
        {tr("Code"), attempt ? shortId(QString::fromLatin1(attempt->codeHash)) : QString(), Code,
         attempt ? QString::fromLatin1(attempt->codeHash) : QString()},
    });

    const bool hasResult = attempt && attempt->result.has_value();
    m_resultName->setVisible(hasResult);
    m_result->setVisible(hasResult);
    if (hasResult) {
        m_resultName->setText(attempt->resultIsRepr ? tr("Result, as Python writes it") : tr("Result"));
        const QString code = attempt->resultIsRepr && attempt->result->is_string()
            ? QString::fromStdString(attempt->result->get_ref<const std::string &>())
            : QString::fromUtf8(dumpJson(*attempt->result, 2));
        m_result->setCode(code);
        m_result->setLabel(m_resultName->text());
        const int lines = static_cast<int>(std::clamp<qsizetype>(code.count(u'\n') + 1, 2, 16));
        m_result->setFixedHeight(lines * m_result->fontMetrics().lineSpacing() + space::xl);
    }
}

} // namespace kule
