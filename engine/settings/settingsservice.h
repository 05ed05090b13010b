// SPDX-License-Identifier: GPL-3.0-or-later
// Owns the settings that are in force and their file. Lives on the engine thread; the public calls may come from any.
// Never puts a secret into the file, never leaves half a file.
#pragma once
#include "base/actor.h"
#include "base/async.h"
#include "base/secret.h"
#include "settings/settings.h"

namespace kule {

struct SettingInfo
{
    Setting id;
    QString value; ///< empty for a secret
    SettingSource source;
};

class SettingsService : public QObject
{
    Q_OBJECT
public:
    /// Reads the file if there is one; a file that is not JSON is kept aside as settings.json.broken and said by problem().
    SettingsService(QString file, Settings::Layer flags, Settings::Layer environment);

    /// For constructors on the engine thread; others listen to changed().
    const Settings &current() const { return m_settings; }
    std::optional<Error> problem() const { return m_problem; }

    /// A secret that somebody wrote into the file by hand; null: none. It stays there until it is forgotten, so that nothing is
    /// lost while there is no better place. Engine thread.
    SecretPtr secretInFile(Setting setting) const { return m_secretsInFile.value(setting); }
    /// Takes it out of the file. settings.not_saved
    Done forgetSecretInFile(Setting setting);

    Future<Result<std::vector<SettingInfo>>> list();
    /// Writes it to the file and puts it in force. settings.unknown, settings.bad_value, settings.overridden,
    /// settings.secret, settings.not_saved.
    Future<Result<SettingInfo>> set(Setting setting, QString value, Actor actor = {});
    /// Back to the default.
    Future<Result<SettingInfo>> reset(Setting setting, Actor actor = {});

Q_SIGNALS:
    void changed(kule::Settings now);
    /// For the activity log; value is empty for a reset.
    void decided(kule::Setting setting, QString value, kule::Actor actor);

private:
    Result<SettingInfo> put(Setting setting, std::optional<QString> value, const Actor &actor);
    Done save(const Settings::Layer &file) const;
    SettingInfo infoOf(Setting setting) const;

    QString m_file;
    Settings m_settings;
    QHash<Setting, SecretPtr> m_secretsInFile;
    std::optional<Error> m_problem;
};

} // namespace kule
