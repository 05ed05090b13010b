// SPDX-License-Identifier: GPL-3.0-or-later
#include "startpage.h"

#include "theme/theme.h"
#include "widgets/copybutton.h"
#include "widgets/statelabel.h"
#include "widgets/words.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace kule {

StartPage::StartPage(QWidget *parent)
    : QWidget(parent)
    , m_state(new StateLabel)
    , m_sentence(new QLabel)
    , m_code(new QLabel)
    , m_copy(new CopyButton([this] { return m_problem ? QString::fromLatin1(m_problem->code) + QStringLiteral(": ") + sentenceOf(*m_problem) : QString(); }))
    , m_retry(new QPushButton)
    , m_folder(new QPushButton)
{
    setObjectName(QStringLiteral("startPage"));
    m_state->setObjectName(QStringLiteral("startState"));
    m_sentence->setObjectName(QStringLiteral("startSentence"));
    m_sentence->setWordWrap(true);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_code->setObjectName(QStringLiteral("startCode"));
    m_code->setFont(captionFont(codeFont(font())));
    m_code->setProperty("kind", QStringLiteral("muted"));
    m_retry->setObjectName(QStringLiteral("startRetry"));
    m_retry->setProperty("kind", QStringLiteral("main"));
    m_folder->setObjectName(QStringLiteral("startFolder"));

    auto *card = new QWidget;
    card->setMinimumWidth(320);
    card->setMaximumWidth(480);
    auto *inner = new QVBoxLayout(card);
    inner->setSpacing(space::m);
    inner->addWidget(m_state);
    inner->addWidget(m_sentence);
    auto *code = new QHBoxLayout;
    code->setSpacing(space::xs);
    code->addWidget(m_code);
    code->addWidget(m_copy);
    code->addStretch();
    inner->addLayout(code);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::s);
    buttons->addWidget(m_retry);
    buttons->addWidget(m_folder);
    buttons->addStretch();
    inner->addLayout(buttons);
    auto *column = new QVBoxLayout(this);
    column->addStretch(2);
    auto *centre = new QHBoxLayout;
    centre->addStretch(1);
    centre->addWidget(card, 100);
    centre->addStretch(1);
    column->addLayout(centre);
    column->addStretch(3);
    connect(m_retry, &QPushButton::clicked, this, &StartPage::retryAsked);
    connect(m_folder, &QPushButton::clicked, this, &StartPage::folderAsked);
    showStarting();
}

void StartPage::showStarting()
{
    m_problem.reset();
    m_isStopping = false;
    retranslate();
}

void StartPage::showStopping()
{
    m_problem.reset();
    m_isStopping = true;
    retranslate();
}

void StartPage::showProblem(Error error)
{
    m_problem = std::move(error);
    retranslate();
}

void StartPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void StartPage::retranslate()
{
    const bool isProblem = m_problem.has_value();
    m_sentence->setVisible(isProblem);
    m_code->setVisible(isProblem);
    m_copy->setVisible(isProblem);
    m_copy->setPurpose(tr("Copy error"));
    m_retry->setVisible(isProblem);
    m_retry->setText(tr("Try again"));
    m_retry->setAccessibleName(m_retry->text());
    m_folder->setVisible(isProblem && (m_problem->code.startsWith("folders.") || m_problem->code.startsWith("store.")));
    m_folder->setText(tr("Use another data folder…"));
    m_folder->setAccessibleName(m_folder->text());
    if (isProblem) {
        m_state->setLook({Glyph::Triangle, Token::Failed, tr("The engine did not start")});
        m_sentence->setText(sentenceOf(*m_problem));
        m_code->setText(QString::fromLatin1(m_problem->code));
    } else {
        m_state->setLook({Glyph::HalfDisc, Token::Running, m_isStopping ? tr("Stopping the engine…") : tr("Starting the engine…"), true});
    }
}

} // namespace kule
