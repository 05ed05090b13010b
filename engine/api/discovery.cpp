// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/discovery.h"

#include "api/platform/process.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryFile>

#include <filesystem>

namespace kule {
namespace {

constexpr qint64 largestFile = 64 << 10;

std::optional<Json> readObject(const QString &path)
{
    QFile file(path);
    if (!isOurFile(path) || !file.open(QIODevice::ReadOnly))
        return std::nullopt;
    auto json = parseJson(file.read(largestFile));
    return json && json->is_object() ? std::move(json) : std::nullopt;
}

qint64 pidOf(const Json &object)
{
    const auto pid = object.find("pid");
    return pid != object.end() && pid->is_number_integer() ? pid->get<qint64>() : 0;
}

std::filesystem::path native(const QString &path)
{
    return std::filesystem::path(path.toStdU16String());
}

} // namespace

Done writeDiscovery(const QString &file, const Discovery &discovery)
{
    const auto refused = [&file](const QString &reason) {
        return fail(ErrorKind::Unavailable, "discovery.not_written",
                    text(QT_TRANSLATE_NOOP("Engine", "%1 could not be written (%2), so other programs do not find this Kule by themselves. Make its folder writable."),
                         file, reason));
    };
    // QTemporaryFile is readable by its owner only from its first moment; a rename puts it in place whole.
    QTemporaryFile fresh(QFileInfo(file).absolutePath() + QStringLiteral("/.engine-XXXXXX"));
    if (!fresh.open())
        return refused(fresh.errorString());
    const QByteArray body = dumpJson(Json{{"pid", discovery.pid},
                                          {"url", discovery.url},
                                          {"version", discovery.version},
                                          {"key", discovery.key.view().toByteArray()}});
    if (fresh.write(body) != body.size() || !fresh.flush())
        return refused(fresh.errorString());
    fresh.close();
    std::error_code error;
    std::filesystem::rename(native(fresh.fileName()), native(file), error);
    if (error)
        return refused(QString::fromStdString(error.message()));
    fresh.setAutoRemove(false);
    return {};
}

Result<Discovery> readDiscovery(const QString &file)
{
    const auto json = readObject(file);
    if (!json || !isProcessAlive(pidOf(*json)))
        return fail(ErrorKind::Unavailable, "discovery.none",
                    text(QT_TRANSLATE_NOOP("Engine", "No Kule is running on this data folder. Start the console or kule serve.")));
    return Discovery{pidOf(*json), textOf(*json, "url"), textOf(*json, "version"), Secret(textOf(*json, "key").toUtf8())};
}

void removeDiscovery(const QString &file, qint64 pid)
{
    const auto json = readObject(file);
    if (json && pidOf(*json) == pid)
        QFile::remove(file);
}

} // namespace kule
