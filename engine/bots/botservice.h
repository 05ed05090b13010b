// SPDX-License-Identifier: GPL-3.0-or-later
// Bots as the window, the API and the command line see them. Public calls from any thread; tokens go in and never come out.
#pragma once
#include "base/actor.h"
#include "base/page.h"
#include "base/secret.h"
#include "bots/bot.h"
#include "bots/delivery.h"
#include "bots/sources/sourcepreview.h"
#include "bots/supervisor.h"
#include "logs/logreader.h"
#include "bots/tables/ledgertable.h"
#include "bots/tables/subscriptiontable.h"

namespace kule {

/// The virtual environment of a script.
struct BotEnvironment
{
    enum class State { None, Making, Ready, Failed } state = State::None;
    Text reason; ///< of Failed
};
/// "none", "making", "ready", "failed"
const char *wordOf(BotEnvironment::State state);

struct BotView
{
    Bot bot;
    Supervisor::Condition condition;
    QString webhook; ///< where Telegram sends updates, in the mode prod
    BotEnvironment environment = {};
    std::vector<BotDeed> deeds = {}; ///< what would mend it
};

/// What a person says of a bot; what is absent stays, or is the default for a new one.
struct BotDraft
{
    std::optional<QString> name;
    std::optional<BotKind> kind;
    std::optional<BotMode> mode;
    std::optional<BotWish> wish;
    std::optional<RestartTimes> restarts;
    std::optional<Json> config;
    SecretPtr token; ///< null: none given
};

struct ProcfileImport
{
    QString procfile; ///< its content
    QString folder;   ///< in the script roots; where the commands run
};

/// What became of a line of a Procfile.
struct ImportedLine
{
    enum class Outcome { Created, Kept, Refused } outcome = Outcome::Refused;
    int number = 0; ///< from 1
    QString text;
    QString name;
    BotId bot; ///< of Created and Kept
    Text reason; ///< of Kept and Refused
};
/// "created", "kept", "refused"
const char *wordOf(ImportedLine::Outcome outcome);

class BotService : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    /// bot.bad_name, bot.bad_token, bot.bad_config, bot.bad_kind, cron.*, schedule.*, bot.name_taken, bot.already_here, what the
    /// place of secrets says.
    virtual Future<Result<BotView>> create(BotDraft draft, Actor actor) = 0;
    virtual Future<Result<std::vector<BotView>>> list() = 0;
    /// bot.not_found, as all below.
    virtual Future<Result<BotView>> find(BotId id) = 0;
    /// One that runs is restarted with it.
    virtual Future<Result<BotView>> change(BotId id, BotDraft draft, Actor actor) = 0;
    /// With its token, its ledger and its subscriptions.
    virtual Future<Done> remove(BotId id, Actor actor) = 0;
    virtual Future<Result<BotView>> start(BotId id, Actor actor) = 0;
    virtual Future<Result<BotView>> stop(BotId id, Actor actor) = 0;
    virtual Future<Result<BotView>> restart(BotId id, Actor actor) = 0;
    /// Chats handled at once, 1 … 100. bot.bad_quantity
    virtual Future<Result<BotView>> scale(BotId id, int quantity, Actor actor) = 0;
    virtual Future<Result<Page<BotDelivery>>> deliveries(BotId id, std::optional<BotDeliveryState> state, PageRequest page) = 0;
    virtual Future<Result<Page<Subscription>>> subscriptions(BotId id, PageRequest page) = 0;
    /// On a delivery that failed or is in review. delivery.not_found, delivery.not_open
    virtual Future<Result<BotDelivery>> decide(BotId id, qint64 delivery, ledgertable::Verdict verdict, Actor actor) = 0;
    /// Its log from that offset, or the last bytes of it; logs/logreader.h.
    virtual Future<Result<LogSlice>> log(BotId id, qint64 offset, qint64 limit) = 0;
    virtual Future<Result<LogSlice>> logTail(BotId id, qint64 bytes) = 0;
    /// Does what mends it, then starts it. bot.no_conflict, bot.process_gone, bot.no_heroku, what Telegram says.
    virtual Future<Result<BotView>> resolve(BotId id, BotDeed deed, Actor actor) = 0;
    /// Begins to make a script's virtual environment; the view and the log tell the rest. bot.no_python, bot.environment_busy
    virtual Future<Result<BotView>> makeEnvironment(BotId id, Actor actor) = 0;
    /// bot.no_environment where none is being made.
    virtual Future<Result<BotView>> cancelEnvironment(BotId id, Actor actor) = 0;
    /// A bot of the kind script for each line, stopped and without a token; one whose name is there already is kept as it is.
    virtual Future<Result<std::vector<ImportedLine>>> importProcfile(ProcfileImport what, Actor actor) = 0;
    /// What the source of announcements would bring now, sent to nobody and stored nowhere. config: instead of the bot's own, or without
    /// a bot. bot.no_source, bot.bad_config, source.*, net.*
    virtual Future<Result<SourcePreview>> preview(std::optional<BotId> id, std::optional<Json> config) = 0;
    /// An update that came to /telegram/<bot>. bot.not_listening, bot.wrong_secret, bot.bad_update
    virtual Future<Done> deliver(BotId id, QByteArray secret, QByteArray body) = 0;

Q_SIGNALS:
    void changed(kule::BotView bot);
    void removed(kule::BotId id);
};

} // namespace kule

Q_DECLARE_METATYPE(kule::BotView)
