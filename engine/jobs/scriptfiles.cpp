// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/scriptfiles.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>

namespace kule {
namespace {

constexpr qint64 largestScript = 16 * 1024 * 1024;
constexpr qsizetype longestPath = 4096;

bool isInside(const QString &path, const QString &root)
{
    return path == root || path.startsWith(root.endsWith(u'/') ? root : root + u'/');
}

// Where the path may mean, in the order of trying; lexical only, so ".." is resolved before the disk is asked.
QStringList candidates(const QString &filePath, const QStringList &roots)
{
    const QString wanted = QDir::fromNativeSeparators(filePath);
    if (QDir::isAbsolutePath(wanted))
        return {QDir::cleanPath(wanted)};
    QStringList paths;
    const QString first = wanted.section(u'/', 0, 0);
    for (const QString &root : roots) {
        if (QFileInfo(root).fileName() == first && wanted.contains(u'/'))
            paths += QDir::cleanPath(root + u'/' + wanted.section(u'/', 1));
    }
    for (const QString &root : roots)
        paths += QDir::cleanPath(root + u'/' + wanted);
    return paths;
}

Error outsideError(const QString &filePath)
{
    return {ErrorKind::Invalid, "job.path_outside_roots",
            text(QT_TRANSLATE_NOOP("Engine", "%1 is outside the script roots. Move it into one of them or add its folder in Settings."), filePath), nullptr, std::nullopt};
}

Result<ScriptFile> read(const QString &path, const QString &filePath)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Invalid, "job.file_unreadable",
                    text(QT_TRANSLATE_NOOP("Engine", "%1 cannot be read: %2. Give Kule the right to read it."), filePath, file.errorString()));
    if (file.size() > largestScript)
        return fail(ErrorKind::Invalid, "job.file_too_large",
                    text(QT_TRANSLATE_NOOP("Engine", "%1 is larger than 16 MiB, which no script should be. Keep its data in another file."), filePath));
    const QByteArray body = file.read(file.size()); // QFile makes room for all that is asked for
    return ScriptFile{path, body, QCryptographicHash::hash(body, QCryptographicHash::Sha256).toHex()};
}

} // namespace

Result<QString> locateInRoots(const QString &filePath, const QStringList &roots)
{
    if (filePath.isEmpty() || filePath.size() > longestPath || filePath.contains(QChar(u'\0')))
        return fail(ErrorKind::Invalid, "job.bad_request",
                    text(QT_TRANSLATE_NOOP("Engine", "file_path must be the path of a Python file: not empty, at most 4,096 characters, no NUL.")));
    QStringList canonicalRoots;
    for (const QString &root : roots)
        canonicalRoots += QFileInfo(root).canonicalFilePath();
    canonicalRoots.removeAll(QString());

    const auto isHeld = [](const QString &path, const QStringList &by) {
        return std::any_of(by.begin(), by.end(), [&path](const QString &root) { return isInside(path, root); });
    };
    bool isAnyInside = false;
    for (const QString &candidate : candidates(filePath, roots)) {
        const QFileInfo info(candidate);
        if (!info.exists()) {
            // What is not there has no canonical path; the lexical one tells nothing about other folders.
            isAnyInside = isAnyInside || isHeld(candidate, roots) || isHeld(candidate, canonicalRoots);
            continue;
        }
        if (!isHeld(info.canonicalFilePath(), canonicalRoots))
            return fail(outsideError(filePath));
        return info.canonicalFilePath();
    }
    if (!isAnyInside)
        return fail(outsideError(filePath));
    return fail(ErrorKind::NotFound, "job.file_not_found",
                text(QT_TRANSLATE_NOOP("Engine", "There is no file %1 in the script roots. Check its name, or put it there."), filePath));
}

Result<ScriptFile> loadScript(const QString &filePath, const QStringList &roots)
{
    const auto path = locateInRoots(filePath, roots);
    if (!path)
        return fail(path.error());
    if (!QFileInfo(*path).isFile())
        return fail(ErrorKind::Invalid, "job.not_a_file",
                    text(QT_TRANSLATE_NOOP("Engine", "%1 is not a file. Name the Python file that holds boot()."), filePath));
    return read(*path, filePath);
}

QStringList listScripts(const QStringList &roots, int most)
{
    QStringList found;
    for (const QString &root : roots) {
        const QString name = QFileInfo(root).fileName();
        QDirIterator files(root, {QStringLiteral("*.py")}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext() && found.size() < most) {
            const QString path = files.next();
            found += name + u'/' + QDir(root).relativeFilePath(path);
        }
    }
    found.sort();
    return found;
}

} // namespace kule
