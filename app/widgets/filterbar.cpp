// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/filterbar.h"

#include "filter/suggestions.h"
#include "theme/icons.h"
#include "theme/theme.h"
#include "widgets/words.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCompleter>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QTextCharFormat>
#include <QVBoxLayout>

namespace kule {
namespace {
constexpr int pauseMs = 25;     // a key that comes within it belongs to the one before
constexpr int patienceMs = 400; // with what is not understood yet
}

void FilterOffers::offer(const QString &word, std::span<const FilterKey> keys)
{
    QStringList texts;
    m_meanings.clear();
    if (!word.isEmpty()) {
        for (const FilterSuggestion &suggestion : suggestFilter(word, keys)) {
            texts += suggestion.text;
            m_meanings += suggestion.text.endsWith(u':') ? QStringLiteral("   ") + sentenceOf(suggestion.meaning) : QString(); // values speak for themselves
        }
    }
    setStringList(texts);
}

QVariant FilterOffers::data(const QModelIndex &index, int role) const
{
    const QVariant text = QStringListModel::data(index, Qt::EditRole);
    return role == Qt::DisplayRole ? QVariant(text.toString() + m_meanings.value(index.row())) : QStringListModel::data(index, role);
}

FilterBar::FilterBar(QWidget *parent)
    : QWidget(parent)
    , m_edit(new QLineEdit)
    , m_error(new QLabel)
    , m_row(new QHBoxLayout)
    , m_completer(new QCompleter(&m_offers, this))
{
    m_edit->setObjectName(QStringLiteral("filter"));
    m_edit->setClearButtonEnabled(true);
    m_edit->addAction(icon(QStringLiteral("search"), Token::Muted), QLineEdit::LeadingPosition);
    m_edit->setMaximumWidth(640);
    m_edit->installEventFilter(this);
    m_error->setObjectName(QStringLiteral("filterError"));
    m_error->setProperty("kind", QStringLiteral("error"));
    m_error->setFont(captionFont(font()));
    m_error->setWordWrap(true);
    m_error->hide();
    m_completer->setWidget(m_edit);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->popup()->setProperty("kind", QStringLiteral("popup"));

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::xs);
    m_row->setSpacing(space::s);
    m_row->addWidget(m_edit, 1);
    m_row->addStretch(0);
    column->addLayout(m_row);
    column->addWidget(m_error);

    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    m_patience.setSingleShot(true);
    m_patience.setInterval(patienceMs);
    connect(&m_pause, &QTimer::timeout, this, &FilterBar::announceTyped);
    connect(&m_patience, &QTimer::timeout, this, &FilterBar::tellProblem);
    connect(m_edit, &QLineEdit::textChanged, this, [this] {
        m_pause.start();
        if (m_patience.isActive())
            m_patience.start();
    });
    connect(m_edit, &QLineEdit::textEdited, this, &FilterBar::suggest);
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this, &FilterBar::complete);
    retranslate();
}

void FilterBar::setText(const QString &text)
{
    m_edit->setText(text);
    announce();
}

void FilterBar::setPlaceholder(const QString &text)
{
    m_edit->setPlaceholderText(text);
}

void FilterBar::setAccessibleLabel(const QString &name)
{
    m_label = name;
    retranslate();
}

void FilterBar::setProblem(const std::optional<Error> &problem)
{
    const bool isKnown = m_edit->property("wrong").toBool();
    m_problem = problem;
    if (problem && m_isTyping && !isKnown)
        m_patience.start(); // a word is rarely right before its last letter
    else if (problem || isKnown || m_patience.isActive())
        tellProblem();
}

void FilterBar::tellProblem()
{
    m_patience.stop();
    setLook(m_edit, "wrong", m_problem.has_value());
    const bool hasPlace = m_problem && m_problem->details.is_object() && m_problem->details.contains("position");
    mark(hasPlace ? m_problem->details.value("position", 0) : 0, hasPlace ? m_problem->details.value("length", 0) : 0);
    tell();
}

void FilterBar::setNote(const QString &sentence)
{
    m_note = sentence;
    tell();
}

void FilterBar::tell()
{
    const bool isWrong = m_problem && !m_patience.isActive();
    const QString sentence = isWrong ? sentenceOf(*m_problem) : m_note;
    m_error->setText(sentence);
    m_error->setVisible(!sentence.isEmpty());
    setLook(m_error, "kind", isWrong ? QStringLiteral("error") : QStringLiteral("muted"));
    m_edit->setAccessibleDescription(sentence);
}

// A line edit shows formats only as an input method gives them; they count from the cursor.
void FilterBar::mark(qsizetype position, qsizetype length)
{
    QList<QInputMethodEvent::Attribute> formats;
    if (length > 0) {
        QTextCharFormat wrong;
        wrong.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        wrong.setUnderlineColor(color(Token::Failed, palette()));
        wrong.setForeground(color(Token::Failed, palette()));
        formats += {QInputMethodEvent::TextFormat, static_cast<int>(position) - m_edit->cursorPosition(), static_cast<int>(length), wrong};
    }
    QInputMethodEvent event({}, formats);
    QCoreApplication::sendEvent(m_edit, &event);
}

void FilterBar::focus()
{
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
}

void FilterBar::addWidget(QWidget *widget)
{
    m_row->addWidget(widget);
}

void FilterBar::announce()
{
    m_pause.stop();
    if (m_edit->text() == m_announced)
        return;
    m_announced = m_edit->text();
    Q_EMIT changed(m_announced);
}

void FilterBar::announceTyped()
{
    m_isTyping = true;
    announce();
    m_isTyping = false;
}

void FilterBar::suggest()
{
    const QString before = m_edit->text().left(m_edit->cursorPosition());
    const QString word = before.mid(before.lastIndexOf(u' ') + 1);
    m_offers.offer(word, m_keys);
    if (m_offers.rowCount() == 0) {
        m_completer->popup()->hide();
        return;
    }
    m_completer->complete(QRect(m_edit->inputMethodQuery(Qt::ImCursorRectangle).toRect().left(), 0, 480, m_edit->height()));
}

void FilterBar::complete(const QString &word)
{
    const int cursor = m_edit->cursorPosition();
    const QString text = m_edit->text();
    const int start = static_cast<int>(text.left(cursor).lastIndexOf(u' ')) + 1;
    const bool isWhole = !word.endsWith(u':');
    m_edit->setText(text.left(start) + word + (isWhole && cursor == text.size() ? QStringLiteral(" ") : QString()) + text.mid(cursor));
    m_edit->setCursorPosition(start + static_cast<int>(word.size()) + (isWhole ? 1 : 0));
    if (!isWhole)
        suggest();
}

bool FilterBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Down) {
            announce();
            if (m_patience.isActive())
                tellProblem();
            Q_EMIT left();
            return true;
        }
        if (key == Qt::Key_Escape && !m_edit->text().isEmpty()) {
            setText({});
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void FilterBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void FilterBar::retranslate()
{
    m_edit->setAccessibleName(m_label.isEmpty() ? tr("Filter") : m_label);
}

} // namespace kule
