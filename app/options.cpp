// SPDX-License-Identifier: GPL-3.0-or-later
#include "options.h"

#include <QCommandLineParser>
#include <QDir>

namespace kule {

Result<ConsoleOptions> ConsoleOptions::parse(const QStringList &arguments)
{
    const auto said = [](const char *source) { return QCoreApplication::translate("Console", source); };
    QCommandLineParser parser;
    parser.setApplicationDescription(said(QT_TRANSLATE_NOOP("Console", "Kule: a desktop operations console.")));
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    struct Flag
    {
        Setting setting;
        const char *name;
        const char *value;
    };
    constexpr Flag single[] = {{Setting::DataDir, "data-dir", "folder"},
                               {Setting::ApiPort, "port", "number"},
                               {Setting::Language, "language", "tr|en|system"},
                               {Setting::Theme, "theme", "light|dark|system"}};
    for (const Flag &flag : single)
        parser.addOption({QString::fromLatin1(flag.name), QCoreApplication::translate("Engine", rowOf(flag.setting).meaning), QString::fromLatin1(flag.value)});
    parser.addOption({QStringLiteral("script-root"), QCoreApplication::translate("Engine", rowOf(Setting::ScriptRoots).meaning), QStringLiteral("folder")});
    parser.addOption({QStringLiteral("key-file"), said(QT_TRANSLATE_NOOP("Console", "File with an access key that is valid while this window is open.")), QStringLiteral("file")});

    const auto usage = [](const QString &sentence) {
        return fail(ErrorKind::Invalid, "usage.bad_flag", text(QT_TRANSLATE_NOOP("Engine", "%1 Say kule-console --help for what there is."), sentence));
    };
    if (!parser.parse(arguments))
        return usage(parser.errorText() + QLatin1Char('.'));
    if (!parser.positionalArguments().isEmpty())
        return usage(said(QT_TRANSLATE_NOOP("Console", "\"%1\" is not understood.")).arg(parser.positionalArguments().first()));

    ConsoleOptions options;
    options.showsHelp = parser.isSet(help);
    options.showsVersion = parser.isSet(version);
    options.helpText = parser.helpText();
    options.keyFile = parser.value(QStringLiteral("key-file"));
    for (const Flag &flag : single) {
        const QString name = QString::fromLatin1(flag.name);
        if (!parser.isSet(name))
            continue;
        if (auto checked = checkSetting(flag.setting, parser.value(name)); !checked)
            return fail(checked.error());
        options.flags.insert(flag.setting, parser.value(name));
    }
    if (const QStringList roots = parser.values(QStringLiteral("script-root")); !roots.isEmpty())
        options.flags.insert(Setting::ScriptRoots, roots.join(QDir::listSeparator()));
    return options;
}

QString ConsoleOptions::dataFolder(const Settings::Layer &environment) const
{
    return flags.value(Setting::DataDir, environment.value(Setting::DataDir));
}

} // namespace kule
