// SPDX-License-Identifier: GPL-3.0-or-later
// The chats that get a bot's announcements, those that hold first, page by page. Gui thread.
#pragma once
#include "bots/botservice.h"
#include "models/pagedmodel.h"

namespace kule {

class SubscriptionsModel final : public PagedModel<Subscription>
{
public:
    enum Column { State, Title, Chat, Since, By, columns };

    SubscriptionsModel(BotService &bots, const Clock &clock, QObject *parent = nullptr);

    void setBot(const BotId &bot);

    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : columns; }

protected:
    Future<Result<Page<Subscription>>> list(PageRequest page) override { return m_bots.subscriptions(m_bot, std::move(page)); }
    QString keyOf(const Subscription &subscription) const override { return QString::number(subscription.chat); }
    bool isNewer(const Subscription &candidate, const Subscription &than) const override { return candidate.since >= than.since; }
    QVariant cell(const Subscription &subscription, int column, int role) const override;
    QString headOf(int column) const override;
    bool isFresh(const Subscription &) const override { return false; }

private:
    QString textOf(const Subscription &subscription, int column) const;

    BotService &m_bots;
    const Clock &m_clock;
    BotId m_bot;
};

} // namespace kule
