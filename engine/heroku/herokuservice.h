// SPDX-License-Identifier: GPL-3.0-or-later
// Heroku's apps as the window, the API and the command line see them. Public calls from any thread; tokens go in and never
// come out. Nothing is changed at Heroku that was not confirmed: preview() says what would happen, perform() does it if that
// is still so.
#pragma once
#include "base/actor.h"
#include "base/async.h"
#include "base/secret.h"
#include "heroku/heroku.h"

#include <QObject>
#include <QStringList>

namespace kule {

class HerokuService : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    /// By name; those that the environment gives too.
    virtual Future<Result<std::vector<HerokuApp>>> apps() = 0;
    /// Adds an app, or gives one that is known another token. heroku.bad_app, heroku.bad_token, what the place of secrets says.
    virtual Future<Result<HerokuApp>> keep(QString app, SecretPtr token, Actor actor) = 0;
    /// heroku.no_app, as all below; cron.*, schedule.*, heroku.bad_type
    virtual Future<Result<HerokuApp>> change(QString app, HerokuAppDraft draft, Actor actor) = 0;
    /// With its token, but not one of the environment's: heroku.given
    virtual Future<Done> remove(QString app, Actor actor) = 0;

    /// Asks Heroku, as all below: heroku.no_token, heroku.unauthorised, heroku.forbidden, heroku.payment, heroku.not_found,
    /// heroku.refused, heroku.rate_limited (retryAfter), heroku.down, heroku.unreadable, heroku.redirected, net.*
    virtual Future<Result<HerokuState>> look(QString app) = 0;
    /// heroku.no_dyno, heroku.no_type, heroku.bad_quantity, heroku.stop_is_by_type, heroku.nothing_to_do
    virtual Future<Result<HerokuPreview>> preview(HerokuOrder order) = 0;
    /// expected: of the preview. heroku.unconfirmed (empty), heroku.changed (no longer so), heroku.busy (another deed of the app),
    /// heroku.unclear when nobody can know whether it was done; the errors of preview().
    virtual Future<Result<HerokuOutcome>> perform(HerokuOrder order, QByteArray expected, Actor actor) = 0;
    /// The last lines. heroku.bad_lines
    virtual Future<Result<HerokuLog>> log(QString app, HerokuLogWish wish) = 0;
    /// Those apps that have a config variable of this very value. The variables are compared and forgotten; an app that cannot
    /// be asked is left out.
    virtual Future<Result<QStringList>> appsThatHold(SecretPtr value) = 0;

Q_SIGNALS:
    void changed(kule::HerokuApp app);
    void removed(QString app);
};

} // namespace kule

Q_DECLARE_METATYPE(kule::HerokuApp)
