// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/toast.h"

#include "theme/tokens.h"

#include <QClipboard>
#include <QEnterEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>

namespace kule {

Toast *Toast::show(QWidget *near, const QString &sentence, const QString &undoText)
{
    QWidget *window = near->window();
    const auto former = window->findChildren<Toast *>(QString(), Qt::FindDirectChildrenOnly);
    for (Toast *toast : former)
        toast->finish(false);
    auto *toast = new Toast(window, sentence, undoText);
    toast->QFrame::show();
    toast->place();
    toast->raise();
    return toast;
}

Toast::Toast(QWidget *window, const QString &sentence, const QString &undoText)
    : QFrame(window)
    , m_words(new QLabel(sentence))
{
    setObjectName(QStringLiteral("toast"));
    setProperty("kind", QStringLiteral("toast"));
    setAccessibleName(sentence);
    m_words->setTextFormat(Qt::PlainText); // names are in it
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::l, space::s, space::s, space::s);
    row->setSpacing(space::l);
    row->addWidget(m_words);
    if (undoText.isEmpty()) {
        row->setContentsMargins(space::l, space::m, space::l, space::m);
    } else {
        auto *undo = new QPushButton(undoText);
        undo->setObjectName(QStringLiteral("undo"));
        undo->setAccessibleName(undoText);
        undo->setCursor(Qt::PointingHandCursor);
        row->addWidget(undo);
        connect(undo, &QPushButton::clicked, this, [this] { finish(true); });
        // A text that is being edited takes it first.
        auto *keys = new QShortcut(QKeySequence::Undo, this);
        connect(keys, &QShortcut::activated, this, [this] { finish(true); });
    }
    window->installEventFilter(this);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] { finish(false); });
    m_timer.start(shownMs);
}

Toast::~Toast()
{
    if (!m_isFinished) {
        m_isFinished = true;
        Q_EMIT expired();
    }
}

void Toast::finish(bool isUndone)
{
    if (m_isFinished)
        return;
    m_isFinished = true;
    hide();
    if (isUndone)
        Q_EMIT undone();
    else
        Q_EMIT expired();
    deleteLater();
}

bool Toast::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        place();
    else if (event->type() == QEvent::Close)
        finish(false);
    return QFrame::eventFilter(watched, event);
}

void Toast::enterEvent(QEnterEvent *event)
{
    m_timer.stop(); // nothing goes away under the pointer
    QFrame::enterEvent(event);
}

void Toast::leaveEvent(QEvent *event)
{
    m_timer.start(shownMs);
    QFrame::leaveEvent(event);
}

void Toast::place()
{
    const int most = parentWidget()->width() - 2 * space::l;
    m_words->setWordWrap(false);
    m_words->setWordWrap(sizeHint().width() > most);
    if (m_words->wordWrap())
        resize(most, layout()->totalHeightForWidth(most));
    else
        adjustSize();
    move((parentWidget()->width() - width()) / 2, parentWidget()->height() - height() - 48);
}

void copyText(QWidget *near, const QString &text, const QString &said)
{
    QGuiApplication::clipboard()->setText(text);
    Toast::show(near, said);
}

} // namespace kule
