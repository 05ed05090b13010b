// SPDX-License-Identifier: GPL-3.0-or-later
// What a filter shows as CSV, JSON Lines or text, piece by piece and never as a whole in memory: to whoever asks for pieces
// (the API), or into a file. Public calls from any thread.
#pragma once
#include "activity/activitylog.h"
#include "base/async.h"
#include "fatals/fatalservice.h"
#include "jobs/jobservice.h"
#include "titles/titleservice.h"

#include <QThreadPool>

#include <atomic>
#include <variant>

namespace kule {

class Redactor;

enum class ExportFormat {
    Csv,
    CsvForExcel, ///< begins with the mark by which Excel knows UTF-8
    JsonLines,
};
/// "csv", "excel", "jsonl"
std::optional<ExportFormat> exportFormatOf(QByteArrayView word);

struct LogText
{
    JobId job;
    int attempt = 0; ///< 0: the newest
};
struct ExportRequest
{
    std::variant<JobFilter, FatalFilter, ActivityFilter, TitleFilter, LogText> what;
    ExportFormat format = ExportFormat::Csv; ///< a log is plain text
};

struct ExportPiece
{
    QByteArray bytes;
    qint64 done = 0;  ///< rows so far; bytes of a log
    qint64 total = 0; ///< as it was when the first piece was asked for
    bool isLast = false;
};

/// One export on its way. next() is asked again only after its answer; dropping the source ends the export.
class ExportSource
{
public:
    virtual ~ExportSource() = default;
    virtual Future<Result<ExportPiece>> next() = 0;
};

class Exports : public QObject
{
    Q_OBJECT
public:
    /// What they name outlives it.
    Exports(Store &store, JobService &jobs, FatalService &fatals, ActivityLog &activity, TitleService &titles, const Redactor &redactor);
    ~Exports() override;
    /// Files that are being written are given up. Owner's thread; its loop must go on.
    Future<Done> finish();

    std::unique_ptr<ExportSource> source(const ExportRequest &request);

    /// Into the file, which is there whole or not at all; one of that name is replaced. Setting isCancelled ends it early.
    /// Answers the rows. export.io (the system's reason), export.cancelled
    Future<Result<qint64>> toFile(ExportRequest request, QString file, std::shared_ptr<std::atomic_bool> isCancelled = {});

Q_SIGNALS:
    /// Of toFile(), at most ten a second.
    void progressed(QString file, qint64 done, qint64 total);

private:
    Result<qint64> write(const ExportRequest &request, const QString &file, const std::atomic_bool &isCancelled);

    Store &m_store;
    JobService &m_jobs;
    FatalService &m_fatals;
    ActivityLog &m_activity;
    TitleService &m_titles;
    const Redactor &m_redactor;
    std::atomic_bool m_isStopping = false;
    QThreadPool m_files;
};

} // namespace kule
