// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/progressstrip.h"

#include "theme/tokens.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

namespace kule {

ProgressStrip::ProgressStrip(QWidget *parent)
    : QFrame(parent)
    , m_sentence(new QLabel)
    , m_bar(new QProgressBar)
    , m_stop(new QPushButton)
{
    setProperty("kind", QStringLiteral("notice"));
    m_sentence->setObjectName(QStringLiteral("progressSentence"));
    m_sentence->setTextFormat(Qt::PlainText);
    m_bar->setObjectName(QStringLiteral("progressBar"));
    m_bar->setTextVisible(false);
    m_bar->setFixedSize(160, 8);
    m_stop->setObjectName(QStringLiteral("progressStop"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::m, space::xs, space::xs, space::xs);
    row->setSpacing(space::m);
    row->addWidget(m_sentence, 1);
    row->addWidget(m_bar);
    row->addWidget(m_stop);
    m_patience.setSingleShot(true);
    m_patience.setInterval(400);
    connect(&m_patience, &QTimer::timeout, this, &QWidget::show);
    connect(m_stop, &QPushButton::clicked, this, &ProgressStrip::stopAsked);
    retranslate();
    hide();
}

void ProgressStrip::showProgress(const QString &sentence, qint64 done, qint64 total)
{
    m_sentence->setText(sentence);
    m_bar->setAccessibleName(sentence);
    m_bar->setRange(0, total > 0 ? 1000 : 0);
    m_bar->setValue(total > 0 ? static_cast<int>(done * 1000 / total) : 0);
    if (isHidden() && !m_patience.isActive())
        m_patience.start();
}

void ProgressStrip::finish()
{
    m_patience.stop();
    hide();
}

void ProgressStrip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void ProgressStrip::retranslate()
{
    m_stop->setText(tr("Stop"));
    m_stop->setAccessibleName(m_stop->text());
}

} // namespace kule
