// SPDX-License-Identifier: GPL-3.0-or-later
// The bots as rows in the order in which they were made: loaded once, then followed by what the engine tells of each. Rows
// change in place; a next try counts down. Remembers what became of each bot while the window was open. Gui thread.
#pragma once
#include "bots/botservice.h"
#include "filter/filter.h"
#include "theme/statelook.h"
#include "widgets/rowsmodel.h"

#include <QHash>
#include <QTimer>

#include <deque>

namespace kule {

/// A state that a bot came to while somebody could see it.
struct BotMoment
{
    qint64 at = 0;
    BotState state = BotState::Stopped;
    Text reason;
};

class BotsModel final : public RowsModel<BotView>
{
    Q_OBJECT
public:
    enum Column { State, Name, Username, Kind, Mode, Remark, Updates, Latency, Errors, LastUpdate, Restarts, NextRestart, columns };
    static constexpr std::size_t mostMoments = 50;

    BotsModel(BotService &bots, const Clock &clock, QObject *parent = nullptr);

    void load();
    bool hasLoaded() const { return m_hasLoaded; }
    const std::optional<Error> &problem() const { return m_problem; }
    static std::span<const FilterKey> keys();
    /// What is wrong with the text; the former filter stays then.
    std::optional<Error> setFilter(const QString &text);
    bool isFiltered() const { return !m_filter.isEmpty(); }
    /// All of them, whatever the filter shows.
    const std::vector<BotView> &all() const { return m_all; }
    /// Null: there is none.
    const BotView *find(const BotId &id) const;
    /// -1: not among those that the filter shows.
    int rowOf(const BotId &id) const;
    /// Newest first.
    std::deque<BotMoment> momentsOf(const BotId &id) const { return m_moments.value(id); }

Q_SIGNALS:
    void loaded();
    void problemChanged();
    /// Of one bot; also of one that the filter hides.
    void botChanged(kule::BotView bot);
    void botRemoved(kule::BotId id);

private:
    void take(const BotView &bot);
    void drop(const BotId &id);
    void note(const BotView &bot);
    bool isShown(const BotView &bot) const;
    void arrange();
    void tick();

    BotService &m_bots;
    const Clock &m_clock;
    std::vector<BotView> m_all;
    QHash<BotId, std::deque<BotMoment>> m_moments;
    Filter m_filter;
    std::optional<Error> m_problem;
    QTimer m_tick;
    bool m_hasLoaded = false;
};

} // namespace kule
