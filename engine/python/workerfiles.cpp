// SPDX-License-Identifier: GPL-3.0-or-later
#include "python/workerfiles.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

static void initWorkerResource()
{
    Q_INIT_RESOURCE(worker);
}

namespace kule {
namespace {

constexpr auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;

auto refused(const QString &what, const QString &why)
{
    return fail(ErrorKind::Unavailable, "python.files",
                text(QT_TRANSLATE_NOOP("Engine", "The files of the Python workers cannot be written to %1: %2. Free some space or make the folder writable."), what, why));
}

} // namespace

Result<QString> layOutWorkerFiles(const QString &runtime)
{
    initWorkerResource();
    const QDir embedded(QStringLiteral(":/python/kule_worker"));
    const QStringList names = embedded.entryList(QDir::Files, QDir::Name);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    std::vector<std::pair<QString, QByteArray>> files;
    for (const QString &name : names) {
        QFile file(embedded.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            return refused(name, file.errorString());
        files.emplace_back(name, file.readAll());
        hash.addData(name.toUtf8() + '\0' + QByteArray::number(files.back().second.size()) + '\0');
        hash.addData(files.back().second);
    }
    const QString folder = runtime + QStringLiteral("/worker-") + QString::fromLatin1(hash.result().toHex().left(16));
    const auto isWhole = [&] {
        for (const auto &[name, bytes] : files) {
            QFile file(folder + QStringLiteral("/kule_worker/") + name);
            if (!file.open(QIODevice::ReadOnly) || file.readAll() != bytes)
                return false;
        }
        return true;
    };
    if (isWhole())
        return folder;
    if (!QDir().mkpath(runtime) || !QFile::setPermissions(runtime, ownerOnly))
        return refused(runtime, QStringLiteral("the folder cannot be made"));
    // Written beside and renamed, so that no interpreter ever sees half of it.
    QTemporaryDir beside(runtime + QStringLiteral("/new-XXXXXX"));
    if (!beside.isValid() || !QDir(beside.path()).mkdir(QStringLiteral("kule_worker")))
        return refused(runtime, beside.errorString());
    for (const auto &[name, bytes] : files) {
        QFile file(beside.filePath(QStringLiteral("kule_worker/") + name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.flush())
            return refused(file.fileName(), file.errorString());
    }
    QDir(folder).removeRecursively(); // damaged, or not there
    if (!QDir().rename(beside.path(), folder) && !isWhole())
        return refused(folder, QStringLiteral("the folder cannot be renamed"));
    beside.setAutoRemove(false);
    return folder;
}

} // namespace kule
