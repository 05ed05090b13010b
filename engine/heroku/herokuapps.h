// SPDX-License-Identifier: GPL-3.0-or-later
// HerokuService over the store, the place of secrets and HerokuClient. Lives on the engine thread. One deed at a time for each
// app; each looks first, and is done only where what it would do is what was confirmed.
#pragma once
#include "heroku/herokuclient.h"
#include "heroku/herokuplan.h"
#include "heroku/herokurestarts.h"
#include "heroku/herokuservice.h"
#include "store/store.h"

namespace kule {

class HerokuApps final : public HerokuService
{
    Q_OBJECT
public:
    struct Parts
    {
        Store &store;
        Clock &clock;
        SecretService &secrets;
        HttpClient &http;
        const Redactor &redactor;
        QString base;
        QStringList given; ///< apps whose token the environment gives
        quint32 seed;
    };
    explicit HerokuApps(Parts parts);

    /// Takes up the apps of the store and their schedules. On this thread.
    Future<Done> load();
    void configure(const QString &base) { m_client.setBase(base); }

    Future<Result<std::vector<HerokuApp>>> apps() override;
    Future<Result<HerokuApp>> keep(QString app, SecretPtr token, Actor actor) override;
    Future<Result<HerokuApp>> change(QString app, HerokuAppDraft draft, Actor actor) override;
    Future<Done> remove(QString app, Actor actor) override;
    Future<Result<HerokuState>> look(QString app) override;
    Future<Result<HerokuPreview>> preview(HerokuOrder order) override;
    Future<Result<HerokuOutcome>> perform(HerokuOrder order, QByteArray expected, Actor actor) override;
    Future<Result<HerokuLog>> log(QString app, HerokuLogWish wish) override;
    Future<Result<QStringList>> appsThatHold(SecretPtr value) override;

private:
    struct Entry
    {
        HerokuApp app;        ///< as stored
        bool isBusy = false;  ///< a deed is under way
        Text trouble;         ///< why the restart that is due has not succeeded yet
    };
    HerokuApp viewOf(const Entry &entry) const;
    Entry *find(const QString &app);
    void tell(const QString &app);
    Future<Result<HerokuState>> lookHere(const QString &app);
    Future<Result<HerokuOutcome>> execute(const HerokuOrder &order, const HerokuPlan &plan, const Actor &actor);
    /// deed() while no other one of the app is under way; else heroku.busy.
    template <class F>
    Future<Result<HerokuOutcome>> alone(const QString &app, F deed);
    void restartOnSchedule(const QString &app, qint64 planned);
    void conclude(const QString &app, HerokuRestart restart);

    Parts m_parts;
    HerokuClient m_client;
    HerokuRestarts m_restarts;
    std::map<QString, Entry> m_apps;
};

} // namespace kule
