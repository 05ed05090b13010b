// SPDX-License-Identifier: GPL-3.0-or-later
#include "scrapeform.h"

#include "actions/textfiles.h"
#include "dialogs/filedialog.h"
#include "theme/theme.h"
#include "widgets/errorstrip.h"
#include "widgets/formparts.h"
#include "widgets/words.h"

#include <QCheckBox>
#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextBlock>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace kule {
namespace {

constexpr int pauseMs = 200;
constexpr std::size_t mostWrongShown = 200;
constexpr qsizetype mostKept = 64 * 1024; ///< characters of it that the session keeps

} // namespace

ScrapeForm::ScrapeForm(TitleService &titles, QWidget *parent)
    : QWidget(parent)
    , m_titles(titles)
    , m_title(new QLabel)
    , m_urlsName(new QLabel)
    , m_urls(new QPlainTextEdit)
    , m_file(new QPushButton)
    , m_summary(new QLabel)
    , m_wrong(new QTreeWidget)
    , m_labelName(new QLabel)
    , m_label(new QLineEdit)
    , m_isRefresh(new QCheckBox)
    , m_problem(new ErrorStrip)
    , m_cancel(new QPushButton)
    , m_submit(new QPushButton)
{
    m_files.setMaxThreadCount(1);
    build();
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, &ScrapeForm::check);
    connect(m_urls, &QPlainTextEdit::textChanged, this, [this] { m_pause.start(); });
    connect(m_file, &QPushButton::clicked, this, &ScrapeForm::askFile);
    connect(m_wrong, &QTreeWidget::itemClicked, this, [this](const QTreeWidgetItem *row) { goToLine(row->data(0, Qt::UserRole).toInt()); });
    connect(m_wrong, &QTreeWidget::itemActivated, this, [this](const QTreeWidgetItem *row) { goToLine(row->data(0, Qt::UserRole).toInt()); });
    connect(m_submit, &QPushButton::clicked, this, &ScrapeForm::submit);
    connect(m_cancel, &QPushButton::clicked, this, &ScrapeForm::closeAsked);
    submitOnCtrlReturn(this, &ScrapeForm::submit);
    retranslate();
}

void ScrapeForm::build()
{
    setObjectName(QStringLiteral("scrapeForm"));
    m_title->setFont(titleFont(font()));
    m_urls->setObjectName(QStringLiteral("formUrls"));
    m_urls->setFont(codeFont(font()));
    m_urls->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_urls->setTabChangesFocus(true);
    m_urls->viewport()->installEventFilter(this); // files that are dropped on it
    m_urls->setPlaceholderText(QStringLiteral("https://www.netflix.com/tr/title/81616256\nhttps://www.netflix.com/title/70153404"));
    m_file->setObjectName(QStringLiteral("formFromFile"));
    m_summary->setObjectName(QStringLiteral("formSummary"));
    m_summary->setProperty("kind", QStringLiteral("muted"));
    m_summary->setWordWrap(true);
    m_wrong->setObjectName(QStringLiteral("formWrong"));
    m_wrong->setColumnCount(3);
    m_wrong->setRootIsDecorated(false);
    m_wrong->setUniformRowHeights(true);
    m_wrong->setAllColumnsShowFocus(true);
    m_wrong->setColumnWidth(0, 56);
    m_wrong->setColumnWidth(1, 160);
    m_wrong->header()->setStretchLastSection(true);
    m_wrong->setFixedHeight(4 * rowHeight + space::xl);
    m_label->setObjectName(QStringLiteral("formTitleLabel"));
    m_label->setMaxLength(200);
    m_isRefresh->setObjectName(QStringLiteral("formRefresh"));
    m_problem->setObjectName(QStringLiteral("formTitlesProblem"));
    m_cancel->setObjectName(QStringLiteral("formTitlesCancel"));
    m_submit->setObjectName(QStringLiteral("formScrape"));
    nameField(m_urlsName, m_urls);
    nameField(m_labelName, m_label);
    auto *head = new QHBoxLayout;
    head->addWidget(m_urlsName, 1);
    head->addWidget(m_file);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    column->addWidget(m_title);
    column->addLayout(head);
    column->addWidget(m_urls, 1);
    column->addWidget(m_summary);
    column->addWidget(m_wrong);
    column->addSpacing(space::s);
    column->addWidget(m_labelName);
    column->addWidget(m_label);
    column->addWidget(m_isRefresh);
    column->addWidget(m_problem);
    column->addSpacing(space::s);
    column->addLayout(closingRow(m_cancel, m_submit));
}

void ScrapeForm::begin()
{
    m_urls->setFocus();
}

void ScrapeForm::addLines(const QString &lines)
{
    if (lines.isEmpty())
        return;
    const QString before = m_urls->toPlainText();
    m_urls->setPlainText(before.isEmpty() || before.endsWith(u'\n') ? before + lines : before + u'\n' + lines);
    m_urls->moveCursor(QTextCursor::End);
    check();
}

void ScrapeForm::addFile(const QString &file)
{
    whenDone(onPool(m_files, [file] { return readTextFile(file, largestFile); }), this, [this](const Result<QString> &lines) {
        if (!lines)
            return m_problem->showError(lines.error());
        m_problem->clear();
        addLines(*lines);
    });
}

void ScrapeForm::askFile()
{
    connect(askForFile(this, tr("Addresses from a file"), "urlFileDialog"), &QFileDialog::fileSelected, this, &ScrapeForm::addFile);
}

void ScrapeForm::check()
{
    m_pause.stop();
    m_list = UrlList::of(m_urls->toPlainText());
    say();
}

void ScrapeForm::say()
{
    const QLocale locale;
    m_wrong->clear();
    for (std::size_t i = 0; i < std::min(m_list.wrong.size(), mostWrongShown); ++i) {
        const UrlList::Wrong &wrong = m_list.wrong[i];
        const QString why = sentenceOf(wrong.why);
        auto *row = new QTreeWidgetItem(m_wrong, {locale.toString(wrong.line), shownText(wrong.text.left(300)), why});
        row->setData(0, Qt::UserRole, wrong.line);
        row->setToolTip(1, shownText(wrong.text.left(2000)));
        row->setToolTip(2, why);
    }
    m_wrong->setVisible(!m_list.wrong.empty());
    QStringList parts;
    if (const auto count = static_cast<int>(m_list.urls.size()); count > 0)
        parts << tr("%n title(s)", nullptr, count);
    if (m_list.repeated > 0)
        parts << tr("%n repeated", nullptr, m_list.repeated);
    if (!m_list.wrong.empty())
        parts << tr("%n line(s) left out, see below", nullptr, static_cast<int>(m_list.wrong.size()));
    if (m_list.urls.size() > UrlList::most)
        parts << tr("a batch takes %1 at most").arg(locale.toString(UrlList::most));
    m_summary->setText(parts.isEmpty() ? tr("One address a line; a text file may also be dropped here.") : parts.join(QStringLiteral(" · ")));
    setLook(m_summary, "kind", m_list.wrong.empty() ? QStringLiteral("muted") : QStringLiteral("error"));
    m_submit->setEnabled(!m_isBusy && !m_list.urls.isEmpty() && m_list.urls.size() <= UrlList::most);
    m_submit->setText(m_list.urls.isEmpty() ? tr("Scrape") : tr("Scrape %n title(s)", nullptr, static_cast<int>(m_list.urls.size())));
    m_submit->setAccessibleName(m_submit->text());
}

void ScrapeForm::goToLine(int line)
{
    const QTextBlock block = m_urls->document()->findBlockByNumber(line - 1);
    QTextCursor cursor(block);
    cursor.select(QTextCursor::LineUnderCursor);
    m_urls->setTextCursor(cursor);
    m_urls->centerCursor();
    m_urls->setFocus();
}

void ScrapeForm::submit()
{
    check();
    if (!m_submit->isEnabled())
        return;
    m_isBusy = true;
    say();
    whenDone(m_titles.begin({m_list.urls, m_label->text().trimmed(), m_isRefresh->isChecked()}, Actor::console()), this, [this](const Result<TitleBatch> &batch) {
        m_isBusy = false;
        if (!batch) {
            say();
            return m_problem->showError(batch.error());
        }
        m_problem->clear();
        // What was wrong stays to be corrected.
        QStringList left;
        for (const UrlList::Wrong &wrong : m_list.wrong)
            left << wrong.text;
        m_urls->setPlainText(left.join(u'\n'));
        m_label->clear();
        m_isRefresh->setChecked(false);
        check();
        Q_EMIT begun(*batch);
    });
}

Json ScrapeForm::saveState() const
{
    return {{"urls", m_urls->document()->characterCount() > mostKept ? QString() : m_urls->toPlainText()}, {"label", m_label->text()}, {"refresh", m_isRefresh->isChecked()}};
}

void ScrapeForm::restoreState(const Json &state)
{
    if (!state.is_object())
        return;
    m_urls->setPlainText(textOf(state, "urls"));
    m_label->setText(textOf(state, "label"));
    const auto refresh = state.find("refresh");
    m_isRefresh->setChecked(refresh != state.end() && refresh->is_boolean() && refresh->get<bool>());
    check();
}

bool ScrapeForm::eventFilter(QObject *watched, QEvent *event)
{
    // The editor would take a file's name for a text.
    if (event->type() == QEvent::DragEnter || event->type() == QEvent::DragMove || event->type() == QEvent::Drop) {
        auto *drop = static_cast<QDropEvent *>(event);
        if (drop->mimeData()->hasUrls() && drop->mimeData()->urls().first().isLocalFile()) {
            drop->acceptProposedAction();
            if (event->type() == QEvent::Drop) {
                const auto files = drop->mimeData()->urls();
                for (const QUrl &file : files)
                    addFile(file.toLocalFile());
            }
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void ScrapeForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ScrapeForm::retranslate()
{
    m_title->setText(tr("Scrape titles"));
    m_urlsName->setText(tr("Addresses"));
    m_urls->setAccessibleName(tr("Addresses of titles, one a line"));
    m_file->setText(tr("From a file…"));
    m_file->setAccessibleName(m_file->text());
    m_wrong->setHeaderLabels({tr("Line"), tr("Text"), tr("Why it is left out")});
    m_wrong->setAccessibleName(tr("Lines that are left out"));
    m_labelName->setText(tr("Label"));
    m_label->setPlaceholderText(tr("optional: to find the batch again"));
    m_label->setAccessibleName(tr("Label"));
    m_isRefresh->setText(tr("Fetch every page, whatever is stored"));
    m_isRefresh->setAccessibleName(m_isRefresh->text());
    m_cancel->setText(tr("Cancel"));
    m_cancel->setAccessibleName(tr("Cancel"));
    say();
}

} // namespace kule
