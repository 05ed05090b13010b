// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/copybutton.h"

#include "theme/icons.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>

namespace kule {

CopyButton::CopyButton(std::function<QString()> what, QWidget *parent)
    : QToolButton(parent)
    , m_what(std::move(what))
{
    setProperty("kind", QStringLiteral("flat"));
    setIcon(kule::icon(QStringLiteral("copy"), Token::Muted));
    setIconSize({16, 16});
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    m_back.setSingleShot(true);
    m_back.setInterval(1500);
    connect(&m_back, &QTimer::timeout, this, [this] { setIcon(kule::icon(QStringLiteral("copy"), Token::Muted)); });
    connect(this, &QToolButton::clicked, this, &CopyButton::copy);
    retranslate();
}

void CopyButton::setPurpose(const QString &purpose)
{
    m_purpose = purpose;
    retranslate();
}

void CopyButton::copy()
{
    const QString text = m_what ? m_what() : QString();
    if (text.isEmpty())
        return;
    QGuiApplication::clipboard()->setText(text);
    setIcon(kule::icon(QStringLiteral("check"), Token::Succeeded));
    m_back.start();
    Q_EMIT copied();
}

void CopyButton::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QToolButton::changeEvent(event);
}

void CopyButton::retranslate()
{
    const QString words = m_purpose.isEmpty() ? tr("Copy") : m_purpose;
    setToolTip(words);
    setAccessibleName(words);
}

} // namespace kule
