// SPDX-License-Identifier: GPL-3.0-or-later
#include "fatals/fatalfile.h"

#include "base/clock.h"
#include "base/disk.h"
#include "fatals/fatalname.h"
#include "fatals/fatalwords.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>

#include <filesystem>

namespace kule {
namespace {

// A report must stay readable, whatever a script made of its exception.
constexpr qsizetype longestText = 1024 * 1024;
constexpr qsizetype longestLine = 16 * 1024;
constexpr qsizetype longestError = 4096; // in the list

QString clipped(const QString &whole, qsizetype longest)
{
    return whole.size() <= longest ? whole : whole.left(longest / 2) + QStringLiteral("\n…\n") + whole.right(longest / 2);
}

Error ioError(const QString &filename, const QString &reason)
{
    return {ErrorKind::Broken, "fatal.io",
            text(QT_TRANSLATE_NOOP("Engine", "The fatals folder refused %1: %2. Check that the folder is there, writable and not full."), filename, reason),
            nullptr, std::nullopt};
}

std::filesystem::path nativePath(const QString &path)
{
#ifdef Q_OS_WIN
    return path.toStdWString();
#else
    return QFile::encodeName(path).toStdString();
#endif
}

/// True: there now. False: the name is taken.
Result<bool> place(const QString &temporary, const QString &target, const QByteArray &body)
{
    // A link, as it is the one step that neither replaces nor shows half a file on every platform. QFile::rename falls
    // back on copying over whatever came meanwhile.
    std::error_code error;
    std::filesystem::create_hard_link(nativePath(temporary), nativePath(target), error);
    if (!error)
        return true;
    if (error == std::errc::file_exists)
        return false;
    // FAT and some shares know no links: then at least never over another.
    QFile file(target);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return QFileInfo::exists(target) ? Result<bool>(false) : fail(ioError(target, file.errorString()));
    if (file.write(body) != body.size() || !syncToDisk(file)) {
        const QString reason = file.errorString();
        file.remove();
        return fail(ioError(target, reason));
    }
    return true;
}

Done checkName(const QString &folder, const QString &filename)
{
    if (!isFatalName(filename))
        return fail(ErrorKind::Invalid, "fatal.bad_name",
                    text(QT_TRANSLATE_NOOP("Engine", "“%1” cannot be the name of a report. Take one from the list."), filename.left(200)));
    const QFileInfo file(folder + u'/' + filename);
    if (file.isSymLink() || !file.isFile())
        return fail(ErrorKind::NotFound, "fatal.not_found",
                    text(QT_TRANSLATE_NOOP("Engine", "There is no report %1. It may have been deleted; load the list again."), filename.left(300)));
    return {};
}

template <class T>
T numberOf(const Json &object, const char *key, T fallback)
{
    const auto member = object.find(key);
    return member != object.end() && member->is_number_integer() ? member->get<T>() : fallback;
}

Json emptyAsNull(const QString &value)
{
    return value.isEmpty() ? Json(nullptr) : Json(value);
}

} // namespace

QByteArray fatalBody(const FatalDraft &draft, const QString &fingerprint)
{
    OrderedJson body;
    body["process_id"] = draft.processId;
    body["error"] = clipped(draft.error.english(), longestText).toStdString();
    body["file"] = draft.file.toStdString();
    body["args"] = draft.args;
    body["kwargs"] = draft.kwargs;
    body["type"] = draft.type.toStdString();
    body["traceback"] = clipped(draft.traceback, longestText).toStdString();
    body["chain"] = draft.chain;
    body["time"] = isoTime(draft.time).toStdString();
    body["duration_ms"] = draft.durationMs;
    body["attempt"] = draft.attempt;
    body["job_id"] = draft.job.value.toStdString();
    body["signal"] = emptyAsNull(draft.signal);
    body["exit_code"] = draft.exitCode ? Json(*draft.exitCode) : Json(nullptr);
    body["log_tail"] = OrderedJson::array();
    for (const QString &line : draft.logTail)
        body["log_tail"].push_back(clipped(line, longestLine).toStdString());
    body["python"] = draft.python.toStdString();
    body["fingerprint"] = fingerprint.toStdString();
    return dumpJson(body, 2) + '\n';
}

FatalEntry fatalEntry(const QString &filename, const QByteArray &body, qint64 size, qint64 modified)
{
    FatalEntry entry;
    Fatal &fatal = entry.fatal;
    fatal.filename = filename;
    fatal.size = size;
    fatal.time = entry.modified = modified;
    const auto report = parseJson(body, nullptr, deepestReport);
    fatal.isReadable = report.has_value();
    const Json object = report && report->is_object() ? *report : Json::object();
    const auto id = object.find("process_id");
    fatal.processId = id != object.end() && (id->is_string() || id->is_number()) ? *id : Json(processIdOf(filename));
    if (fatal.isReadable) {
        const QString error = textOf(object, "error");
        const QString traceback = textOf(object, "traceback", error);
        fatal.error = verbatim(error.left(longestError));
        // Reports of the original hold five keys; its error may begin with the type.
        const qsizetype colon = error.indexOf(u':');
        const QString guessed = colon > 0 && colon < 80 && !error.left(colon).contains(u' ') ? error.left(colon) : QString();
        fatal.type = textOf(object, "type", guessed).left(200);
        fatal.file = textOf(object, "file").left(longestError);
        const QDateTime time = QDateTime::fromString(textOf(object, "time"), Qt::ISODateWithMs);
        fatal.time = time.isValid() ? time.toMSecsSinceEpoch() : modified;
        fatal.job = {textOf(object, "job_id").left(64)};
        fatal.attempt = numberOf(object, "attempt", 0);
        const auto exitCode = object.find("exit_code");
        const auto print = fingerprintOf({fatal.type, fatal.file, framesOf(traceback), textOf(object, "signal"),
                                          exitCode != object.end() && exitCode->is_number_integer() ? std::optional(exitCode->get<qint64>()) : std::nullopt});
        const QString stored = textOf(object, "fingerprint");
        const bool isOurs = stored.size() == 16
            && std::all_of(stored.begin(), stored.end(), [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'); });
        fatal.fingerprint = isOurs ? stored : print.hex;
        entry.place = print.place;
        entry.reason = print.reason;
    }
    entry.folded = foldedOf(fatal, entry.place);
    return entry;
}

qint64 modifiedAt(const QString &folder, const QString &filename)
{
    const QFileInfo file(folder + u'/' + filename);
    return file.exists() ? file.lastModified().toMSecsSinceEpoch() : 0;
}

Result<QString> writeFatal(const QString &folder, const QString &temporary, const QString &stem, const QByteArray &body)
{
    if (!QDir().mkpath(folder))
        return fail(ioError(folder, QStringLiteral("mkdir")));
    QFile file(folder + u'/' + temporary);
    const auto refused = [&file, &stem] {
        const QString reason = file.errorString();
        file.remove();
        return fail(ioError(stem, reason));
    };
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return fail(ioError(stem, file.errorString()));
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    if (file.write(body) != body.size() || !syncToDisk(file))
        return refused();
    for (int number = 1;; ++number) {
        const QString name = fatalName(stem, number);
        const auto placed = place(file.fileName(), folder + u'/' + name, body);
        if (placed && !*placed)
            continue;
        file.remove();
        if (!placed)
            return fail(placed.error());
        syncFolder(folder);
        return name;
    }
}

Result<QByteArray> readFatal(const QString &folder, const QString &filename)
{
    if (auto checked = checkName(folder, filename); !checked)
        return fail(checked.error());
    QFile file(folder + u'/' + filename);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ioError(filename, file.errorString()));
    // Not read(largestFatal + 1): it would set that much memory aside for each file.
    const QByteArray body = file.size() <= largestFatal ? file.read(file.size()) : QByteArray();
    if (file.error() != QFile::NoError)
        return fail(ioError(filename, file.errorString()));
    if (file.size() > largestFatal)
        return fail(ErrorKind::Broken, "fatal.unreadable",
                    text(QT_TRANSLATE_NOOP("Engine", "%1 is larger than 64 MiB and is not read. Open it from the fatals folder."), filename));
    return body;
}

Done removeFatal(const QString &folder, const QString &filename)
{
    if (auto checked = checkName(folder, filename); !checked)
        return checked;
    QFile file(folder + u'/' + filename);
    if (!file.remove())
        return fail(ioError(filename, file.errorString()));
    return {};
}

Done moveFatal(const QString &folder, const QString &filename, const QString &to)
{
    if (auto checked = checkName(folder, filename); !checked)
        return checked;
    std::error_code error;
    std::filesystem::rename(nativePath(folder + u'/' + filename), nativePath(to + u'/' + filename), error);
    if (error)
        return fail(ioError(filename, QString::fromLocal8Bit(error.message().c_str())));
    return {};
}

Result<QString> returnFatal(const QString &from, const QString &filename, const QString &folder)
{
    if (!QDir().mkpath(folder))
        return fail(ioError(folder, QStringLiteral("mkdir")));
    QFile source(from + u'/' + filename);
    QByteArray body;
    if (source.size() <= largestFatal && source.open(QIODevice::ReadOnly))
        body = source.readAll(); // for file systems without links
    for (int number = 1;; ++number) {
        const QString name = number == 1 ? filename : fatalName(stemOf(filename), number);
        // A crash between link and removal left it in both places.
        std::error_code error;
        const bool isThere = std::filesystem::equivalent(nativePath(source.fileName()), nativePath(folder + u'/' + name), error);
        const auto placed = isThere ? Result<bool>(true) : place(source.fileName(), folder + u'/' + name, body);
        if (placed && !*placed)
            continue;
        if (!placed)
            return fail(placed.error());
        source.close();
        source.remove();
        return name;
    }
}

} // namespace kule
