// SPDX-License-Identifier: GPL-3.0-or-later
// The fatals: reports as files of one folder, with their index. Built and destroyed on the engine thread. Two pools: one
// thread that looks at the folder and deletes in it, and some that write reports; they wait for the store, never for us.
#pragma once
#include "base/clock.h"
#include "fatals/fatalrecorder.h"
#include "fatals/fatalscan.h"
#include "fatals/fatalservice.h"
#include "fatals/fataltrash.h"
#include "secrets/redactor.h"
#include "settings/settingsservice.h"

#include <QFileSystemWatcher>
#include <QThreadPool>

namespace kule {

namespace fatalindex {
struct Pending;
}

class FatalFolder final : public FatalService, public FatalRecorder
{
    Q_OBJECT
public:
    FatalFolder(QString folder, Store &store, SettingsService &settings, Clock &clock, const Redactor &redactor);
    /// Reports that were handed over are written first.
    ~FatalFolder() override;

    Future<Result<Page<Fatal>>> list(FatalFilter filter, PageRequest page) override;
    Future<Result<Page<FatalGroup>>> groups(FatalFilter filter, PageRequest page) override;
    Future<Result<FatalReport>> read(QString filename) override;
    Future<Result<Removal>> remove(QString filename, Actor actor) override;
    Future<Result<Removal>> removeAll(FatalFilter filter, qint64 expected, Actor actor) override;
    Future<Result<qint64>> restore(QString undo, Actor actor) override;
    Future<Result<std::vector<Removal>>> removals() override;

    /// For good, without a way back: what is no longer kept. Answers how many went.
    Future<Result<qint64>> erase(QStringList filenames);

    Future<Result<RecordedFatal>> write(FatalDraft draft) override;
    void indexed(const RecordedFatal &recorded) override;
    Future<Result<std::vector<RecordedFatal>>> unclaimed(std::vector<std::pair<JobId, int>> attempts) override;

    /// Tries at once to write what the folder refused; unasked it is tried after 1 s, then at most 60 s apart. Engine thread.
    void retryPending();

private:
    template <class F>
    auto afterLook(F query);

    // Engine thread.
    void lookSoon();
    void lookNow(FatalScan::Depth depth);
    void lookDeepLater();
    void retryLater();
    void retry();
    void watch();
    void expire();

    // Looking thread.
    Done look(FatalScan::Depth depth);
    void announce(FolderChanges changes);
    Result<Removal> removeOne(const QString &filename, const Actor &actor);
    Result<Removal> removeMany(const FatalFilter &filter, qint64 expected, const Actor &actor);
    Result<qint64> eraseNow(const QStringList &filenames);
    Result<qint64> bringBack(const QString &undo, const Actor &actor);
    Done writePending();
    Done writePending(const fatalindex::Pending &report);

    // Writing threads.
    RecordedFatal record(const FatalDraft &draft);
    Result<FatalReport> report(const QString &filename);
    QString unfinishedName();

    const QString m_folder;
    const QString m_unfinished; ///< prefix of this engine's half-made files
    Store &m_store;
    Clock &m_clock;
    const Redactor &m_redactor;
    std::atomic_int m_groupCap;
    std::atomic_int m_written = 0;
    FatalScan m_scan;
    const FatalTrash m_trash;
    QFileSystemWatcher m_watcher;
    std::unique_ptr<Clock::Timer> m_lookTimer;
    std::unique_ptr<Clock::Timer> m_deepTimer;
    std::unique_ptr<Clock::Timer> m_retryTimer;
    std::unique_ptr<Clock::Timer> m_expiry;
    Milliseconds m_retryDelay;
    bool m_isRetrying = false;
    bool m_isAskedAgain = false;
    bool m_hasNewPending = false; ///< since the retry under way began: it may have looked too early
    QThreadPool m_looking;
    QThreadPool m_writing;
};

} // namespace kule
