// SPDX-License-Identifier: GPL-3.0-or-later
// One command of `kule`: its words, its options, what it does. Each stands in a file of its own and is named in the
// table of commands.cpp; nothing else knows them. Runs on the main thread and returns when it is done.
#pragma once
#include "exitcode.h"
#include "output.h"

#include "settings/folders.h"
#include "settings/settings.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <span>

namespace kule::cli {

/// What a command is given.
struct Session
{
    const QCommandLineParser &line;
    Output &out;
    Language language;
    Settings settings; ///< flags and environment
    Folders folders;

    /// The words that are no options.
    QStringList words() const { return line.positionalArguments(); }
    /// The value of the option, or nothing when it was not given.
    std::optional<QString> option(const char *name) const;
    bool has(const char *name) const { return line.isSet(QString::fromLatin1(name)); }
    /// A sentence of the engine, in the reader's language.
    QString sentence(const Text &text) const { return text.in(language); }
};

struct Command
{
    const char *name;
    const char *usage;   ///< "FILE [--arg JSON]…"
    const char *summary; ///< one line, marked for translation in the context Cli
    void (*declare)(QCommandLineParser &parser);
    Result<ExitCode> (*run)(Session &session);
};

extern const Command serveCommand, runCommand, jobsCommand, logsCommand, fatalsCommand, scrapeCommand, botsCommand, herokuCommand, keysCommand, exportCommand, keepCommand, undoCommand, secretsCommand, doctorCommand, demoCommand;
std::span<const Command *const> commands();
/// Null when there is none of that name.
const Command *commandOf(const QString &name);

/// An option without and with a value.
void declare(QCommandLineParser &parser, const QStringList &names, const QString &meaning);
void declare(QCommandLineParser &parser, const QStringList &names, const QString &meaning, const char *value);

/// An error in words of the command line; they are translated already.
tl::unexpected<Error> refuse(ErrorKind kind, const char *code, const QString &sentence);
inline tl::unexpected<Error> usageError(const QString &sentence)
{
    return refuse(ErrorKind::Invalid, "cli.usage", sentence);
}
/// Fails unless there are from least to most words.
Done expectWords(const Session &session, qsizetype least, qsizetype most, const Command &command);

} // namespace kule::cli
