// SPDX-License-Identifier: GPL-3.0-or-later
// Heroku's apps in memory, for tests of what stands above the service: plans are real, deeds are done to values. Answers at
// once, on the caller's thread, notes what it was asked, and fails where failNext() says so.
#pragma once
#include "fakefailure.h"

#include "heroku/herokuplan.h"
#include "heroku/herokuservice.h"

#include <map>

namespace kule {

class FakeHeroku final : public HerokuService, public FakeFailure
{
    Q_OBJECT
public:
    std::map<QString, HerokuState> all;
    std::map<QString, SecretPtr> tokens;
    HerokuLog lines;
    HerokuLogWish lastWish;
    QStringList holders; ///< what appsThatHold() says
    QStringList asked; ///< "keep my-app by console", …

    /// An app with so many dynos of type worker.
    HerokuState &add(const QString &name, int workers = 1);

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
    Result<HerokuState> find(const QString &app) const;
    static void setDynos(HerokuState &state, const QString &type, int quantity);
    int m_dynos = 0;
};

} // namespace kule
