// SPDX-License-Identifier: GPL-3.0-or-later
// BotService over the store, the place of secrets and the supervisor. Lives on the bots' thread. Stores a wish before it obeys
// it, so that what shall run runs again after a restart of Kule.
#pragma once
#include "bots/botlogs.h"
#include "bots/botservice.h"
#include "bots/detective.h"
#include "bots/script/environmentmaker.h"
#include "secrets/secretservice.h"
#include "store/store.h"

namespace kule {

struct ProcfileLine;

/// bot.not_found, bot.bad_token
Error noSuchBot(const BotId &id);
Error notAToken();

class BotFleet final : public BotService
{
    Q_OBJECT
public:
    /// What scripts need besides.
    struct Ground
    {
        QString telegramBase;
        QString python;
        QStringList roots;
        QString folder; ///< of bots' virtual environments, one folder a bot
        QByteArray cookie; ///< of the data folder
        QString locks = {}; ///< as BotClaim has it
    };
    struct Parts
    {
        Store &store;
        Clock &clock;
        SecretService &secrets;
        Supervisor::MakeRun makeRun;
        std::function<QString(const Bot &)> webhookOf; ///< for people; empty where there is none
        HttpClient &http; ///< for previews
        quint32 seed;
        BotLogs &logs;
        ConflictDetective &detective;
        QThreadPool &disk;
        std::function<Ground()> ground;
    };
    explicit BotFleet(Parts parts);
    ~BotFleet() override;

    /// Takes up the bots of the store and starts those that shall run.
    Future<Done> load();
    /// Drains all; their wishes stay.
    Future<Done> finish();

    Future<Result<BotView>> create(BotDraft draft, Actor actor) override;
    Future<Result<std::vector<BotView>>> list() override;
    Future<Result<BotView>> find(BotId id) override;
    Future<Result<BotView>> change(BotId id, BotDraft draft, Actor actor) override;
    Future<Done> remove(BotId id, Actor actor) override;
    Future<Result<BotView>> start(BotId id, Actor actor) override;
    Future<Result<BotView>> stop(BotId id, Actor actor) override;
    Future<Result<BotView>> restart(BotId id, Actor actor) override;
    Future<Result<BotView>> scale(BotId id, int quantity, Actor actor) override;
    Future<Result<Page<BotDelivery>>> deliveries(BotId id, std::optional<BotDeliveryState> state, PageRequest page) override;
    Future<Result<Page<Subscription>>> subscriptions(BotId id, PageRequest page) override;
    Future<Result<BotDelivery>> decide(BotId id, qint64 delivery, ledgertable::Verdict verdict, Actor actor) override;
    Future<Result<LogSlice>> log(BotId id, qint64 offset, qint64 limit) override;
    Future<Result<LogSlice>> logTail(BotId id, qint64 bytes) override;
    Future<Result<LogHits>> searchLog(BotId id, LogSearch search) override;
    Future<Result<Page<BotConfigVersion>>> versions(BotId id, PageRequest page) override;
    Future<Result<BotConfigVersion>> version(BotId id, int version) override;
    Future<Result<TokenOwner>> checkToken(SecretPtr token, std::optional<BotId> of) override;
    Future<Result<BotView>> resolve(BotId id, BotDeed deed, Actor actor) override;
    Future<Result<BotView>> makeEnvironment(BotId id, Actor actor) override;
    Future<Result<BotView>> cancelEnvironment(BotId id, Actor actor) override;
    Future<Result<std::vector<ImportedLine>>> importProcfile(ProcfileImport what, Actor actor) override;
    Future<Result<SourcePreview>> preview(std::optional<BotId> id, std::optional<Json> config) override;
    Future<Done> deliver(BotId id, QByteArray secret, QByteArray body) override;

private:
    /// bot.name_taken, bot.already_here
    Done checkOthers(const Bot &wanted) const;
    /// bot.bad_token, bot.already_here, bot.runs_elsewhere
    Done checkFree(const Secret &token, const std::optional<BotId> &of) const;
    /// Whether what it names is on the disk, where that matters.
    Future<Done> inspect(const Bot &bot);
    /// A token where secrets live; null: none to keep.
    Future<Done> keep(const BotId &id, SecretPtr token, const Actor &actor);
    QString environmentsOf(const BotId &id) const { return m_parts.ground().folder + u'/' + id.value; }
    void lookForEnvironment(const BotId &id);
    /// A line in its log for what it is now, when that is new.
    void noteCondition(const BotId &id);
    /// A token came by another way.
    void follow(const QString &secret);
    Future<Done> mend(BotDeed deed, const BotConflict &conflict, SecretPtr token);
    void environmentFinished(const BotId &id, const Done &result);
    Future<Done> importLines(const std::shared_ptr<std::vector<ImportedLine>> &done, std::vector<ProcfileLine> left, const Actor &actor);
    /// A row in the activity log, as all that is to be stored.
    Future<Done> noted(const BotId &id, const char *action, const QString &detail, const Actor &actor);
    BotView viewOf(const Bot &bot) const;
    /// Stores f(bot) with its row in the activity log, then does what follows on this thread, and answers with the view.
    template <class F, class G>
    Future<Result<BotView>> edit(BotId id, const char *action, Actor actor, F change, G follow);

    Parts m_parts;
    Supervisor m_supervisor;
    SourcePreviewer m_previewer;
    QHash<BotId, Bot> m_bots; ///< as stored
    QHash<BotId, BotEnvironment> m_environments;
    std::map<BotId, std::unique_ptr<EnvironmentMaker>> m_makers;
    QHash<BotId, std::pair<BotState, Text>> m_noted; ///< what the logs say last
    QSet<QString> m_written; ///< names of secrets that are being written from here
};

} // namespace kule
