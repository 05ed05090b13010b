// SPDX-License-Identifier: GPL-3.0-or-later
#include "bots/script/scriptconfig.h"

#include "bots/telegram/telegramclient.h"
#include "jobs/scriptfiles.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

namespace kule {
namespace {

constexpr qsizetype longestText = 4096;
constexpr std::size_t mostWords = 64;
constexpr std::size_t mostVariables = 100;

tl::unexpected<Error> bad(const char *field, Text why)
{
    return fail(Error{ErrorKind::Invalid, "bot.bad_config", std::move(why), Json{{"field", field}}, std::nullopt});
}

bool isVariable(const QString &name)
{
    static const QRegularExpression pattern(QStringLiteral("^[A-Za-z_][A-Za-z0-9_]{0,99}$"));
    return pattern.match(name).hasMatch();
}

/// Theirs to set, and not ours: what finds programs and libraries, and what Kule says itself.
bool isReserved(const QString &name)
{
    return name == QLatin1String("PATH") || name.startsWith(QLatin1String("LD_")) || name.startsWith(QLatin1String("DYLD_")) || name.startsWith(QLatin1String("KULE_"));
}

bool isPlain(const Json &json)
{
    return json.is_string() && json.get_ref<const std::string &>().size() <= static_cast<std::size_t>(longestText) && json.get_ref<const std::string &>().find('\0') == std::string::npos;
}

} // namespace

bool isPythonProgram(const QString &word)
{
    static const QRegularExpression pattern(QStringLiteral("^(python[0-9.]*|py)(\\.exe)?$"));
    return pattern.match(QFileInfo(QDir::fromNativeSeparators(word)).fileName()).hasMatch();
}

Result<ScriptConfig> scriptConfigOf(const Json &config)
{
    const Json command = config.is_object() ? config.value("command", Json()) : Json();
    if (!command.is_array() || command.empty() || command.size() > mostWords || !std::all_of(command.begin(), command.end(), isPlain) || command[0] == "")
        return bad("command", text(QT_TRANSLATE_NOOP("Engine", "config.command is required: a list of words such as [\"python3\", \"tanitim.py\"].")));
    ScriptConfig read;
    for (const Json &word : command) {
        if (TelegramClient::isToken(word.get_ref<const std::string &>()))
            return bad("command", text(QT_TRANSLATE_NOOP("Engine", "A token does not belong on a command line, where everybody on the computer can read it. Put it into token.")));
        read.command += word.get<QString>();
    }
    const Json folder = config.value("cwd", Json(""));
    if (!isPlain(folder))
        return bad("cwd", text(QT_TRANSLATE_NOOP("Engine", "config.cwd must be the path of a folder in the script roots.")));
    read.folder = folder.get<QString>();
    const Json variable = config.value("token_env", Json("TOKEN"));
    if (!isPlain(variable) || !isVariable(variable.get<QString>()) || isReserved(variable.get<QString>()))
        return bad("token_env", text(QT_TRANSLATE_NOOP("Engine", "config.token_env must be the name of an environment variable, such as TOKEN.")));
    read.tokenVariable = variable.get<QString>();
    const Json environment = config.value("environment", Json::object());
    if (!environment.is_object() || environment.size() > mostVariables)
        return bad("environment", text(QT_TRANSLATE_NOOP("Engine", "config.environment must be an object of texts, at most 100.")));
    for (const auto &[key, value] : environment.items()) {
        const QString name = QString::fromStdString(key);
        if (!isVariable(name) || isReserved(name) || name == read.tokenVariable || !isPlain(value))
            return bad("environment", text(QT_TRANSLATE_NOOP("Engine", "%1 cannot be set in config.environment. Choose another name, and a text as its value."), name.left(100)));
        if (TelegramClient::isToken(value.get_ref<const std::string &>()))
            return bad("environment", text(QT_TRANSLATE_NOOP("Engine", "%1 holds a bot token, and this configuration is no place for secrets. Put it into token."), name));
        read.environment.emplace_back(name, value.get<QString>());
    }
    return read;
}

namespace {

/// Where among the words of Python the file stands; nothing for a module. bot.bad_config
Result<std::optional<qsizetype>> fileIn(const QStringList &words)
{
    for (qsizetype i = 1; i < words.size(); ++i) {
        const QString &word = words[i];
        if (!word.startsWith(u'-'))
            return std::optional(i);
        if (word == QLatin1String("-m") && i + 1 < words.size())
            return std::optional<qsizetype>();
        if (word == QLatin1String("-X") || word == QLatin1String("-W"))
            ++i;
        else if (word == QLatin1String("-") || word.contains(u'c'))
            break;
    }
    return bad("command", text(QT_TRANSLATE_NOOP("Engine", "config.command names no file for Python to run. Write it such as [\"python3\", \"tanitim.py\"].")));
}

Result<QString> folderOf(const ScriptConfig &config, const QStringList &roots)
{
    if (config.folder.isEmpty())
        return QString();
    const auto folder = locateInRoots(config.folder, roots);
    if (folder && !QFileInfo(*folder).isDir())
        return bad("cwd", text(QT_TRANSLATE_NOOP("Engine", "config.cwd must be the path of a folder in the script roots.")));
    return folder;
}

Result<QString> fileOf(const QString &word, const QString &folder, const QStringList &roots)
{
    const auto file = locateInRoots(folder.isEmpty() ? word : QDir(folder).absoluteFilePath(word), roots);
    if (file && !QFileInfo(*file).isFile())
        return bad("command", text(QT_TRANSLATE_NOOP("Engine", "%1 is not a file. Name the script of the bot."), word));
    return file;
}

} // namespace

Result<ScriptPlace> locateScript(const ScriptConfig &config, const QStringList &roots)
{
    const bool isPython = isPythonProgram(config.command[0]);
    const auto index = isPython ? fileIn(config.command) : Result<std::optional<qsizetype>>(std::optional<qsizetype>(0));
    if (!index)
        return fail(index.error());
    const auto folder = folderOf(config, roots);
    if (!folder)
        return fail(folder.error());
    if (!*index && folder->isEmpty())
        return bad("cwd", text(QT_TRANSLATE_NOOP("Engine", "A Python module needs config.cwd, the folder that it lies in.")));
    ScriptPlace place{*folder, {}, config.command.mid(1)};
    if (!*index)
        return place;
    const auto file = fileOf(config.command[**index], *folder, roots);
    if (!file)
        return fail(file.error());
    if (place.folder.isEmpty())
        place.folder = QFileInfo(*file).path();
    if (isPython)
        place.arguments[**index - 1] = *file;
    else if (!QFileInfo(*file).isExecutable())
        return bad("command", text(QT_TRANSLATE_NOOP("Engine", "%1 is not a program. Make it executable, or name its interpreter such as python3 before it."), config.command[0]));
    else
        place.program = *file;
    return place;
}

} // namespace kule
