// SPDX-License-Identifier: GPL-3.0-or-later
#include "bots/script/procfile.h"

#include "bots/script/scriptconfig.h"

#include <QProcess>
#include <QRegularExpression>
#include <QSet>

namespace kule {
namespace {

constexpr std::size_t mostLines = 100;

ProcfileLine readLine(int number, const QString &line, const QString &folder)
{
    ProcfileLine read{number, line, {}, {}, {}};
    static const QRegularExpression form(QStringLiteral("^([A-Za-z0-9_-]{1,64})\\s*:\\s*(.+)$"));
    static const QRegularExpression assignment(QStringLiteral("^([A-Za-z_][A-Za-z0-9_]*)=(.*)$"));
    const auto match = form.match(line);
    if (!match.hasMatch()) {
        read.problem = text(QT_TRANSLATE_NOOP("Engine", "This is not of the form “name: command”."));
        return read;
    }
    const QString command = match.captured(2);
    if (command.contains(QRegularExpression(QStringLiteral("[$|&;<>`*?()]")))) {
        read.problem = text(QT_TRANSLATE_NOOP("Engine", "It needs a shell, and Kule runs no shell. Write the command without variables, pipes and wildcards."));
        return read;
    }
    QStringList words = QProcess::splitCommand(command);
    if (words.value(0) == QLatin1String("env"))
        words.removeFirst();
    Json environment = Json::object();
    for (auto set = assignment.match(words.value(0)); set.hasMatch(); set = assignment.match(words.value(0))) {
        environment[set.captured(1).toStdString()] = set.captured(2);
        words.removeFirst();
    }
    Json config{{"command", Json::array()}};
    for (const QString &word : std::as_const(words))
        config["command"].push_back(word);
    if (!folder.isEmpty())
        config["cwd"] = folder;
    if (!environment.empty())
        config["environment"] = std::move(environment);
    if (auto checked = scriptConfigOf(config); !checked) {
        read.problem = checked.error().message;
        return read;
    }
    read.name = match.captured(1);
    read.config = std::move(config);
    return read;
}

} // namespace

std::vector<ProcfileLine> readProcfile(const QString &content, const QString &folder)
{
    std::vector<ProcfileLine> lines;
    QSet<QString> names;
    int number = 0;
    for (const QString &raw : content.split(u'\n')) {
        ++number;
        const QString line = raw.trimmed();
        if (line.isEmpty() || line.startsWith(u'#'))
            continue;
        if (lines.size() == mostLines)
            break;
        ProcfileLine read = readLine(number, line.left(4096), folder);
        if (names.contains(read.name) && !read.name.isEmpty()) {
            read.problem = text(QT_TRANSLATE_NOOP("Engine", "The name %1 stands on a line above already."), read.name);
            read.name.clear();
        }
        names.insert(read.name);
        lines.push_back(std::move(read));
    }
    return lines;
}

} // namespace kule
