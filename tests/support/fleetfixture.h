// SPDX-License-Identifier: GPL-3.0-or-later
// What tests of whole bots stand on: a fleet over a real store, a stand-in of Telegram that knows one bot, and a clock that
// stands still. A test derives from it, begins in its init() and closes in its cleanup().
#pragma once
#include "botapistand.h"
#include "bots/botfleet.h"
#include "bots/botlogs.h"
#include "bots/detective.h"
#include "fakeclock.h"
#include "fakeservices.h"
#include "net/qthttpclient.h"
#include "secrets/redactor.h"
#include "waitfor.h"
#include "watchedclient.h"

#include <QTemporaryDir>

namespace kule {

class FleetFixture : public QObject
{
protected:
    /// A folder that is empty, and all but the fleet anew.
    void begin(const QString &username);
    /// The fleet, as a start of Kule finds it.
    bool open(StoreFault fault = {});
    /// As a crash: nothing is drained.
    void close();

    /// One that talks to the stand-in, unless a test has others.
    virtual std::unique_ptr<BotRun> runOf(Store &store, const Bot &bot);
    virtual HttpClient &http() { return m_http; }
    BotFleet::Parts parts(Store &store);

    BotDraft draftOf(BotKind kind, const QString &name, const Json &config) const;
    /// Empty: it did not come to run.
    BotId run(BotDraft wanted);
    BotView view(const BotId &id) { return waitFor(m_fleet->find(id)).value_or(BotView()); }
    /// Lets time pass, but never under a request, which it would end before the machine comes to it.
    void pass(Milliseconds step)
    {
        if (m_clients.areIdle())
            m_clock->advance(step);
    }
    /// Lets time pass until that is so.
    template <class F>
    bool inTime(F isSo, Milliseconds step = Milliseconds(20))
    {
        return waitUntil([&] {
            pass(step);
            return isSo();
        });
    }
    bool becomes(const BotId &id, BotState state);
    Page<BotDelivery> ledger(const BotId &id, std::optional<BotDeliveryState> state = {});

    const QByteArray m_token{"123456:AAcanary_TOKEN"};
    const Actor m_actor{QStringLiteral("ayşe")};
    SystemClock m_systemClock;
    QtHttpClient m_http{m_systemClock};
    QThreadPool m_disk;
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<BotApiStand> m_stand;
    std::unique_ptr<FakeSecrets> m_secrets;
    std::unique_ptr<Redactor> m_redactor;
    std::unique_ptr<BotLogs> m_logs;
    std::unique_ptr<ConflictDetective> m_detective;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<BotFleet> m_fleet;
    QString m_publicUrl;       ///< where Telegram reaches Kule; empty: nowhere
    QStringList m_scriptRoots;
    quint32 m_seed = 1;
    WatchedClients m_clients; ///< of what runs
};

} // namespace kule
