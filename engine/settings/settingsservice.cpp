// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/settingsservice.h"

#include <QFile>
#include <QSaveFile>

namespace kule {
namespace {

Settings::Layer layerOf(const Json &file)
{
    Settings::Layer layer;
    for (const SettingRow &row : settingRows) {
        const auto value = file.find(row.key);
        if (value == file.end() || row.id == Setting::DataDir)
            continue;
        layer.insert(row.id, value->is_string() ? value->get<QString>() : QString::fromUtf8(dumpJson(*value)));
    }
    partFromPasswords(layer);
    return layer;
}

/// Takes them out of the layer.
QHash<Setting, SecretPtr> secretsOf(Settings::Layer &layer)
{
    QHash<Setting, SecretPtr> secrets;
    for (const SettingRow &row : settingRows) {
        if (row.type != SettingType::Secret)
            continue;
        QByteArray text = layer.take(row.id).toUtf8();
        if (!text.isEmpty())
            secrets.insert(row.id, std::make_shared<const Secret>(text));
        scrub(text.data(), static_cast<std::size_t>(text.size()));
    }
    return secrets;
}

} // namespace

SettingsService::SettingsService(QString file, Settings::Layer flags, Settings::Layer environment)
    : m_file(std::move(file))
{
    Settings::Layer stored;
    QFile source(m_file);
    if (source.open(QIODevice::ReadOnly)) {
        const auto json = parseJson(source.readAll());
        source.close();
        if (json && json->is_object()) {
            stored = layerOf(*json);
            m_secretsInFile = secretsOf(stored);
        } else {
            const QString aside = m_file + QStringLiteral(".broken");
            QFile::remove(aside);
            QFile::rename(m_file, aside);
            m_problem = Error{ErrorKind::Broken, "settings.broken_file",
                              text(QT_TRANSLATE_NOOP("Engine", "The settings file could not be read and was put aside as %1; the defaults are in force."), aside),
                              nullptr, std::nullopt};
        }
    }
    m_settings = Settings(std::move(flags), std::move(environment), std::move(stored));
}

Future<Result<std::vector<SettingInfo>>> SettingsService::list()
{
    return ask(this, [this]() -> Result<std::vector<SettingInfo>> {
        std::vector<SettingInfo> all;
        for (const SettingRow &row : settingRows)
            all.push_back(infoOf(row.id));
        return all;
    });
}

Future<Result<SettingInfo>> SettingsService::set(Setting setting, QString value, Actor actor)
{
    return ask(this, [this, setting, value = std::move(value), actor = std::move(actor)] { return put(setting, value, actor); });
}

Future<Result<SettingInfo>> SettingsService::reset(Setting setting, Actor actor)
{
    return ask(this, [this, setting, actor = std::move(actor)] { return put(setting, std::nullopt, actor); });
}

SettingInfo SettingsService::infoOf(Setting setting) const
{
    const bool isSecret = rowOf(setting).type == SettingType::Secret;
    return {setting, isSecret ? QString() : m_settings.text(setting), m_settings.sourceOf(setting)};
}

Result<SettingInfo> SettingsService::put(Setting setting, std::optional<QString> value, const Actor &actor)
{
    const SettingRow &row = rowOf(setting);
    const QString environment = QString::fromLatin1(row.environment);
    if (row.type == SettingType::Secret)
        return fail(ErrorKind::Invalid, "settings.secret",
                    text(QT_TRANSLATE_NOOP("Engine", "A secret is never written to the settings file. Enter it under Settings, Secrets, or set it in the environment as %1."), environment));
    if (setting == Setting::DataDir)
        return fail(ErrorKind::Conflict, "settings.overridden",
                    text(QT_TRANSLATE_NOOP("Engine", "The data folder holds this very file. Choose it with --data-dir or %1 and start Kule again."), environment));
    if (m_settings.isOverridden(setting))
        return fail(ErrorKind::Conflict, "settings.overridden",
                    text(QT_TRANSLATE_NOOP("Engine", "A flag or the environment variable %1 decides this setting. Remove it there first."), environment));
    if (value) {
        if (auto checked = checkSetting(setting, *value); !checked)
            return fail(checked.error());
    }
    Settings::Layer file = m_settings.file();
    if (value)
        file.insert(setting, *value);
    else
        file.remove(setting);
    if (auto saved = save(file); !saved)
        return fail(saved.error());
    m_settings = m_settings.withFile(std::move(file));
    Q_EMIT changed(m_settings);
    Q_EMIT decided(setting, value.value_or(QString()), actor);
    return infoOf(setting);
}

Done SettingsService::forgetSecretInFile(Setting setting)
{
    const SecretPtr kept = m_secretsInFile.take(setting);
    if (!kept)
        return {};
    auto saved = save(m_settings.file());
    if (!saved)
        m_secretsInFile.insert(setting, kept);
    return saved;
}

Done SettingsService::save(const Settings::Layer &file) const
{
    OrderedJson json = OrderedJson::object();
    for (const SettingRow &row : settingRows) {
        if (file.contains(row.id))
            json[row.key] = file.value(row.id).toStdString();
        else if (const SecretPtr secret = m_secretsInFile.value(row.id))
            json[row.key] = secret->view().toByteArray().toStdString();
    }
    QSaveFile out(m_file);
    if (!out.open(QIODevice::WriteOnly) || out.write(dumpJson(json, 2) + '\n') < 0 || !out.commit())
        return fail(ErrorKind::Unavailable, "settings.not_saved",
                    text(QT_TRANSLATE_NOOP("Engine", "The settings could not be saved: %1. Nothing was changed."), out.errorString()));
    return {};
}

} // namespace kule
