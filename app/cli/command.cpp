// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"

namespace kule::cli {

std::optional<QString> Session::option(const char *name) const
{
    const QString key = QString::fromLatin1(name);
    return line.isSet(key) ? std::optional(line.value(key)) : std::nullopt;
}

void declare(QCommandLineParser &parser, const QStringList &names, const QString &meaning)
{
    parser.addOption(QCommandLineOption(names, meaning));
}

void declare(QCommandLineParser &parser, const QStringList &names, const QString &meaning, const char *value)
{
    parser.addOption(QCommandLineOption(names, meaning, QString::fromLatin1(value)));
}

tl::unexpected<Error> refuse(ErrorKind kind, const char *code, const QString &sentence)
{
    return fail(kind, code, Text{sentence.toUtf8(), {}});
}

Done expectWords(const Session &session, qsizetype least, qsizetype most, const Command &command)
{
    const qsizetype count = session.words().size();
    if (count >= least && count <= most)
        return {};
    const QString usage = QLatin1String(command.name) + QLatin1Char(' ') + QString::fromUtf8(command.usage);
    return usageError(count < least
                          ? QCoreApplication::translate("Cli", "Something is missing. Usage: kule %1").arg(usage)
                          : QCoreApplication::translate("Cli", "\"%1\" is one word too many. Usage: kule %2").arg(session.words().at(most), usage));
}

} // namespace kule::cli
