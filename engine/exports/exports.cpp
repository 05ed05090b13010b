// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/exports.h"

#include "base/await.h"
#include "exports/exportsources.h"
#include "secrets/redactor.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QSaveFile>
#include <QSemaphore>

namespace kule {
namespace {

constexpr int filesAtOnce = 2;
constexpr qint64 tellPause = 100; // ms

Error refused(const QString &file, const QString &reason)
{
    return {ErrorKind::Unavailable, "export.io",
            text(QT_TRANSLATE_NOOP("Engine", "%1 cannot be written: %2. Choose another place or make room."), file, reason), nullptr, std::nullopt};
}

} // namespace

std::optional<ExportFormat> exportFormatOf(QByteArrayView word)
{
    if (word == "csv")
        return ExportFormat::Csv;
    if (word == "excel")
        return ExportFormat::CsvForExcel;
    return word == "jsonl" ? std::optional(ExportFormat::JsonLines) : std::nullopt;
}

Exports::Exports(Store &store, JobService &jobs, FatalService &fatals, ActivityLog &activity, TitleService &titles, const Redactor &redactor)
    : m_store(store)
    , m_jobs(jobs)
    , m_fatals(fatals)
    , m_activity(activity)
    , m_titles(titles)
    , m_redactor(redactor)
{
    m_files.setMaxThreadCount(filesAtOnce);
}

Exports::~Exports()
{
    m_isStopping = true;
    m_files.waitForDone();
}

Future<Done> Exports::finish()
{
    m_isStopping = true;
    // As many as there are threads: the last one to come has seen all others go.
    const Promise<Done> promise;
    auto left = std::make_shared<std::atomic_int>(filesAtOnce);
    auto gate = std::make_shared<QSemaphore>();
    for (int i = 0; i < filesAtOnce; ++i) {
        m_files.start([promise, left, gate] {
            if (--*left > 0) {
                gate->acquire();
                return;
            }
            gate->release(filesAtOnce);
            promise.answer(Done());
        });
    }
    return promise.future();
}

std::unique_ptr<ExportSource> Exports::source(const ExportRequest &request)
{
    if (const auto *jobs = std::get_if<JobFilter>(&request.what))
        return exportJobs(m_store, m_jobs, *jobs, request.format);
    if (const auto *fatals = std::get_if<FatalFilter>(&request.what))
        return exportFatals(m_fatals, *fatals, request.format);
    if (const auto *log = std::get_if<LogText>(&request.what))
        return exportLog(m_jobs, *log);
    if (const auto *titles = std::get_if<TitleFilter>(&request.what))
        return exportTitles(m_titles, *titles, request.format);
    return exportActivity(m_activity, std::get<ActivityFilter>(request.what), request.format);
}

Future<Result<qint64>> Exports::toFile(ExportRequest request, QString file, std::shared_ptr<std::atomic_bool> isCancelled)
{
    if (!isCancelled)
        isCancelled = std::make_shared<std::atomic_bool>(false);
    return onPool(m_files, [this, request = std::move(request), file = std::move(file), isCancelled] { return write(request, file, *isCancelled); });
}

Result<qint64> Exports::write(const ExportRequest &request, const QString &file, const std::atomic_bool &isCancelled)
{
    // A device or a pipe would be replaced by a file.
    if (const QFileInfo there(file); there.exists() && !there.isFile())
        return fail(refused(file, QStringLiteral("not a regular file")));
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly))
        return fail(refused(file, out.errorString()));
    const auto from = source(request);
    RedactingStream redacting(m_redactor);
    QElapsedTimer sinceTold;
    sinceTold.start();
    while (true) {
        if (m_isStopping)
            return fail(detail::goneError());
        if (isCancelled)
            return fail(ErrorKind::Conflict, "export.cancelled", text(QT_TRANSLATE_NOOP("Engine", "The export was stopped; no file was written.")));
        const auto piece = await(from->next());
        if (!piece)
            return fail(piece.error());
        const QByteArray bytes = redacting.feed(piece->bytes) + (piece->isLast ? redacting.finish() : QByteArray());
        if (out.write(bytes) != bytes.size())
            return fail(refused(file, out.errorString()));
        if (piece->isLast || sinceTold.elapsed() >= tellPause) {
            sinceTold.restart();
            post(this, [this, file, done = piece->done, total = piece->total] { Q_EMIT progressed(file, done, total); });
        }
        if (!piece->isLast)
            continue;
        // A disk that fills up in the middle of a write is no error to commit(); flush() sees it.
        if (!out.flush() || !out.commit())
            return fail(refused(file, out.errorString()));
        return piece->done;
    }
}

} // namespace kule
