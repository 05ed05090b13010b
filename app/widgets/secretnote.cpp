// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/secretnote.h"

#include "theme/theme.h"
#include "widgets/copybutton.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace kule {

SecretNote::SecretNote(QWidget *parent)
    : QFrame(parent)
    , m_sentence(new QLabel)
    , m_key(new QLabel)
    , m_copy(new CopyButton([this] { return m_secret ? QString::fromUtf8(m_secret->view()) : QString(); }))
    , m_done(new QPushButton)
{
    setObjectName(QStringLiteral("secretNote"));
    setProperty("kind", QStringLiteral("notice"));
    m_sentence->setObjectName(QStringLiteral("secretSentence"));
    m_sentence->setWordWrap(true);
    m_key->setObjectName(QStringLiteral("secretKey"));
    m_key->setFont(codeFont(font()));
    m_key->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_copy->setObjectName(QStringLiteral("secretCopy"));
    m_done->setObjectName(QStringLiteral("secretDone"));
    auto *row = new QHBoxLayout;
    row->setSpacing(space::xs);
    row->addWidget(m_key);
    row->addWidget(m_copy);
    row->addStretch();
    auto *words = new QVBoxLayout;
    words->setSpacing(space::xs);
    words->addWidget(m_sentence);
    words->addLayout(row);
    auto *all = new QHBoxLayout(this);
    all->setContentsMargins(space::m, space::s, space::m, space::s);
    all->setSpacing(space::m);
    all->addLayout(words, 1);
    all->addWidget(m_done, 0, Qt::AlignVCenter);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    connect(m_done, &QPushButton::clicked, this, &SecretNote::dismiss);
    hide();
}

void SecretNote::reveal(std::shared_ptr<const Secret> secret, std::function<QString()> sentence)
{
    m_secret = std::move(secret);
    m_words = std::move(sentence);
    m_key->setText(QString::fromUtf8(m_secret->view()));
    retranslate();
    show();
}

void SecretNote::dismiss()
{
    m_secret.reset();
    m_key->clear();
    hide();
}

void SecretNote::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void SecretNote::retranslate()
{
    if (m_words)
        m_sentence->setText(m_words());
    m_copy->setPurpose(tr("Copy key"));
    m_done->setText(tr("I have stored it"));
    m_done->setAccessibleName(m_done->text());
}

} // namespace kule
