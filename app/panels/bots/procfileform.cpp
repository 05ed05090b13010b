// SPDX-License-Identifier: GPL-3.0-or-later
#include "procfileform.h"

#include "actions/textfiles.h"
#include "dialogs/filedialog.h"
#include "theme/statelook.h"
#include "theme/theme.h"
#include "widgets/cells.h"
#include "widgets/errorstrip.h"
#include "widgets/formparts.h"
#include "widgets/statedelegate.h"
#include "widgets/tableview.h"
#include "widgets/words.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace kule {
namespace {

constexpr qint64 largestFile = 64 * 1024;
enum Column { Outcome, Name, Line };

StateLook lookOf(ImportedLine::Outcome outcome)
{
    switch (outcome) {
    case ImportedLine::Outcome::Created:
        return {Glyph::Disc, Token::Succeeded, ProcfileForm::tr("added")};
    case ImportedLine::Outcome::Kept:
        return {Glyph::Ring, Token::Stopped, ProcfileForm::tr("there already")};
    case ImportedLine::Outcome::Refused:
        return {Glyph::Triangle, Token::Failed, ProcfileForm::tr("left out")};
    }
    return {};
}

} // namespace

ProcfileForm::ProcfileForm(BotService &bots, QWidget *parent)
    : QWidget(parent)
    , m_bots(bots)
    , m_title(new QLabel)
    , m_hint(new QLabel)
    , m_textName(new QLabel)
    , m_file(new QPushButton)
    , m_text(new QPlainTextEdit)
    , m_folderName(new QLabel)
    , m_folder(new QLineEdit)
    , m_problem(new ErrorStrip)
    , m_table(new TableView)
    , m_cancel(new QPushButton)
    , m_submit(new QPushButton)
{
    m_files.setMaxThreadCount(1);
    using Columns = std::vector<RowsModel<ImportedLine>::Column>;
    m_lines = new RowsModel<ImportedLine>(
        Columns{
            {[] { return tr("Outcome"); }, [](const ImportedLine &line, int role) { return stateCell(role, lookOf(line.outcome)); }},
            {[] { return tr("Name"); }, [](const ImportedLine &line, int role) { return wordsCell(role, shownText(line.name)); }},
            {[] { return tr("Line"); },
             [](const ImportedLine &line, int role) {
                 const bool hasReason = !line.reason.source.isEmpty();
                 const QString said = tr("%1: %2").arg(line.number).arg(hasReason ? shownText(sentenceOf(line.reason)) : shownText(line.text));
                 return wordsCell(role, said, said);
             }},
        },
        [](const ImportedLine &a, const ImportedLine &b) { return a.number == b.number; }, this);
    build();
    connect(m_text, &QPlainTextEdit::textChanged, this, &ProcfileForm::follow);
    connect(m_file, &QPushButton::clicked, this, &ProcfileForm::askFile);
    connect(m_submit, &QPushButton::clicked, this, &ProcfileForm::submit);
    connect(m_cancel, &QPushButton::clicked, this, &ProcfileForm::closeAsked);
    connect(m_table, &TableView::opened, this, [this](const QModelIndex &index) {
        if (const BotId bot = m_lines->at(index).bot; !bot.isEmpty())
            Q_EMIT botAsked(bot);
    });
    retranslate();
}

ProcfileForm::~ProcfileForm()
{
    m_files.waitForDone();
}

void ProcfileForm::build()
{
    setObjectName(QStringLiteral("procfileForm"));
    m_title->setFont(titleFont(font()));
    m_hint->setWordWrap(true);
    m_hint->setProperty("kind", QStringLiteral("muted"));
    m_text->setObjectName(QStringLiteral("procfileText"));
    m_text->setFont(codeFont(font()));
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setTabChangesFocus(true);
    m_text->setPlaceholderText(QStringLiteral("tanitim: python3 tanitim.py\nduyuru: python3 duyuru_replica.py"));
    m_file->setObjectName(QStringLiteral("procfileFile"));
    m_folder->setObjectName(QStringLiteral("procfileFolder"));
    m_folder->setFont(codeFont(font()));
    m_problem->setObjectName(QStringLiteral("procfileProblem"));
    m_table->setObjectName(QStringLiteral("procfileTable"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setModel(m_lines);
    m_table->setItemDelegateForColumn(Outcome, new StateDelegate(m_table));
    m_table->setColumnWidths({136, 120, 200}, Line);
    m_table->hide();
    m_cancel->setObjectName(QStringLiteral("procfileCancel"));
    m_submit->setObjectName(QStringLiteral("procfileSubmit"));
    nameField(m_textName, m_text);
    nameField(m_folderName, m_folder);
    auto *head = new QHBoxLayout;
    head->addWidget(m_textName, 1);
    head->addWidget(m_file);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    column->addWidget(m_title);
    column->addWidget(m_hint);
    column->addLayout(head);
    column->addWidget(m_text, 1);
    column->addWidget(m_folderName);
    column->addWidget(m_folder);
    column->addWidget(m_problem);
    column->addWidget(m_table, 1);
    column->addLayout(closingRow(m_cancel, m_submit));
}

void ProcfileForm::begin()
{
    m_problem->clear();
    m_table->hide();
    follow();
    m_text->setFocus(Qt::OtherFocusReason);
}

void ProcfileForm::askFile()
{
    connect(askForFile(this, tr("A Procfile"), "procfileDialog"), &QFileDialog::fileSelected, this, &ProcfileForm::addFile);
}

void ProcfileForm::addFile(const QString &file)
{
    whenDone(onPool(m_files, [file] { return readTextFile(file, largestFile); }), this, [this, file](const Result<QString> &text) {
        if (!text)
            return m_problem->showError(text.error());
        m_problem->clear();
        m_text->setPlainText(*text);
        m_folder->setText(file.section(u'/', 0, -2));
    });
}

void ProcfileForm::submit()
{
    if (!m_submit->isEnabled())
        return;
    m_isBusy = true;
    m_problem->clear();
    follow();
    whenDone(m_bots.importProcfile({m_text->toPlainText(), m_folder->text().trimmed()}, Actor::console()), this, [this](const Result<std::vector<ImportedLine>> &lines) {
        m_isBusy = false;
        follow();
        if (!lines)
            return m_problem->showError(lines.error());
        m_lines->sync(*lines);
        m_table->setVisible(!lines->empty());
        Q_EMIT imported();
    });
}

void ProcfileForm::follow()
{
    m_submit->setEnabled(!m_isBusy && !m_text->toPlainText().trimmed().isEmpty());
}

void ProcfileForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ProcfileForm::retranslate()
{
    m_title->setText(tr("Import a Procfile"));
    m_hint->setText(tr("Each line becomes a bot of the kind script, stopped and without a token. A bot of the same name stays as it is."));
    m_textName->setText(tr("Lines of the Procfile"));
    m_text->setAccessibleName(m_textName->text());
    m_file->setText(tr("From a file…"));
    m_file->setAccessibleName(m_file->text());
    m_folderName->setText(tr("Folder of the scripts"));
    m_folder->setAccessibleName(m_folderName->text());
    m_folder->setPlaceholderText(tr("within the script roots, such as packages/bots"));
    m_table->setAccessibleName(tr("What became of the lines"));
    m_cancel->setText(tr("Close"));
    m_cancel->setAccessibleName(m_cancel->text());
    m_submit->setText(tr("Import"));
    m_submit->setAccessibleName(m_submit->text());
    m_lines->reword();
}

} // namespace kule
