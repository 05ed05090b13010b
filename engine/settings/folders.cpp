// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/folders.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTemporaryFile>

namespace kule {
namespace {

// By hand where XDG rules: Qt warns on stderr at each start without a session, and its way out is a name in /tmp that
// anybody may take first. The engine and its clients must come to the same folder, so nothing but these two decides.
QString runtimeFolder([[maybe_unused]] const QString &data)
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
    const QFileInfo session(qEnvironmentVariable("XDG_RUNTIME_DIR"));
    return session.isAbsolute() && session.isDir() && session.isWritable() ? QDir::cleanPath(session.filePath()) + QStringLiteral("/kule")
                                                                          : data + QStringLiteral("/run");
#else
    return QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation) + QStringLiteral("/kule");
#endif
}

} // namespace

Folders Folders::resolve(const QString &namedData)
{
    Folders folders;
    const QString base = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/kule");
    folders.data = QDir::cleanPath(QDir(namedData.isEmpty() ? base : namedData).absolutePath());
    folders.settingsFile = namedData.isEmpty()
        ? QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + QStringLiteral("/kule/settings.json")
        : folders.data + QStringLiteral("/settings.json");
    folders.runtime = runtimeFolder(folders.data);
    return folders;
}

QString Folders::discoveryFile() const
{
    const QString canonical = QFileInfo(data).canonicalFilePath();
    const QByteArray name = QCryptographicHash::hash((canonical.isEmpty() ? data : canonical).toUtf8(), QCryptographicHash::Sha256);
    return runtime + QStringLiteral("/engine-") + QString::fromLatin1(name.toHex().left(16)) + QStringLiteral(".json");
}

Error Folders::notWritable(const QString &folder, const QString &reason)
{
    return {ErrorKind::Unavailable, "folders.not_writable",
            text(QT_TRANSLATE_NOOP("Engine", "The folder %1 cannot be written: %2. Make it writable or choose another with --data-dir."),
                 QDir::toNativeSeparators(folder), reason),
            nullptr, std::nullopt};
}

Done Folders::create() const
{
    const QFile::Permissions ownerOnly = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    const QStringList all{data, logs(), fatals(), packages(), runtime, QFileInfo(settingsFile).absolutePath()};
    for (const QString &folder : all) {
        const bool wasThere = QFileInfo(folder).isDir();
        if (!QDir().mkpath(folder))
            return fail(ErrorKind::Unavailable, "folders.not_writable",
                        text(QT_TRANSLATE_NOOP("Engine", "The folder %1 cannot be made. Choose another with --data-dir or make it writable."),
                             QDir::toNativeSeparators(folder)));
        if (!wasThere)
            QFile::setPermissions(folder, ownerOnly);
        QTemporaryFile probe(folder + QStringLiteral("/.probe-XXXXXX"));
        if (!probe.open())
            return fail(notWritable(folder, probe.errorString()));
    }
    return {};
}

} // namespace kule
