// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/errorstrip.h"

#include "theme/theme.h"
#include "widgets/copybutton.h"
#include "widgets/words.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace kule {

ErrorStrip::ErrorStrip(QWidget *parent)
    : QFrame(parent)
    , m_sentence(new QLabel)
    , m_code(new QLabel)
    , m_copy(new CopyButton([this] { return m_error ? QString::fromLatin1(m_error->code) + QStringLiteral(": ") + sentenceOf(*m_error) : QString(); }))
    , m_button(new QPushButton)
{
    setProperty("kind", QStringLiteral("error"));
    m_sentence->setObjectName(QStringLiteral("errorSentence"));
    m_sentence->setWordWrap(true);
    for (QLabel *label : {m_sentence, m_code})
        label->setTextFormat(Qt::PlainText); // they repeat what others said
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_code->setObjectName(QStringLiteral("errorCode"));
    m_code->setProperty("kind", QStringLiteral("muted"));
    m_code->setFont(captionFont(codeFont(font())));
    m_code->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_button->setObjectName(QStringLiteral("errorButton"));

    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_sentence);
    auto *codeRow = new QHBoxLayout;
    codeRow->setSpacing(space::xs);
    codeRow->addWidget(m_code);
    codeRow->addWidget(m_copy);
    codeRow->addStretch();
    words->addLayout(codeRow);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::m, space::s, space::m, space::s);
    row->setSpacing(space::m);
    row->addLayout(words, 1);
    row->addWidget(m_button, 0, Qt::AlignVCenter);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    connect(m_button, &QPushButton::clicked, this, &ErrorStrip::activated);
    hide();
}

void ErrorStrip::showError(Error error, std::function<QString()> buttonText)
{
    m_error = std::move(error);
    m_buttonText = std::move(buttonText);
    m_button->setVisible(static_cast<bool>(m_buttonText));
    retranslate();
    show();
}

void ErrorStrip::clear()
{
    m_error.reset();
    hide();
}

void ErrorStrip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void ErrorStrip::retranslate()
{
    m_copy->setPurpose(tr("Copy error"));
    if (!m_error)
        return;
    m_sentence->setText(sentenceOf(*m_error));
    m_code->setText(QString::fromLatin1(m_error->code));
    if (m_buttonText) {
        m_button->setText(m_buttonText());
        m_button->setAccessibleName(m_buttonText());
    }
    setAccessibleName(m_sentence->text());
}

} // namespace kule
