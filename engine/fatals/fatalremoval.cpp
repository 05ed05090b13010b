// SPDX-License-Identifier: GPL-3.0-or-later
// FatalFolder where reports go and come back: the file first, as it is what counts, then its row.
#include "activity/activitylog.h"
#include "base/await.h"
#include "base/disk.h"
#include "fatals/fatalfolder.h"
#include "fatals/fatalindex.h"

namespace kule {
namespace {

constexpr qsizetype namesPerWrite = 500;
constexpr Milliseconds longestSleep = std::chrono::minutes(1); // the wall clock may be set while nothing happens here

} // namespace

Future<Result<Removal>> FatalFolder::remove(QString filename, Actor actor)
{
    return onPool(m_looking, [this, filename = std::move(filename), actor = std::move(actor)] { return removeOne(filename, actor); });
}

Future<Result<Removal>> FatalFolder::removeAll(FatalFilter filter, qint64 expected, Actor actor)
{
    return onPool(m_looking, [this, filter = std::move(filter), expected, actor = std::move(actor)] { return removeMany(filter, expected, actor); });
}

Future<Result<qint64>> FatalFolder::restore(QString undo, Actor actor)
{
    return onPool(m_looking, [this, undo = std::move(undo), actor = std::move(actor)] { return bringBack(undo, actor); });
}

Future<Result<std::vector<Removal>>> FatalFolder::removals()
{
    return onPool(m_writing, [this]() -> Result<std::vector<Removal>> { return m_trash.removals(m_clock.wallMs()); });
}

Result<Removal> FatalFolder::removeOne(const QString &filename, const Actor &actor)
{
    const qint64 now = m_clock.wallMs();
    Removal bin = m_trash.open(now, filename, actor.name);
    const auto done = m_trash.take(bin, filename);
    m_trash.close(bin);
    if (!done && done.error().kind != ErrorKind::NotFound)
        return fail(done.error());
    syncFolder(m_folder);
    // The file is what counts: a store that refuses is put right by the next look, and is said by its own trouble().
    const Done forgotten = await(m_store.write([=](Database &database) -> Done {
        if (auto gone = fatalindex::forget(database, filename); !gone || !done)
            return gone;
        return ActivityLog::note(database, now, actor, "fatal.delete", filename);
    }));
    announce({{}, {filename}});
    if (!done)
        return fail(done.error());
    post(this, [this] { expire(); });
    bin.count = 1;
    return bin;
}

Result<Removal> FatalFolder::removeMany(const FatalFilter &filter, qint64 expected, const Actor &actor)
{
    if (auto looked = look(FatalScan::Depth::Glance); !looked)
        return fail(looked.error());
    const auto names = await(m_store.read([&filter](Database &database) { return fatalindex::names(database, filter); }));
    if (!names)
        return fail(names.error());
    if (names->size() != expected) {
        Error error{ErrorKind::Conflict, "fatal.count_changed",
                    text(QT_TRANSLATE_NOOP("Engine", "There are now %1 such reports, not %2. Nothing was deleted; look at the list again."),
                         QString::number(names->size()), QString::number(expected)),
                    Json{{"count", names->size()}}, std::nullopt};
        return fail(std::move(error));
    }
    if (names->isEmpty())
        return Removal();
    const qint64 now = m_clock.wallMs();
    Removal bin = m_trash.open(now, filter.text, actor.name);
    std::optional<Error> refused;
    for (qsizetype first = 0; first < names->size(); first += namesPerWrite) {
        QStringList gone;
        for (const QString &name : names->mid(first, namesPerWrite)) {
            const auto done = m_trash.take(bin, name);
            bin.count += done ? 1 : 0;
            if (done || done.error().kind == ErrorKind::NotFound)
                gone << name;
            else
                refused = done.error();
        }
        syncFolder(m_folder);
        const bool isFirst = first == 0;
        const Done forgotten = await(m_store.write([=, said = bin.said](Database &database) -> Done {
            for (const QString &name : gone) {
                if (auto done = fatalindex::forget(database, name); !done)
                    return done;
            }
            // With the first ones, so that an engine that dies over the others has said it.
            return isFirst ? ActivityLog::note(database, now, actor, "fatal.delete", QString::number(expected), said) : Done();
        }));
        announce({{}, gone});
        if (!forgotten)
            return fail(forgotten.error());
    }
    m_trash.close(bin);
    post(this, [this] { expire(); });
    if (refused) {
        refused->details = Json{{"deleted", bin.count}, {"left", expected - bin.count}, {"undo", bin.count > 0 ? bin.undo : QString()}};
        return fail(*refused);
    }
    return bin;
}

Future<Result<qint64>> FatalFolder::erase(QStringList filenames)
{
    return onPool(m_looking, [this, filenames = std::move(filenames)] { return eraseNow(filenames); });
}

Result<qint64> FatalFolder::eraseNow(const QStringList &filenames)
{
    QStringList gone;
    std::optional<Error> refused;
    for (const QString &name : filenames) {
        const auto done = removeFatal(m_folder, name);
        if (done || done.error().kind == ErrorKind::NotFound)
            gone << name;
        else
            refused = done.error();
    }
    syncFolder(m_folder);
    const auto forgotten = await(m_store.write([gone](Database &database) -> Done {
        for (const QString &name : gone) {
            if (auto done = fatalindex::forget(database, name); !done)
                return done;
        }
        return {};
    }));
    announce({{}, gone});
    if (!forgotten || (gone.isEmpty() && refused))
        return fail(forgotten ? *refused : forgotten.error());
    return gone.size();
}

Result<qint64> FatalFolder::bringBack(const QString &undo, const Actor &actor)
{
    const qint64 now = m_clock.wallMs();
    const auto restored = m_trash.restore(undo, now);
    if (!restored)
        return fail(restored.error());
    (void)look(FatalScan::Depth::Names); // a store that refuses is put right by the next look
    const auto noted = await(m_store.write([=, count = restored->names.size(), said = restored->removal.said](Database &database) {
        return ActivityLog::note(database, now, actor, "fatal.restore", QString::number(count), said);
    }));
    (void)noted;
    return restored->names.size();
}

// What is final goes for good; then again when the next one is.
void FatalFolder::expire()
{
    const auto next = onPool(m_looking, [this]() -> Result<std::optional<qint64>> { return m_trash.expire(m_clock.wallMs()); });
    whenDone(next, this, [this](const Result<std::optional<qint64>> &until) {
        m_expiry.reset();
        if (!until || !*until)
            return;
        const Milliseconds wait = std::clamp(Milliseconds(**until - m_clock.wallMs()), Milliseconds(0), longestSleep);
        m_expiry = m_clock.after(wait, this, [this] { expire(); });
    });
}

} // namespace kule
