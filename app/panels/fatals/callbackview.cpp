// SPDX-License-Identifier: GPL-3.0-or-later
#include "callbackview.h"

#include "theme/theme.h"
#include "widgets/errorstrip.h"
#include "widgets/statelabel.h"
#include "widgets/words.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace kule {

CallbackView::CallbackView(CallbackService &callbacks, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_callbacks(callbacks)
    , m_clock(clock)
    , m_state(new StateLabel)
    , m_words(new QLabel)
    , m_url(new QLabel)
    , m_tries(new QTreeWidget)
    , m_again(new QPushButton)
    , m_problem(new ErrorStrip)
{
    m_words->setObjectName(QStringLiteral("callbackWords"));
    m_words->setProperty("kind", QStringLiteral("muted"));
    m_words->setWordWrap(true);
    m_url->setTextFormat(Qt::PlainText);
    m_url->setFont(codeFont(font()));
    m_url->setWordWrap(true);
    m_url->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_tries->setObjectName(QStringLiteral("callbackTries"));
    m_tries->setRootIsDecorated(false);
    m_tries->setColumnCount(4);
    m_again->setObjectName(QStringLiteral("callbackAgain"));
    auto *head = new QHBoxLayout;
    head->addWidget(m_state);
    head->addStretch();
    head->addWidget(m_again);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, space::m, 0, 0);
    column->setSpacing(space::s);
    column->addLayout(head);
    column->addWidget(m_url);
    column->addWidget(m_words);
    column->addWidget(m_problem);
    column->addWidget(m_tries, 1);
    column->addStretch();
    connect(m_again, &QPushButton::clicked, this, &CallbackView::redeliver);
    connect(&callbacks, &CallbackService::changed, this, [this](const Delivery &delivery) {
        if (!m_job.isEmpty() && delivery.job == m_job && delivery.attempt == m_attempt) {
            m_delivery = delivery;
            fill();
        }
    });
    fill();
}

void CallbackView::open(const JobId &job, int attempt)
{
    m_job = job;
    m_attempt = attempt;
    m_delivery.reset();
    m_problem->clear();
    ++m_asked;
    fill();
    if (!job.isEmpty())
        look({}, 0);
}

void CallbackView::look(const QString &after, int page)
{
    whenDone(m_callbacks.list(std::nullopt, PageRequest{after, 1'000, 0}), this, [this, page, asked = m_asked](Result<Page<Delivery>> answer) {
        if (asked != m_asked)
            return;
        if (!answer) {
            m_problem->showError(answer.error());
            return;
        }
        for (const Delivery &delivery : answer->items) {
            if (delivery.job == m_job && delivery.attempt == m_attempt) {
                m_delivery = delivery;
                fill();
                return;
            }
        }
        if (!answer->next.isEmpty() && page + 1 < mostPages)
            look(answer->next, page + 1);
    });
}

void CallbackView::fill()
{
    const bool isThere = m_delivery.has_value();
    for (QWidget *widget : {static_cast<QWidget *>(m_state), static_cast<QWidget *>(m_url), static_cast<QWidget *>(m_tries), static_cast<QWidget *>(m_again)})
        widget->setVisible(isThere);
    m_tries->setHeaderLabels({tr("Try"), tr("Time"), tr("Answer"), tr("Duration")});
    m_tries->setAccessibleName(tr("Tries to deliver the callback"));
    m_again->setText(tr("Deliver again"));
    m_again->setAccessibleName(m_again->text());
    if (!isThere) {
        m_words->setText(tr("No callback goes out for this report: the job was asked for without a callback address."));
        m_words->show();
        return;
    }
    const Delivery &delivery = *m_delivery;
    m_url->setText(delivery.url);
    m_again->setEnabled(delivery.state != DeliveryState::Waiting);
    m_words->setVisible(delivery.state != DeliveryState::Delivered);
    switch (delivery.state) {
    case DeliveryState::Waiting:
        m_state->setLook({Glyph::DottedRing, Token::Waiting, tr("waiting")});
        m_words->setText(tr("Next try %1.").arg(relativeTime(delivery.nextAt, m_clock.wallMs())));
        break;
    case DeliveryState::Delivered:
        m_state->setLook({Glyph::Disc, Token::Succeeded, tr("delivered")});
        break;
    case DeliveryState::Dead:
        m_state->setLook({Glyph::Triangle, Token::Failed, tr("given up")});
        m_words->setText(tr("Nobody took it for 24 hours. Mend the receiver, then deliver it again."));
        break;
    }
    m_tries->clear();
    for (const DeliveryTry &tried : delivery.tries) {
        auto *item = new QTreeWidgetItem({QString::number(tried.number), relativeTime(tried.at, m_clock.wallMs()),
                                          tried.status != 0 ? QStringLiteral("HTTP %1").arg(tried.status) + (tried.error.isEmpty() ? QString() : QStringLiteral(" · ") + sentenceOf(tried.error)) : sentenceOf(tried.error),
                                          durationText(tried.durationMs)});
        item->setToolTip(1, exactTime(tried.at));
        m_tries->addTopLevelItem(item);
    }
    m_tries->setVisible(!delivery.tries.empty());
}

void CallbackView::redeliver()
{
    if (!m_delivery)
        return;
    m_again->setEnabled(false);
    whenDone(m_callbacks.redeliver(m_delivery->id, Actor::console()), this, [this, asked = m_asked](Result<Delivery> delivery) {
        if (asked != m_asked)
            return;
        if (delivery)
            m_delivery = std::move(*delivery);
        else
            m_problem->showError(delivery.error());
        fill();
    });
}

void CallbackView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        fill();
    QWidget::changeEvent(event);
}

} // namespace kule
