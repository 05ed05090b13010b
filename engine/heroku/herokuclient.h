// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked of Heroku, each time with the token of the app from where secrets live. Lives on its owner's thread, called
// and answering there. Keeps how many requests are left and asks nothing while Heroku wants to be left alone; lets neither a
// token nor a log's address nor a config variable into an answer.
#pragma once
#include "heroku/herokucalls.h"
#include "secrets/redactor.h"
#include "secrets/secretservice.h"

#include <QHash>

namespace kule {

class HerokuClient final : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        HttpClient &http;
        Clock &clock;
        SecretService &secrets;
        const Redactor &redactor;
        QString base; ///< "https://api.heroku.com", or what stands for it
    };
    explicit HerokuClient(Parts parts);
    void setBase(const QString &base);

    Future<Result<std::vector<HerokuDyno>>> dynos(const QString &app);
    Future<Result<std::vector<HerokuFormation>>> formation(const QString &app);
    /// Changes something: heroku.unclear besides the errors of HerokuService.
    Future<Done> change(const QString &app, herokucalls::Call call);
    Future<Result<HerokuLog>> log(const QString &app, const HerokuLogWish &wish);
    /// Whether a config variable has this very value.
    Future<Result<bool>> holds(const QString &app, SecretPtr value);

    struct Quota
    {
        std::optional<qint64> left;       ///< requests
        std::optional<qint64> waitsUntil; ///< UTC ms
    };
    Quota quotaOf(const QString &app) const;
    void forget(const QString &app) { m_quotas.remove(app); }

private:
    struct Limit
    {
        std::optional<qint64> left;
        qint64 until = 0; ///< steady ms
    };
    Future<Result<HttpReply>> send(const QString &app, herokucalls::Call call);
    Future<Result<Json>> ask(const QString &app, herokucalls::Call call);
    Result<Json> read(const QString &app, const Result<HttpReply> &reply);

    const Parts m_parts;
    QString m_base;
    QHash<QString, Limit> m_quotas;
};

} // namespace kule
