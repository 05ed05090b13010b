// SPDX-License-Identifier: GPL-3.0-or-later
#include "bots/arrivals.h"

#include "bots/tables/ledgertable.h"

namespace kule {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t company = 64;
constexpr Milliseconds companyWait = 5ms;

} // namespace

Arrivals::Arrivals(Store &store, Clock &clock, std::function<bool()> areMoreUnderWay)
    : m_store(store)
    , m_clock(clock)
    , m_areMoreUnderWay(std::move(areMoreUnderWay))
{
}

void Arrivals::add(Arrival arrival)
{
    m_waiting.push_back(std::move(arrival));
    look();
}

void Arrivals::look()
{
    if (m_waiting.size() >= company || !m_areMoreUnderWay())
        return record();
    if (!m_company && !m_waiting.empty())
        m_company = m_clock.after(companyWait, this, [this] {
            const auto mine = std::move(m_company); // lives until this is over
            record();
        });
}

void Arrivals::record()
{
    if (!m_underWay.empty() || m_waiting.empty())
        return;
    m_company.reset();
    m_underWay = std::exchange(m_waiting, {});
    const auto writing = m_store.write([arrivals = m_underWay](Database &database) -> Done {
        for (const Arrival &arrival : arrivals) {
            if (auto sent = ledgertable::sent(database, arrival.delivery, arrival.messages, arrival.at); !sent)
                return sent;
        }
        return {};
    });
    Q_EMIT recording(m_underWay);
    whenDone(writing, this, [this](const Done &) {
        const auto done = std::exchange(m_underWay, {});
        look();
        Q_EMIT recorded(done);
    });
}

} // namespace kule
