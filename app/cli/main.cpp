// SPDX-License-Identifier: GPL-3.0-or-later
// The program `kule`: takes the first word to its command, says what went wrong, ends with the contract's number.
#include "command.h"
#include "platform/terminal.h"

#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QTranslator>

#include <cstdio>

using namespace kule;
using namespace kule::cli;

namespace {

QString optionIn(const QStringList &words, const QString &name)
{
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (words[i] == name)
            return words.value(i + 1);
        if (words[i].startsWith(name + QLatin1Char('=')))
            return words[i].mid(name.size() + 1);
    }
    return {};
}

// Before anything is parsed, as the parser's own sentences are translated too.
Language chooseLanguage(const QStringList &words)
{
    QString tag = optionIn(words, QStringLiteral("--language"));
    if (tag.isEmpty())
        tag = qEnvironmentVariable("KULE_LANGUAGE");
    return languageOf((tag.isEmpty() || tag == QLatin1String("system") ? QLocale::system().name() : tag).toUtf8());
}

void speak(Language language, QTranslator &translator)
{
    if (translator.load(QStringLiteral(":/i18n/kule_%1.qm").arg(QLatin1String(tagOf(language)))))
        QCoreApplication::installTranslator(&translator);
}

QString help()
{
    QString text = QCoreApplication::translate("Cli", "Kule runs Python jobs, keeps their fatal errors and serves both on a local API.") + QLatin1String("\n\n")
        + QCoreApplication::translate("Cli", "Usage: kule COMMAND [words] [options]; kule alone opens the console.") + QLatin1String("\n\n");
    for (const Command *command : commands())
        text += QStringLiteral("  %1 %2\n").arg(QLatin1String(command->name), -8).arg(QCoreApplication::translate("Cli", command->summary));
    return text + QLatin1Char('\n') + QCoreApplication::translate("Cli", "kule COMMAND --help tells more. Every command takes --json and --language tr|en.") + QLatin1Char('\n')
        + QCoreApplication::translate("Cli", "Exit codes: 0 ok, 1 the job failed, 2 usage, 3 not found, 4 refused, 5 conflict, 69 unavailable, 75 try again, "
                                             "124 timed out, 130 interrupted.");
}

// What the parser could not take, in a sentence of ours: its own are not whole, and not in every language.
QString misuse(const QCommandLineParser &parser, const QStringList &words, const Command &command)
{
    const QString name = QLatin1String(command.name);
    if (const QStringList unknown = parser.unknownOptionNames(); !unknown.isEmpty()) {
        const QString option = QLatin1String(unknown.first().size() == 1 ? "-" : "--") + unknown.first();
        return QCoreApplication::translate("Cli", "There is no option %1. \"kule %2 --help\" lists them.").arg(option, name);
    }
    for (const QString &word : words) {
        const QString option = word.section(u'=', 0, 0);
        const QString key = option.mid(option.startsWith(QLatin1String("--")) ? 2 : 1);
        if (option != word && option.startsWith(u'-') && parser.optionNames().contains(key) && parser.values(key).isEmpty())
            return QCoreApplication::translate("Cli", "%1 takes no value. See \"kule %2 --help\".").arg(option, name);
    }
    return QCoreApplication::translate("Cli", "%1 needs a value. See \"kule %2 --help\".").arg(words.value(words.size() - 1), name);
}

int complain(Output &out, Language language, const Error &error)
{
    const QString sentence = error.message.in(language);
    out.say(QStringLiteral("kule: ") + sentence);
    if (out.isJson())
        out.json({{"error", {{"code", error.code}, {"message", sentence}, {"details", error.details}}}});
    return static_cast<int>(exitCodeOf(error.kind));
}

int perform(const Command &command, const QStringList &words, Language language)
{
    QCommandLineParser parser;
    declare(parser, {QStringLiteral("h"), QStringLiteral("help")}, QCoreApplication::translate("Cli", "Show this and end."));
    declare(parser, {QStringLiteral("json")}, QCoreApplication::translate("Cli", "Write data as JSON."));
    declare(parser, {QStringLiteral("language")}, QCoreApplication::translate("Cli", "Language of what is said: tr or en."), "language");
    command.declare(parser);
    const bool isUnderstood = parser.parse(QStringList{QStringLiteral("kule")} + words);
    Output out(words.contains(QLatin1String("--json")) ? Output::Form::Json : Output::Form::Text);
    if (parser.isSet(QStringLiteral("help"))) {
        out.line(QStringLiteral("kule %1 %2\n%3\n").arg(QLatin1String(command.name), QString::fromUtf8(command.usage),
                                                         QCoreApplication::translate("Cli", command.summary)));
        // Without its first lines, which name the program and head the options in words of the parser.
        out.line(QCoreApplication::translate("Cli", "Options:"));
        out.line(parser.helpText().section(u'\n', 3).trimmed().prepend(QLatin1String("  ")));
        return 0;
    }
    if (!isUnderstood)
        return complain(out, language, usageError(misuse(parser, words, command)).value());

    const auto environment = Settings::fromEnvironment(QProcessEnvironment::systemEnvironment());
    Settings::Layer flags;
    if (parser.optionNames().contains(QStringLiteral("data-dir"))) // isSet() warns of one that the command has not
        flags.insert(Setting::DataDir, parser.value(QStringLiteral("data-dir")));
    const Settings settings(flags, environment, {});
    Session session{parser, out, language, settings, Folders::resolve(settings.text(Setting::DataDir))};
    const auto done = command.run(session);
    out.endProgress();
    return done ? static_cast<int>(*done) : complain(out, language, done.error());
}

int openConsole()
{
    QString console = QCoreApplication::applicationDirPath() + QStringLiteral("/kule-console");
#ifdef Q_OS_WIN
    console += QStringLiteral(".exe");
#endif
    if (QFileInfo(console).isExecutable() && canShowWindows())
        becomeProgram(console, {});
    std::puts(help().toUtf8().constData());
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    // glib's dispatcher costs as much as the sends of a thousand sockets.
    qputenv("QT_NO_GLIB", "1");
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("kule"));
    QCoreApplication::setApplicationVersion(QStringLiteral(KULE_VERSION));
    prepareTerminal();

    QStringList words = QCoreApplication::arguments().mid(1);
    const Language language = chooseLanguage(words);
    QTranslator translator;
    speak(language, translator);

    if (words.isEmpty())
        return openConsole();
    const QString name = words.takeFirst();
    if (name == QLatin1String("--version") || name == QLatin1String("-v")) {
        std::puts("kule " KULE_VERSION);
        return 0;
    }
    const bool asksHelp = name == QLatin1String("help") || name == QLatin1String("--help") || name == QLatin1String("-h");
    if (asksHelp && !commandOf(words.value(0))) {
        std::puts(help().toUtf8().constData());
        return 0;
    }
    if (asksHelp)
        return perform(*commandOf(words.first()), {QStringLiteral("--help")}, language);
    if (const Command *command = commandOf(name))
        return perform(*command, words, language);
    Output out(Output::Form::Text);
    return complain(out, language, usageError(QCoreApplication::translate("Cli", "There is no command \"%1\". \"kule help\" lists them.").arg(name)).value());
}
