// SPDX-License-Identifier: GPL-3.0-or-later
#include "submitform.h"

#include "theme/icons.h"
#include "theme/theme.h"
#include "widgets/errorstrip.h"
#include "widgets/formparts.h"
#include "widgets/jsonedit.h"
#include "widgets/words.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRandomGenerator>
#include <QScrollArea>
#include <QVBoxLayout>

namespace kule {
namespace {

constexpr qsizetype mostRemembered = 20;

Json jsonOf(const JobDraft &draft)
{
    return {{"file", draft.file},         {"args", draft.args},       {"kwargs", draft.kwargs},
            {"callback", draft.callbackUrl}, {"timeout", draft.timeout}, {"label", draft.label}};
}

JobDraft draftIn(const Json &state)
{
    JobDraft draft;
    draft.file = textOf(state, "file");
    draft.args = textOf(state, "args");
    draft.kwargs = textOf(state, "kwargs");
    draft.callbackUrl = textOf(state, "callback");
    draft.timeout = textOf(state, "timeout");
    draft.label = textOf(state, "label");
    return draft;
}

} // namespace

SubmitForm::SubmitForm(JobService &jobs, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_jobs(jobs)
    , m_clock(clock)
    , m_title(new QLabel)
    , m_file(new QLineEdit)
    , m_processId(new QLineEdit)
    , m_args(new JsonEdit(JsonEdit::Shape::Array))
    , m_kwargs(new JsonEdit(JsonEdit::Shape::Object))
    , m_callback(new QLineEdit)
    , m_timeout(new QLineEdit)
    , m_label(new QLineEdit)
    , m_fields(new QVBoxLayout)
    , m_problem(new ErrorStrip)
    , m_submit(new QPushButton)
    , m_cancel(new QPushButton)
    , m_completer(new QCompleter(this))
{
    build();
    connect(m_file, &QLineEdit::textChanged, this, [this] { fileEdited(); });
    connect(m_args, &JsonEdit::edited, this, [this] { m_isEdited = true; });
    connect(m_kwargs, &JsonEdit::edited, this, [this] { m_isEdited = true; });
    for (const auto &[field, row] : m_rows) {
        if (auto *line = qobject_cast<QLineEdit *>(row.editor))
            connect(line, &QLineEdit::textChanged, this, [this, f = field] { setProblem(f, {}); });
    }
    connect(m_submit, &QPushButton::clicked, this, &SubmitForm::submit);
    connect(m_cancel, &QPushButton::clicked, this, &SubmitForm::closeAsked);
    submitOnCtrlReturn(this, &SubmitForm::submit);
    retranslate();
}

void SubmitForm::build()
{
    setObjectName(QStringLiteral("submitForm"));
    m_title->setFont(titleFont(font()));
    m_file->setObjectName(QStringLiteral("formFile"));
    m_processId->setObjectName(QStringLiteral("formProcessId"));
    m_args->setObjectName(QStringLiteral("formArgs"));
    m_kwargs->setObjectName(QStringLiteral("formKwargs"));
    m_callback->setObjectName(QStringLiteral("formCallback"));
    m_timeout->setObjectName(QStringLiteral("formTimeout"));
    m_label->setObjectName(QStringLiteral("formLabel"));
    m_submit->setObjectName(QStringLiteral("formSubmit"));
    m_cancel->setObjectName(QStringLiteral("formCancel"));
    m_problem->setObjectName(QStringLiteral("formProblem"));
    m_file->setFont(codeFont(font()));
    m_processId->setFont(codeFont(font()));
    m_callback->setPlaceholderText(QStringLiteral("https://"));
    for (JsonEdit *edit : {m_args, m_kwargs})
        edit->editor()->setFixedHeight(4 * fontMetrics().lineSpacing() + space::l);

    m_completer->setModel(&m_scripts);
    m_completer->setFilterMode(Qt::MatchContains);
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_completer->setMaxVisibleItems(12);
    m_completer->popup()->setProperty("kind", QStringLiteral("popup"));
    m_completer->popup()->setFont(codeFont(font()));
    m_file->setCompleter(m_completer);

    m_fields->setContentsMargins(0, 0, space::s, space::l);
    m_fields->setSpacing(space::m);
    addRow(DraftField::File, m_file);
    addRow(DraftField::ProcessId, m_processId);
    addRow(DraftField::Args, m_args);
    addRow(DraftField::Kwargs, m_kwargs);
    addRow(DraftField::Timeout, m_timeout);
    addRow(DraftField::CallbackUrl, m_callback);
    addRow(DraftField::Label, m_label);
    m_fields->addStretch();
    auto *page = new QWidget;
    page->setProperty("kind", QStringLiteral("page"));
    page->setLayout(m_fields);
    auto *scroll = new QScrollArea;
    scroll->setWidget(page);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::m);
    column->addWidget(m_title);
    column->addWidget(scroll, 1);
    column->addWidget(m_problem);
    column->addLayout(closingRow(m_cancel, m_submit));
}

void SubmitForm::addRow(DraftField field, QWidget *editor)
{
    const Row row{new QLabel, editor, new QLabel};
    nameField(row.name, editor);
    row.error->setProperty("kind", QStringLiteral("error"));
    row.error->setObjectName(editor->objectName() + QStringLiteral("Error"));
    row.error->setFont(captionFont(font()));
    row.error->setWordWrap(true);
    row.error->hide();
    auto *box = new QVBoxLayout;
    box->setSpacing(space::xs);
    box->addWidget(row.name);
    box->addWidget(editor);
    box->addWidget(row.error);
    m_fields->addLayout(box);
    m_rows.emplace(field, row);
}

void SubmitForm::begin()
{
    m_isAgain = false;
    retranslate();
    loadScripts();
    suggestId();
    m_problem->clear();
    m_file->setFocus();
}

void SubmitForm::beginFrom(const JobDetail &detail)
{
    setDraft(draftOf(detail));
    m_isAgain = true;
    m_isEdited = true;
    retranslate();
    loadScripts();
    m_suggestion = m_processId->text();
    suggestId();
    m_args->editor()->setFocus();
}

JobDraft SubmitForm::draft() const
{
    return {m_file->text(), m_processId->text(), m_args->text(), m_kwargs->text(), m_callback->text(), m_timeout->text(), m_label->text(), m_originalId};
}

void SubmitForm::setDraft(const JobDraft &draft)
{
    clearProblems();
    m_originalId = draft.originalId;
    m_isEdited = true; // so that the file's own memory does not come over it
    m_file->setText(draft.file);
    m_processId->setText(draft.processId);
    m_args->setText(draft.args);
    m_kwargs->setText(draft.kwargs);
    m_callback->setText(draft.callbackUrl);
    m_timeout->setText(draft.timeout);
    m_label->setText(draft.label);
    m_isEdited = !draft.args.isEmpty() || !draft.kwargs.isEmpty();
}

void SubmitForm::loadScripts()
{
    whenDone(m_jobs.scripts(), this, [this](Result<QStringList> scripts) {
        if (scripts)
            m_scripts.setStringList(*scripts);
    });
}

void SubmitForm::fileEdited()
{
    if (m_processId->text() == m_suggestion)
        suggestId();
    const auto known = m_remembered.find(m_file->text().trimmed().toStdString());
    if (m_isEdited || known == m_remembered.end())
        return;
    const JobDraft former = draftIn(*known);
    m_args->setText(former.args);
    m_kwargs->setText(former.kwargs);
    m_callback->setText(former.callbackUrl);
    m_timeout->setText(former.timeout);
    m_label->setText(former.label);
    m_isEdited = false;
}

void SubmitForm::suggestId()
{
    if (!m_processId->text().isEmpty() && m_processId->text() != m_suggestion)
        return;
    m_suggestion = suggestedId(m_file->text().trimmed(), m_clock.wallMs(), QRandomGenerator::global()->generate());
    m_processId->setText(m_suggestion);
}

void SubmitForm::submit()
{
    if (m_isBusy)
        return;
    clearProblems();
    const JobDraft sent = draft();
    CheckedDraft checked = check(sent);
    if (!checked.problems.empty()) {
        point(checked);
        return;
    }
    setBusy(true);
    whenDone(m_jobs.submit(std::move(checked.request), Actor::console()), this, [this, sent](Result<Submitted> answer) {
        setBusy(false);
        if (!answer) {
            refused(answer.error());
            return;
        }
        remember(sent);
        m_suggestion = m_processId->text();
        suggestId();
        Q_EMIT submitted(*answer);
    });
}

void SubmitForm::point(const CheckedDraft &checked)
{
    for (const DraftProblem &problem : checked.problems)
        setProblem(problem.field, problem.message);
    m_rows.at(checked.problems.front().field).editor->setFocus();
}

void SubmitForm::setProblem(DraftField field, const QString &message)
{
    const Row &row = m_rows.at(field);
    // A JsonEdit that is not valid says so itself, and where.
    const auto *json = qobject_cast<JsonEdit *>(row.editor);
    row.error->setText(message);
    row.error->setVisible(!message.isEmpty() && (!json || json->isValid()));
    if (!json) {
        setLook(row.editor, "wrong", !message.isEmpty());
        row.editor->setAccessibleDescription(message);
    }
}

void SubmitForm::clearProblems()
{
    for (const DraftField field : allDraftFields)
        setProblem(field, {});
    m_problem->clear();
}

void SubmitForm::refused(const Error &error)
{
    const auto field = fieldOf(error);
    if (!field) {
        m_problem->showError(error);
        return;
    }
    setProblem(*field, sentenceOf(error));
    m_rows.at(*field).editor->setFocus();
}

void SubmitForm::setBusy(bool busy)
{
    m_isBusy = busy;
    m_submit->setEnabled(!busy);
    retranslate();
}

void SubmitForm::remember(const JobDraft &draft)
{
    const QString file = draft.file.trimmed();
    m_rememberedFiles.removeOne(file);
    m_rememberedFiles.prepend(file);
    m_remembered[file.toStdString()] = jsonOf(draft);
    while (m_rememberedFiles.size() > mostRemembered)
        m_remembered.erase(m_rememberedFiles.takeLast().toStdString());
}

Json SubmitForm::saveState() const
{
    Json files = Json::array();
    for (const QString &file : m_rememberedFiles)
        files.push_back(m_remembered.value(file.toStdString(), Json::object()));
    return {{"draft", jsonOf(draft())}, {"files", files}};
}

void SubmitForm::restoreState(const Json &state)
{
    if (!state.is_object())
        return;
    if (const auto files = state.find("files"); files != state.end() && files->is_array()) {
        for (auto file = files->rbegin(); file != files->rend(); ++file) {
            if (const JobDraft former = draftIn(*file); !former.file.isEmpty())
                remember(former);
        }
    }
    if (const auto last = state.find("draft"); last != state.end())
        setDraft(draftIn(*last));
}

void SubmitForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void SubmitForm::retranslate()
{
    m_title->setText(m_isAgain ? tr("Edit and run again") : tr("New job"));
    const auto name = [this](DraftField field, const QString &words) {
        const Row &row = m_rows.at(field);
        row.name->setText(words);
        row.editor->setAccessibleName(words);
        if (auto *json = qobject_cast<JsonEdit *>(row.editor))
            json->setLabel(words);
    };
    name(DraftField::File, tr("Python file"));
    name(DraftField::ProcessId, tr("Process id"));
    name(DraftField::Args, tr("Arguments, as a JSON list"));
    name(DraftField::Kwargs, tr("Named arguments, as a JSON object"));
    name(DraftField::Timeout, tr("Time-out in seconds"));
    name(DraftField::CallbackUrl, tr("Callback address for failures"));
    name(DraftField::Label, tr("Label"));
    m_file->setPlaceholderText(QStringLiteral("packages/example.py"));
    m_timeout->setPlaceholderText(tr("none"));
    m_label->setPlaceholderText(tr("words by which to find it again"));
    m_submit->setText(m_isBusy ? tr("Starting…") : tr("Run"));
    m_submit->setToolTip(QKeySequence(Qt::CTRL | Qt::Key_Return).toString(QKeySequence::NativeText));
    m_submit->setAccessibleName(tr("Run the job"));
    m_cancel->setText(tr("Close"));
    m_cancel->setAccessibleName(tr("Close the form"));
}

} // namespace kule
