// SPDX-License-Identifier: GPL-3.0-or-later
// The ledger of one bot, newest first, page by page, all or those in one state. The engine tells of no single delivery, so it
// is read again when a person asks or decides. Gui thread.
#pragma once
#include "bots/botservice.h"
#include "models/pagedmodel.h"

namespace kule {

class DeliveriesModel final : public PagedModel<BotDelivery>
{
public:
    enum Column { State, Chat, Content, Why, Changed, Attempts, columns };

    DeliveriesModel(BotService &bots, const Clock &clock, QObject *parent = nullptr);

    void setBot(const BotId &bot);
    void setState(std::optional<BotDeliveryState> state);
    bool isFiltered() const override { return m_state.has_value(); }
    /// The delivery as it is now, in place.
    void take(const BotDelivery &delivery) { upsert(delivery); }

    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : columns; }

protected:
    Future<Result<Page<BotDelivery>>> list(PageRequest page) override { return m_bots.deliveries(m_bot, m_state, std::move(page)); }
    QString keyOf(const BotDelivery &delivery) const override { return QString::number(delivery.n); }
    bool isNewer(const BotDelivery &candidate, const BotDelivery &than) const override { return candidate.changedAt >= than.changedAt; }
    QVariant cell(const BotDelivery &delivery, int column, int role) const override;
    QString headOf(int column) const override;
    bool isNumber(int column) const override { return column == Attempts; }
    bool isFresh(const BotDelivery &) const override { return false; }

private:
    QString textOf(const BotDelivery &delivery, int column) const;

    BotService &m_bots;
    const Clock &m_clock;
    BotId m_bot;
    std::optional<BotDeliveryState> m_state;
};

} // namespace kule
