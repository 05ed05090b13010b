// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/environmentstore.h"

#include "secrets/secretservice.h"

#include "settings/settings.h"

#include <QProcessEnvironment>

#include <algorithm>
#include <cstdlib>
#include <cstring>

namespace kule {
namespace {

const QString prefix = QStringLiteral("KULE_SECRET_");
// What the Scheduler add-on's job was configured by.
const QString herokuApp = QStringLiteral("HEROKU_APP_NAME");
const QString herokuToken = QStringLiteral("HEROKU_AUTH_TOKEN");

SecretPtr taken(const QProcessEnvironment &environment, const QString &variable)
{
    QByteArray value = environment.value(variable).toUtf8();
    auto secret = std::make_shared<const Secret>(value);
    scrub(value.data(), static_cast<std::size_t>(value.size()));
    return secret;
}

} // namespace

QString secretVariable(const QString &name)
{
    // By byte, as the Turkish capital of i is another letter.
    QString variable = prefix + name;
    for (qsizetype i = prefix.size(); i < variable.size(); ++i) {
        const char16_t c = variable[i].unicode();
        if (c >= u'a' && c <= u'z')
            variable[i] = QChar(static_cast<char16_t>(c - u'a' + u'A'));
        else if (!(c >= u'0' && c <= u'9'))
            variable[i] = u'_';
    }
    return variable;
}

GivenSecrets givenIn(const QProcessEnvironment &environment)
{
    GivenSecrets given;
    const QStringList variables = environment.keys();
    for (const QString &variable : variables) {
        if (!variable.startsWith(prefix) || environment.value(variable).isEmpty())
            continue;
        given[variable] = taken(environment, variable);
    }
    const QString app = environment.value(herokuApp);
    if (const QString name = secretname::herokuToken(app); checkSecretName(name) && !environment.value(herokuToken).isEmpty())
        given[name] = taken(environment, herokuToken);
    return given;
}

QStringList herokuAppsIn(const GivenSecrets &given)
{
    QStringList apps;
    for (const auto &[name, value] : given) {
        const QString app = name.section(u'/', 1, 1);
        if (name == secretname::herokuToken(app))
            apps += app;
    }
    return apps;
}

bool isWithheld(const QString &variable)
{
    constexpr std::array leading{Setting::ApiKey,      Setting::PusherAppId,   Setting::PusherKey,   Setting::TitlesCacheUrl,
                                 Setting::DatabaseUrl, Setting::SecretsPlace, Setting::SecretsPassphraseFile};
    return variable.startsWith(prefix) || variable == herokuToken || std::any_of(settingRows.begin(), settingRows.end(), [&](const SettingRow &row) {
               const bool isMeant = row.type == SettingType::Secret || std::find(leading.begin(), leading.end(), row.id) != leading.end();
               return isMeant && variable == QLatin1String(row.environment);
           });
}

void forgetWithheld()
{
    const QStringList variables = QProcessEnvironment::systemEnvironment().keys();
    for (const QString &variable : variables) {
        if (!isWithheld(variable))
            continue;
        const QByteArray name = variable.toLocal8Bit();
#ifndef Q_OS_WIN
        // What stands there is what others who may look into this process see, long after unsetenv.
        if (char *value = std::getenv(name.constData()))
            scrub(value, std::strlen(value));
#endif
        qunsetenv(name.constData());
    }
}

EnvironmentStore::EnvironmentStore(GivenSecrets given, QObject *parent)
    : SecretStore(parent)
    , m_given(std::move(given))
{
}

SecretPtr EnvironmentStore::given(const QString &name) const
{
    // A variable that a secret had before stands above the general one.
    if (const auto own = m_given.find(name); own != m_given.end())
        return own->second;
    const auto general = m_given.find(secretVariable(name));
    return general == m_given.end() ? nullptr : general->second;
}

Future<Result<SecretPtr>> EnvironmentStore::read(QString name)
{
    SecretPtr value = given(name);
    return answered(value ? Result<SecretPtr>(std::move(value)) : Result<SecretPtr>(fail(secreterror::notFound(name))));
}

Future<Done> EnvironmentStore::write(QString name, SecretPtr value, qint64)
{
    // The very value that is given needs no writing: so secrets may move here once the environment has them.
    if (const SecretPtr already = given(name); already && already->matches(value->view()))
        return answered(Done());
    return answered(Done(fail(secreterror::readOnly(secretVariable(name)))));
}

Future<Done> EnvironmentStore::remove(QString name)
{
    return answered(Done(fail(secreterror::readOnly(secretVariable(name)))));
}

Future<Result<std::vector<SecretEntry>>> EnvironmentStore::list()
{
    std::vector<SecretEntry> entries;
    for (const auto &[name, value] : m_given)
        entries.push_back({name, 0});
    return answered(Result<std::vector<SecretEntry>>(std::move(entries)));
}

Future<Done> EnvironmentStore::probe()
{
    return answered(Done());
}

} // namespace kule
