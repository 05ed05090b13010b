// SPDX-License-Identifier: GPL-3.0-or-later
#include "fatals/fatalfolder.h"

#include "base/await.h"
#include "base/disk.h"
#include "fatals/fatalindex.h"
#include "fatals/fatalname.h"

#include <QFileInfo>
#include <QUuid>

namespace kule {
namespace {

using namespace std::chrono_literals;

constexpr Milliseconds settleTime = 200ms; // many changes at once make one look
constexpr Milliseconds deepEvery = 5min;   // for edits in place, and for shares that tell nothing
constexpr Milliseconds firstRetry = 1s;
constexpr Milliseconds slowestRetry = 60s;
constexpr qsizetype mostAnnounced = 100;
constexpr int pendingAtOnce = 16;
constexpr QByteArrayView byteOrderMark("\xEF\xBB\xBF"); // some editors put it before JSON, where it must not be

} // namespace

FatalFolder::FatalFolder(QString folder, Store &store, SettingsService &settings, Clock &clock, const Redactor &redactor)
    : m_folder(std::move(folder))
    , m_unfinished(unfinishedPrefix + QUuid::createUuid().toString(QUuid::Id128).left(12))
    , m_store(store)
    , m_clock(clock)
    , m_redactor(redactor)
    , m_groupCap(settings.current().number(Setting::FatalsGroupCap))
    , m_scan(m_folder, store)
    , m_trash(m_folder)
    , m_retryDelay(firstRetry)
{
    qRegisterMetaType<Fatal>();
    m_looking.setMaxThreadCount(1);
    m_writing.setMaxThreadCount(4);
    connect(&settings, &SettingsService::changed, this, [this](const Settings &now) { m_groupCap = now.number(Setting::FatalsGroupCap); });
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, [this] { lookSoon(); });
    m_looking.start([this] { m_scan.sweep(m_unfinished); });
    expire();
    lookNow(FatalScan::Depth::Contents);
    lookDeepLater();
    retry();
}

FatalFolder::~FatalFolder()
{
    m_scan.interrupt();
    m_looking.clear();
    m_looking.waitForDone();
    m_writing.waitForDone();
}

template <class F>
auto FatalFolder::afterLook(F query)
{
    using R = std::invoke_result_t<F, Database &>;
    const Promise<R> promise;
    m_looking.start([this, promise, query = std::move(query)] {
        const Done looked = look(FatalScan::Depth::Glance);
        // The next look need not wait for this reading.
        m_writing.start([this, promise, query, looked] { promise.answer(looked ? await(m_store.read(query)) : R(tl::unexpected(looked.error()))); });
    });
    return promise.future();
}

Future<Result<Page<Fatal>>> FatalFolder::list(FatalFilter filter, PageRequest page)
{
    return afterLook([filter = std::move(filter), page = std::move(page)](Database &database) { return fatalindex::list(database, filter, page); });
}

Future<Result<Page<FatalGroup>>> FatalFolder::groups(FatalFilter filter, PageRequest page)
{
    return afterLook([filter = std::move(filter), page = std::move(page)](Database &database) { return fatalindex::groups(database, filter, page); });
}

Future<Result<FatalReport>> FatalFolder::read(QString filename)
{
    return onPool(m_writing, [this, filename = std::move(filename)] { return report(filename); });
}

Future<Result<RecordedFatal>> FatalFolder::write(FatalDraft draft)
{
    return onPool(m_writing, [this, draft = std::move(draft)]() -> Result<RecordedFatal> { return record(draft); });
}

void FatalFolder::indexed(const RecordedFatal &recorded)
{
    if (recorded.isPending) {
        m_hasNewPending = true;
        if (!m_isRetrying && !m_retryTimer)
            retryLater();
    }
    if (!recorded.fatal.filename.isEmpty())
        Q_EMIT appeared(recorded.fatal);
    else
        Q_EMIT changedMuch();
}

Future<Result<std::vector<RecordedFatal>>> FatalFolder::unclaimed(std::vector<std::pair<JobId, int>> attempts)
{
    return onPool(m_looking, [this, attempts = std::move(attempts)]() -> Result<std::vector<RecordedFatal>> {
        if (auto looked = look(FatalScan::Depth::Names); !looked)
            return fail(looked.error());
        std::vector<RecordedFatal> found;
        for (const auto &[job, attempt] : attempts) {
            const auto names = await(m_store.read([id = job, number = attempt](Database &database) { return fatalindex::namesOf(database, id, number); }));
            if (!names)
                return fail(names.error());
            for (const QString &name : *names) {
                const auto body = readFatal(m_folder, name);
                if (!body)
                    continue;
                const FatalEntry entry = fatalEntry(name, *body, body->size(), modifiedAt(m_folder, name));
                found.push_back({entry.fatal, *body, entry.place, entry.reason, entry.modified});
                break;
            }
        }
        return found;
    });
}

void FatalFolder::lookSoon()
{
    if (!m_lookTimer) {
        m_lookTimer = m_clock.after(settleTime, this, [this] {
            m_lookTimer.reset();
            lookNow(FatalScan::Depth::Names);
        });
    }
}

void FatalFolder::lookNow(FatalScan::Depth depth)
{
    m_looking.start([this, depth] {
        (void)look(depth);
        post(this, [this] { watch(); });
    });
}

void FatalFolder::lookDeepLater()
{
    m_deepTimer = m_clock.after(deepEvery, this, [this] {
        lookNow(FatalScan::Depth::Contents);
        lookDeepLater();
    });
}

void FatalFolder::watch()
{
    // A folder that vanished drops out of the watcher and is taken up again here.
    if (m_watcher.directories().isEmpty() && QFileInfo::exists(m_folder))
        m_watcher.addPath(m_folder);
}

void FatalFolder::retryPending()
{
    m_retryDelay = firstRetry;
    // One that is under way may have found the folder as it was before somebody mended it and asked.
    m_isAskedAgain = m_isRetrying;
    if (!m_isRetrying)
        retry();
}

void FatalFolder::retryLater()
{
    m_retryTimer = m_clock.after(m_retryDelay, this, [this] { retry(); });
}

void FatalFolder::retry()
{
    m_retryTimer.reset();
    m_isRetrying = true;
    m_hasNewPending = false;
    whenDone(onPool(m_looking, [this] { return writePending(); }), this, [this](const Done &written) {
        m_isRetrying = false;
        m_retryDelay = written ? firstRetry : std::min(m_retryDelay * 2, slowestRetry);
        if (std::exchange(m_isAskedAgain, false))
            retry();
        else if (!written || m_hasNewPending)
            retryLater();
    });
}

Done FatalFolder::look(FatalScan::Depth depth)
{
    auto changes = m_scan.look(depth);
    if (!changes)
        return fail(changes.error());
    announce(std::move(*changes));
    return {};
}

void FatalFolder::announce(FolderChanges changes)
{
    if (changes.isEmpty())
        return;
    post(this, [this, changes = std::move(changes)] {
        if (static_cast<qsizetype>(changes.appeared.size()) + changes.removed.size() > mostAnnounced) {
            Q_EMIT changedMuch();
            return;
        }
        for (const Fatal &fatal : changes.appeared)
            Q_EMIT appeared(fatal);
        for (const QString &name : changes.removed)
            Q_EMIT removed(name);
    });
}

Done FatalFolder::writePending()
{
    // First, as a file that was written just before a crash settles its report.
    if (auto looked = look(FatalScan::Depth::Names); !looked)
        return looked;
    std::optional<Error> refused;
    fatalindex::Pending last;
    while (true) {
        const auto reports = await(m_store.read([last](Database &database) { return fatalindex::pendingAfter(database, last, pendingAtOnce); }));
        if (!reports)
            return fail(reports.error());
        if (reports->empty())
            return refused ? Done(fail(*refused)) : Done();
        // One that can never be written holds up no other; a folder that takes none is not asked for each of thousands.
        bool isAnyWritten = false;
        for (const auto &report : *reports) {
            if (const auto written = writePending(report))
                isAnyWritten = true;
            else
                refused = written.error();
        }
        if (!isAnyWritten)
            return fail(*refused);
        last = reports->back();
    }
}

Done FatalFolder::writePending(const fatalindex::Pending &report)
{
    const Json id = parseJson(report.body, nullptr, deepestReport).value_or(Json::object()).value("process_id", Json(report.job.value));
    const auto name = writeFatal(m_folder, unfinishedName(), fatalStem(id), report.body);
    if (!name)
        return fail(name.error());
    const FatalEntry entry = fatalEntry(*name, report.body, report.body.size(), modifiedAt(m_folder, *name));
    const auto settled = await(m_store.write([entry](Database &database) { return fatalindex::put(database, entry); }));
    if (!settled)
        return fail(settled.error());
    announce({{entry.fatal}, {}});
    return {};
}

RecordedFatal FatalFolder::record(const FatalDraft &draft)
{
    const bool hasFrames = draft.frames.is_array() && !draft.frames.empty();
    const std::optional<qint64> exitCode = draft.exitCode ? std::optional<qint64>(*draft.exitCode) : std::nullopt;
    const Fingerprint print = fingerprintOf({draft.type, draft.file, hasFrames ? draft.frames : framesOf(draft.traceback), draft.signal, exitCode});
    RecordedFatal recorded;
    recorded.body = m_redactor.redactedJson(fatalBody(draft, print.hex));
    recorded.fatal = fatalEntry(QString(), recorded.body, recorded.body.size(), draft.time).fatal;
    const QString words = draft.error.english();
    if (!draft.error.args.empty() && m_redactor.redacted(words) == words)
        recorded.fatal.error = draft.error; // its file holds the English words alone
    recorded.place = print.place;
    recorded.reason = print.reason;
    const auto kept = await(m_store.read([&print](Database &database) { return fatalindex::kept(database, print.hex); }));
    if (kept.value_or(0) >= m_groupCap)
        return recorded;
    const auto name = writeFatal(m_folder, unfinishedName(), fatalStem(m_redactor.redacted(draft.processId)), recorded.body);
    if (name) {
        recorded.fatal.filename = *name;
        recorded.modified = modifiedAt(m_folder, *name);
    }
    recorded.isPending = !name;
    return recorded;
}

Result<FatalReport> FatalFolder::report(const QString &filename)
{
    auto body = readFatal(m_folder, filename);
    if (!body)
        return fail(body.error());
    // An edit in place leaves the folder's own time alone, so this is where it is noticed soonest.
    m_looking.start([this, filename] {
        if (auto changes = m_scan.lookAt(filename))
            announce(std::move(*changes));
    });
    if (body->startsWith(byteOrderMark))
        body->remove(0, byteOrderMark.size());
    auto json = parseJson(*body, nullptr, deepestReport);
    if (!json)
        return fail(ErrorKind::Broken, "fatal.unreadable",
                    text(QT_TRANSLATE_NOOP("Engine", "%1 is not valid JSON. Mend it in the fatals folder or delete it."), filename));
    return FatalReport{std::move(*body), std::move(*json)};
}

QString FatalFolder::unfinishedName()
{
    return m_unfinished + u'-' + QString::number(m_written++);
}

} // namespace kule
