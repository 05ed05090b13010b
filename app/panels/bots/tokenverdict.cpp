// SPDX-License-Identifier: GPL-3.0-or-later
#include "tokenverdict.h"

#include "theme/theme.h"
#include "widgets/statelabel.h"
#include "widgets/words.h"

#include <QEvent>
#include <QLabel>
#include <QStyle>
#include <QVBoxLayout>

namespace kule {
namespace {

bool isRefusal(const Error &error)
{
    return error.code == "bot.bad_token" || error.code == "bot.already_here" || error.code == "bot.runs_elsewhere" || error.code == "telegram.unauthorised";
}

} // namespace

TokenVerdict::TokenVerdict(BotService &bots, QWidget *parent)
    : QWidget(parent)
    , m_bots(bots)
    , m_mark(new StateLabel)
    , m_words(new QLabel)
{
    m_mark->setObjectName(QStringLiteral("tokenOwner"));
    m_words->setObjectName(QStringLiteral("tokenVerdict"));
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::xs);
    column->addWidget(m_mark);
    column->addWidget(m_words);
    look();
}

void TokenVerdict::ask(SecretPtr token, std::optional<BotId> of)
{
    m_standing = Standing::Asking;
    const int asked = ++m_asked;
    look();
    whenDone(m_bots.checkToken(std::move(token), std::move(of)), this, [this, asked](const Result<TokenOwner> &owner) {
        if (asked != m_asked)
            return;
        m_owner = owner.value_or(TokenOwner());
        m_error = owner ? std::nullopt : std::optional(owner.error());
        m_standing = owner ? Standing::Fine : isRefusal(owner.error()) ? Standing::Refused : Standing::Unclear;
        look();
        Q_EMIT decided();
    });
}

void TokenVerdict::forget()
{
    ++m_asked;
    m_standing = Standing::Unasked;
    look();
}

void TokenVerdict::look()
{
    QString words;
    const char *kind = "muted";
    switch (m_standing) {
    case Standing::Unasked:
        break;
    case Standing::Asking:
        m_mark->setLook({Glyph::HalfDisc, Token::Running, tr("asking Telegram whose it is"), true});
        break;
    case Standing::Fine: {
        const QString name = shownText(m_owner.name);
        m_mark->setLook({Glyph::Disc, Token::Succeeded, m_owner.username.isEmpty() ? name : tr("@%1, %2").arg(shownText(m_owner.username), name)});
        words = m_owner.other ? sentenceOf(kule::sentenceOf(*m_owner.other)) : QString();
        break;
    }
    case Standing::Refused:
        kind = "error";
        words = sentenceOf(*m_error);
        break;
    case Standing::Unclear:
        words = tr("Whose it is, is not known yet: %1 The bot can be kept all the same, and tells once it has started.").arg(sentenceOf(*m_error));
        break;
    }
    setVisible(m_standing != Standing::Unasked);
    m_mark->setVisible(m_standing == Standing::Asking || m_standing == Standing::Fine);
    m_words->setText(words);
    m_words->setVisible(!words.isEmpty());
    m_words->setProperty("kind", QString::fromLatin1(kind));
    m_words->style()->unpolish(m_words);
    m_words->style()->polish(m_words);
}

void TokenVerdict::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        look();
    QWidget::changeEvent(event);
}

} // namespace kule
