// SPDX-License-Identifier: GPL-3.0-or-later
#include "deliveriesmodel.h"

#include "theme/statelook.h"
#include "widgets/words.h"
#include "words/botwords.h"

#include <QCoreApplication>
#include <QLocale>

namespace kule {
namespace {

QString said(const char *source)
{
    return QCoreApplication::translate("DeliveriesModel", source);
}

} // namespace

DeliveriesModel::DeliveriesModel(BotService &bots, const Clock &clock, QObject *parent)
    : PagedModel(parent)
    , m_bots(bots)
    , m_clock(clock)
{
}

void DeliveriesModel::setBot(const BotId &bot)
{
    m_bot = bot;
    load();
}

void DeliveriesModel::setState(std::optional<BotDeliveryState> state)
{
    m_state = state;
    load();
}

QString DeliveriesModel::headOf(int column) const
{
    switch (column) {
    case State:
        return said(QT_TRANSLATE_NOOP("DeliveriesModel", "State"));
    case Chat:
        return said(QT_TRANSLATE_NOOP("DeliveriesModel", "Chat"));
    case Content:
        return said(QT_TRANSLATE_NOOP("DeliveriesModel", "Message"));
    case Why:
        return said(QT_TRANSLATE_NOOP("DeliveriesModel", "Why"));
    case Changed:
        return said(QT_TRANSLATE_NOOP("DeliveriesModel", "When"));
    case Attempts:
        return said(QT_TRANSLATE_NOOP("DeliveriesModel", "Attempts"));
    default:
        return {};
    }
}

QString DeliveriesModel::textOf(const BotDelivery &delivery, int column) const
{
    switch (column) {
    case State:
        return lookOf(delivery.state).word;
    case Chat:
        return QString::number(delivery.chat); // an id, not an amount: no separators
    case Content:
        return contentOf(delivery.outgoing);
    case Why:
        return deliveryErrorText(delivery.error);
    case Changed:
        return relativeTime(delivery.changedAt, m_clock.wallMs());
    case Attempts:
        return QLocale().toString(delivery.attempts);
    default:
        return {};
    }
}

QVariant DeliveriesModel::cell(const BotDelivery &delivery, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return textOf(delivery, column);
    case Qt::ToolTipRole:
        if (column == Changed)
            return exactTime(delivery.changedAt);
        if (column == Why && !delivery.error.isEmpty())
            return QString::fromUtf8(delivery.error);
        return column == Content ? QVariant(textOf(delivery, column)) : QVariant();
    case StateRole:
        return column == State ? QVariant::fromValue(lookOf(delivery.state)) : QVariant();
    default:
        return {};
    }
}

} // namespace kule
