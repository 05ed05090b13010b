// SPDX-License-Identifier: GPL-3.0-or-later
#include "botreason.h"

#include "theme/theme.h"
#include "widgets/words.h"
#include "words/botwords.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace kule {

BotReason::BotReason(QWidget *parent)
    : QFrame(parent)
    , m_sentence(new QLabel)
    , m_next(new QLabel)
    , m_row(new QHBoxLayout)
{
    setObjectName(QStringLiteral("botReason"));
    m_sentence->setObjectName(QStringLiteral("botReasonSentence"));
    m_sentence->setWordWrap(true);
    m_sentence->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum); // a narrow window cuts elsewhere
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_next->setObjectName(QStringLiteral("botReasonNext"));
    m_next->setProperty("kind", QStringLiteral("muted"));
    m_token = button("botNewToken", Help::NewToken);
    m_secrets = button("botSecrets", Help::Secrets);
    m_settings = button("botFixSettings", Help::Settings);
    m_again = button("botTryNow", Help::TryNow);
    for (const BotDeed deed : {BotDeed::StopProcess, BotDeed::DeleteWebhook, BotDeed::StopDyno, BotDeed::RunInDev}) {
        auto *made = new QPushButton;
        made->setObjectName(QStringLiteral("botDeed-") + QLatin1String(wordOf(deed)));
        connect(made, &QPushButton::clicked, this, [this, deed] { Q_EMIT deedAsked(deed); });
        m_deeds.emplace(deed, made);
    }
    m_row->setSpacing(space::s);
    m_row->addWidget(m_next);
    m_row->addStretch();
    for (const auto &[deed, help] : m_deeds)
        m_row->addWidget(help);
    for (QPushButton *help : {m_token, m_secrets, m_settings, m_again})
        m_row->addWidget(help);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::m, space::s, space::m, space::s);
    column->setSpacing(space::xs);
    column->addWidget(m_sentence);
    column->addLayout(m_row);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    hide();
}

QPushButton *BotReason::button(const char *name, Help help)
{
    auto *made = new QPushButton;
    made->setObjectName(QString::fromLatin1(name));
    connect(made, &QPushButton::clicked, this, [this, help] { Q_EMIT asked(help); });
    return made;
}

void BotReason::show(const BotView &bot, bool haveSecrets, qint64 now, const QString &doing)
{
    const BotState state = bot.condition.state;
    const QString next = doing.isEmpty() ? nextTryText(bot, now) : doing;
    const bool hasReason = !bot.condition.reason.source.isEmpty();
    const bool isTrouble = isInTrouble(state) || state == BotState::BackingOff;
    if (!hasReason && !isTrouble)
        return hide();
    m_sentence->setText(hasReason ? shownText(sentenceOf(bot.condition.reason)) : tr("It ended without saying why."));
    m_sentence->setToolTip(tipText(m_sentence->text()));
    m_next->setText(next);
    m_next->setVisible(!next.isEmpty());
    const auto offer = [](QPushButton *help, bool isOffered, const QString &words) {
        help->setVisible(isOffered);
        help->setText(words);
        help->setAccessibleName(words);
    };
    offer(m_token, state == BotState::Unauthorised, tr("Enter a new token…"));
    offer(m_secrets, isTrouble && !haveSecrets, tr("To the secrets"));
    offer(m_settings, state == BotState::Failed, tr("Its settings…"));
    offer(m_again, isTrouble && state != BotState::Unauthorised, tr("Try now"));
    for (const auto &[deed, help] : m_deeds) {
        help->setEnabled(doing.isEmpty());
        offer(help, std::find(bot.deeds.begin(), bot.deeds.end(), deed) != bot.deeds.end(), deedText(deed, bot.condition.conflict.value_or(BotConflict())));
    }
    setLook(this, "kind", isInTrouble(state) ? QStringLiteral("error") : QStringLiteral("notice"));
    QFrame::show();
}

} // namespace kule
