// SPDX-License-Identifier: GPL-3.0-or-later
#include "logview/logpane.h"

#include "theme/theme.h"
#include "widgets/choice.h"
#include "widgets/errorstrip.h"
#include "widgets/flatbutton.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace kule {

LogPane::LogPane(LogFeed &feed, QWidget *parent)
    : QWidget(parent)
    , m_view(new LogView(feed))
    , m_tools(new QHBoxLayout)
    , m_follow(flatButton("logFollow"))
    , m_times(new Choice)
    , m_search(new QLineEdit)
    , m_regex(flatButton("logRegex"))
    , m_previous(flatButton("logPrevious", "arrow-up"))
    , m_next(flatButton("logNext", "chevron-down"))
    , m_found(new QLabel)
    , m_problem(new ErrorStrip)
{
    build();
    connectAll();
    const bool canSearch = feed.canSearch();
    for (QWidget *tool : {static_cast<QWidget *>(m_search), static_cast<QWidget *>(m_regex), static_cast<QWidget *>(m_previous), static_cast<QWidget *>(m_next)})
        tool->setVisible(canSearch);
    if (!canSearch)
        m_tools->insertStretch(0, 1);
    retranslate();
}

void LogPane::build()
{
    m_view->setObjectName(QStringLiteral("logView"));
    m_times->setObjectName(QStringLiteral("logTimes"));
    m_search->setObjectName(QStringLiteral("logSearch"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_view->installEventFilter(this);
    m_follow->setCheckable(true);
    m_follow->setChecked(true);
    m_regex->setCheckable(true);
    m_regex->setText(QStringLiteral(".*"));
    m_regex->setFont(codeFont(font()));
    m_found->setProperty("kind", QStringLiteral("caption"));
    m_found->setFont(captionFont(font()));
    for (int i = 0; i < 4; ++i)
        m_times->addItem(QString());
    m_times->setSizeAdjustPolicy(QComboBox::AdjustToContents);

    m_tools->setContentsMargins(0, 0, 0, 0);
    m_tools->setSpacing(space::xs);
    m_tools->addWidget(m_search, 1);
    m_tools->addWidget(m_found);
    m_tools->addWidget(m_regex);
    m_tools->addWidget(m_previous);
    m_tools->addWidget(m_next);
    m_tools->addSpacing(space::s);
    m_tools->addWidget(m_times);
    m_tools->addWidget(m_follow);
    auto *frame = new QFrame;
    frame->setProperty("kind", QStringLiteral("card"));
    auto *inside = new QVBoxLayout(frame);
    inside->setContentsMargins(1, space::xs, 1, space::xs);
    inside->addWidget(m_view);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, space::s, 0, 0);
    column->setSpacing(space::s);
    column->addLayout(m_tools);
    column->addWidget(m_problem);
    column->addWidget(frame, 1);
}

void LogPane::connectAll()
{
    connect(m_follow, &QToolButton::toggled, m_view, &LogView::setFollowing);
    connect(m_view, &LogView::followingChanged, m_follow, [this](bool on) {
        const QSignalBlocker quiet(m_follow);
        m_follow->setChecked(on);
    });
    connect(m_times, &QComboBox::currentIndexChanged, m_view, [this](int index) { m_view->setTimes(static_cast<LogTimes>(index)); });
    connect(m_search, &QLineEdit::textEdited, this, [this] { search(SearchDirection::Forward); });
    connect(m_regex, &QToolButton::toggled, this, [this] { search(SearchDirection::Forward); });
    connect(m_next, &QToolButton::clicked, this, [this] { search(SearchDirection::Forward); });
    connect(m_previous, &QToolButton::clicked, this, [this] { search(SearchDirection::Backward); });
    connect(m_view, &LogView::searchEnded, this, [this](bool found) { m_found->setText(found ? QString() : tr("No more hits")); });
    connect(m_view, &LogView::searchedSoFar, this, [this](int percent) { m_found->setText(tr("Searched %1 %").arg(percent)); });
    connect(m_view, &LogView::searchFailed, this, [this](const Error &error) {
        m_found->clear();
        m_problem->showError(error);
    });
    connect(&m_view->source(), &LogSource::failed, this, [this] {
        if (m_view->source().problem())
            m_problem->showError(*m_view->source().problem(), [] { return tr("Try again"); });
    });
    connect(&m_view->source(), &LogSource::arrived, m_problem, [this] {
        if (!m_view->source().problem())
            m_problem->clear();
    });
    connect(m_problem, &ErrorStrip::activated, this, [this] { m_view->source().retry(); });
}

void LogPane::open(qint64 startedAt)
{
    m_found->clear();
    m_problem->clear();
    m_view->open(startedAt);
}

void LogPane::addTool(QWidget *tool)
{
    m_tools->insertWidget(m_tools->indexOf(m_times), tool);
}

void LogPane::search(SearchDirection direction)
{
    const QString text = m_search->text();
    const QString pattern = m_regex->isChecked() ? text : QRegularExpression::escape(text);
    const QRegularExpression expression(pattern, QRegularExpression::CaseInsensitiveOption);
    const bool isWrong = !expression.isValid();
    m_found->setText(isWrong ? tr("Not a pattern: %1").arg(expression.errorString()) : QString());
    setLook(m_search, "wrong", isWrong);
    if (text.isEmpty() || isWrong)
        m_view->clearSearch();
    else
        m_view->search(expression, direction);
}

void LogPane::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

bool LogPane::eventFilter(QObject *watched, QEvent *event)
{
    // Ctrl+F and F3 belong to the log while the cursor is in it; elsewhere they are the window's.
    if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    auto *key = static_cast<QKeyEvent *>(event);
    const bool isEnter = watched == m_search && (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter);
    const bool isBackward = key->modifiers().testFlag(Qt::ShiftModifier);
    const bool isEscape = watched == m_search && key->key() == Qt::Key_Escape && !m_search->text().isEmpty();
    if (!key->matches(QKeySequence::Find) && key->key() != Qt::Key_F3 && !isEnter && !isEscape)
        return QWidget::eventFilter(watched, event);
    key->accept();
    if (event->type() == QEvent::ShortcutOverride)
        return true;
    if (isEscape) {
        m_search->clear();
        search(SearchDirection::Forward);
        m_view->setFocus();
    } else if (key->matches(QKeySequence::Find)) {
        focusSearch();
    } else {
        search(isBackward ? SearchDirection::Backward : SearchDirection::Forward);
    }
    return true;
}

Json LogPane::saveState() const
{
    return {{"times", m_times->currentIndex()}, {"regex", m_regex->isChecked()}};
}

void LogPane::restoreState(const Json &state)
{
    if (!state.is_object())
        return;
    if (const auto times = state.find("times"); times != state.end() && times->is_number_integer())
        m_times->setCurrentIndex(std::clamp(times->get<int>(), 0, m_times->count() - 1));
    if (const auto regex = state.find("regex"); regex != state.end() && regex->is_boolean())
        m_regex->setChecked(regex->get<bool>());
}

void LogPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void LogPane::retranslate()
{
    const auto name = [](QWidget *widget, const QString &words) {
        widget->setAccessibleName(words);
        widget->setToolTip(words);
    };
    m_follow->setText(tr("Follow"));
    name(m_follow, tr("Keep the end in sight while the job prints"));
    name(m_times, tr("Times beside the lines"));
    m_times->setItemText(static_cast<int>(LogTimes::Utc), tr("UTC"));
    m_times->setItemText(static_cast<int>(LogTimes::Local), tr("Local time"));
    m_times->setItemText(static_cast<int>(LogTimes::Elapsed), tr("Elapsed"));
    m_times->setItemText(static_cast<int>(LogTimes::Off), tr("No times"));
    m_search->setPlaceholderText(tr("Search the log"));
    name(m_search, tr("Search the log"));
    name(m_regex, tr("Search for a regular expression"));
    name(m_previous, tr("Previous hit (Shift+F3)"));
    name(m_next, tr("Next hit (F3)"));
}

} // namespace kule
