// SPDX-License-Identifier: GPL-3.0-or-later
#include "botdeeds.h"

#include "dialogs/confirm.h"
#include "theme/icons.h"
#include "widgets/words.h"
#include "words/botwords.h"

#include <QWidget>

namespace kule {
namespace {

constexpr qsizetype longestName = 60;

QAction *made(QWidget *owner, const char *verb, const char *noun, const char *iconName)
{
    auto *action = new QAction(icon(QString::fromLatin1(iconName)), QString(), owner);
    action->setObjectName(QLatin1String(verb) + QLatin1String(noun));
    action->setEnabled(false);
    return action;
}

bool mayStart(BotState state)
{
    return !isUp(state) && state != BotState::Draining;
}

bool mayStop(BotState state)
{
    return state != BotState::Stopped && state != BotState::Draining;
}

bool mayRestart(BotState state)
{
    return isUp(state);
}

} // namespace

BotDeeds::BotDeeds(BotService &bots, const char *noun, QWidget *owner)
    : QObject(owner)
    , m_bots(bots)
    , m_owner(owner)
    , m_start(made(owner, "start", noun, "play"))
    , m_stop(made(owner, "stop", noun, "stop"))
    , m_restart(made(owner, "restart", noun, "retry"))
    , m_remove(made(owner, "delete", noun, "trash"))
{
    connect(m_start, &QAction::triggered, this, [this] { each(&BotService::start, mayStart); });
    connect(m_stop, &QAction::triggered, this, [this] { each(&BotService::stop, mayStop); });
    connect(m_restart, &QAction::triggered, this, [this] { each(&BotService::restart, mayRestart); });
    connect(m_remove, &QAction::triggered, this, &BotDeeds::askRemove);
    retranslate();
}

void BotDeeds::setMeant(std::vector<BotView> bots)
{
    m_meant = std::move(bots);
    follow();
}

void BotDeeds::follow()
{
    const auto any = [this](bool (*isMeant)(BotState)) {
        return std::any_of(m_meant.begin(), m_meant.end(), [isMeant](const BotView &view) { return isMeant(view.condition.state); });
    };
    m_start->setEnabled(any(mayStart));
    m_stop->setEnabled(any(mayStop));
    m_restart->setEnabled(any(mayRestart));
    m_remove->setEnabled(!m_meant.empty());
}

void BotDeeds::each(Deed deed, bool (*isMeant)(BotState))
{
    Q_EMIT begun();
    for (const BotView &view : m_meant) {
        if (isMeant(view.condition.state))
            take((m_bots.*deed)(view.bot.id, Actor::console()));
    }
}

void BotDeeds::start(const BotId &id)
{
    Q_EMIT begun();
    take(m_bots.start(id, Actor::console()));
}

void BotDeeds::scale(const BotId &id, int quantity)
{
    Q_EMIT begun();
    take(m_bots.scale(id, quantity, Actor::console()));
}

void BotDeeds::take(const Future<Result<BotView>> &future)
{
    whenDone(future, this, [this](const Result<BotView> &view) {
        if (view)
            Q_EMIT answered(*view);
        else
            Q_EMIT failed(view.error());
    });
}

void BotDeeds::askRemove()
{
    if (m_meant.empty())
        return;
    const int count = static_cast<int>(m_meant.size());
    const QString name = shownText(m_meant.front().bot.name.left(longestName));
    const Confirm::Words words{count == 1 ? tr("Delete the bot %1?").arg(name) : tr("Delete %Ln bot(s)?", nullptr, count),
                               tr("Its token, its subscriptions and the record of what it sent go with it. This cannot be undone. The bot on Telegram itself stays."),
                               count == 1 ? tr("Delete bot") : tr("Delete %Ln bot(s)", nullptr, count)};
    Confirm::ask(m_owner, words, [this, meant = m_meant] {
        Q_EMIT begun();
        for (const BotView &view : meant) {
            whenDone(m_bots.remove(view.bot.id, Actor::console()), this, [this](const Done &done) {
                if (!done)
                    Q_EMIT failed(done.error());
            });
        }
    });
}

void BotDeeds::retranslate()
{
    m_start->setText(tr("Start"));
    m_stop->setText(tr("Stop"));
    m_restart->setText(tr("Restart"));
    m_remove->setText(tr("Delete…"));
    for (QAction *action : {m_start, m_stop, m_restart, m_remove})
        action->setToolTip(action->text());
}

} // namespace kule
