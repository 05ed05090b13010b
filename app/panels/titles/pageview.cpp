// SPDX-License-Identifier: GPL-3.0-or-later
#include "pageview.h"

#include "actions/textfiles.h"
#include "dialogs/filedialog.h"
#include "theme/theme.h"
#include "widgets/codeview.h"
#include "widgets/errorstrip.h"
#include "widgets/toast.h"
#include "widgets/words.h"

#include <QDir>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace kule {
namespace {

constexpr int longLine = 160;   // characters; from there on it is broken behind the next tag
constexpr int longestLine = 2000;

} // namespace

QString readable(const QByteArray &page, qsizetype most)
{
    const QString source = QString::fromUtf8(page.first(std::min(most, page.size())));
    QString shown;
    shown.reserve(source.size() + source.size() / 32);
    int length = 0;
    for (const QChar c : source) {
        if (c == u'\0' || c == u'\r')
            continue;
        shown += c;
        length = c == u'\n' ? 0 : length + 1;
        if ((length > longLine && c == u'>') || length > longestLine) {
            shown += u'\n';
            length = 0;
        }
    }
    return shown;
}

PageView::PageView(TitleService &titles, QWidget *parent)
    : QWidget(parent)
    , m_titles(titles)
    , m_note(new QLabel)
    , m_save(new QPushButton)
    , m_text(new CodeView)
    , m_problem(new ErrorStrip)
{
    m_pool.setMaxThreadCount(1);
    m_note->setObjectName(QStringLiteral("titlePageNote"));
    m_note->setProperty("kind", QStringLiteral("muted"));
    m_note->setWordWrap(true);
    m_save->setObjectName(QStringLiteral("titlePageSave"));
    m_text->setObjectName(QStringLiteral("titlePageText"));
    m_problem->setObjectName(QStringLiteral("titlePageProblem"));
    auto *line = new QHBoxLayout;
    line->setSpacing(space::s);
    line->addWidget(m_note, 1);
    line->addWidget(m_save, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, space::m, 0, 0);
    column->setSpacing(space::s);
    column->addLayout(line);
    column->addWidget(m_problem);
    column->addWidget(m_text, 1);
    connect(m_save, &QPushButton::clicked, this, &PageView::askWhere);
    connect(m_problem, &ErrorStrip::activated, this, &PageView::load);
    retranslate();
}

void PageView::setPage(const TitleKey &key, const std::optional<RawPage> &page)
{
    if (m_key == key && m_page && page && m_page->fetchedAt == page->fetchedAt)
        return;
    clear();
    m_key = key;
    m_page = page;
    retranslate();
    if (isVisible())
        load();
}

void PageView::clear()
{
    ++m_asked;
    m_key.reset();
    m_page.reset();
    m_isLoaded = m_isCut = false;
    m_text->setCode({});
    m_problem->clear();
    retranslate();
}

void PageView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_isLoaded)
        load();
}

void PageView::load()
{
    if (!m_page)
        return;
    m_isLoaded = true;
    whenDone(m_titles.page(*m_key), this, [this, asked = ++m_asked](const Result<RawPage> &page) {
        if (asked != m_asked)
            return;
        if (!page)
            return m_problem->showError(page.error(), [] { return tr("Try again"); });
        m_problem->clear();
        const auto shown = onPool(m_pool, [page = *page] { return Result<QString>(readable(page.body(), mostShown)); });
        whenDone(shown, this, [this, asked](const Result<QString> &words) {
            if (asked != m_asked || !words)
                return;
            m_isCut = m_page->size > mostShown;
            m_text->setCode(*words);
            retranslate();
        });
    });
}

void PageView::askWhere()
{
    connect(askWhereToSave(this, tr("Save the page"), "savePageDialog", QString::fromLatin1(m_key->id), QStringLiteral("html")), &QFileDialog::fileSelected, this, &PageView::saveTo);
}

void PageView::saveTo(const QString &file)
{
    if (!m_key)
        return;
    whenDone(m_titles.page(*m_key), this, [this, file](const Result<RawPage> &page) {
        if (!page)
            return m_problem->showError(page.error());
        whenDone(onPool(m_pool, [page = *page, file] { return writeWholeFile(file, page.body()); }), this, [this, file](const Done &written) {
            if (written)
                Toast::show(this, tr("%1 is written").arg(QDir::toNativeSeparators(file)));
            else
                m_problem->showError(written.error());
        });
    });
}

void PageView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void PageView::retranslate()
{
    m_save->setText(tr("Save the page…"));
    m_save->setAccessibleName(m_save->text());
    m_save->setVisible(m_page.has_value());
    m_text->setLabel(tr("Source of the page"));
    m_text->setVisible(m_page.has_value());
    if (!m_page)
        m_note->setText(tr("The page of this title is not kept any more. Fetch it again to have it here."));
    else if (m_isCut)
        m_note->setText(tr("The first %1 of %2; long lines are broken for reading.").arg(sizeText(mostShown), sizeText(m_page->size)));
    else
        m_note->setText(tr("%1 as it came; long lines are broken for reading.").arg(sizeText(m_page->size)));
}

} // namespace kule
