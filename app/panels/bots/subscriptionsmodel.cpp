// SPDX-License-Identifier: GPL-3.0-or-later
#include "subscriptionsmodel.h"

#include "theme/statelook.h"
#include "widgets/words.h"
#include "words/botwords.h"

#include <QCoreApplication>

namespace kule {
namespace {

QString said(const char *source)
{
    return QCoreApplication::translate("SubscriptionsModel", source);
}

StateLook lookOf(const Subscription &subscription)
{
    if (!subscription.endedAt)
        return {Glyph::Disc, Token::Succeeded, said(QT_TRANSLATE_NOOP("SubscriptionsModel", "subscribed"))};
    const QString why = endingText(subscription.reason);
    return {Glyph::Ring, Token::Stopped, why.isEmpty() ? said(QT_TRANSLATE_NOOP("SubscriptionsModel", "ended")) : why};
}

} // namespace

SubscriptionsModel::SubscriptionsModel(BotService &bots, const Clock &clock, QObject *parent)
    : PagedModel(parent)
    , m_bots(bots)
    , m_clock(clock)
{
}

void SubscriptionsModel::setBot(const BotId &bot)
{
    m_bot = bot;
    load();
}

QString SubscriptionsModel::headOf(int column) const
{
    switch (column) {
    case State:
        return said(QT_TRANSLATE_NOOP("SubscriptionsModel", "State"));
    case Title:
        return said(QT_TRANSLATE_NOOP("SubscriptionsModel", "Chat"));
    case Chat:
        return said(QT_TRANSLATE_NOOP("SubscriptionsModel", "Chat id"));
    case Since:
        return said(QT_TRANSLATE_NOOP("SubscriptionsModel", "Since"));
    case By:
        return said(QT_TRANSLATE_NOOP("SubscriptionsModel", "Subscribed by"));
    default:
        return {};
    }
}

QString SubscriptionsModel::textOf(const Subscription &subscription, int column) const
{
    switch (column) {
    case State:
        return lookOf(subscription).word;
    case Title:
        return subscription.title.isEmpty() ? said(QT_TRANSLATE_NOOP("SubscriptionsModel", "(without a name)")) : shownText(subscription.title);
    case Chat:
        return QString::number(subscription.chat);
    case Since:
        return relativeTime(subscription.since, m_clock.wallMs());
    case By:
        return subscription.by > 0 ? QString::number(subscription.by) : QStringLiteral("–");
    default:
        return {};
    }
}

QVariant SubscriptionsModel::cell(const Subscription &subscription, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return textOf(subscription, column);
    case Qt::ToolTipRole:
        if (column == Since)
            return exactTime(subscription.since);
        if (column == State && subscription.endedAt)
            return exactTime(*subscription.endedAt);
        return column == Title ? QVariant(textOf(subscription, column)) : QVariant();
    case StateRole:
        return column == State ? QVariant::fromValue(lookOf(subscription)) : QVariant();
    default:
        return {};
    }
}

} // namespace kule
