// SPDX-License-Identifier: GPL-3.0-or-later
#include "overview/overviewreader.h"

#include "overview/overviewrows.h"
#include "store/store.h"

#include <filesystem>

namespace kule {
namespace {

void lookAtDisk(Overview &overview, const QString &folder)
{
    std::error_code isUnknown;
    const auto space = std::filesystem::space(folder.toStdU16String(), isUnknown);
    if (isUnknown)
        return;
    overview.freeBytes = static_cast<qint64>(space.available);
    overview.diskBytes = static_cast<qint64>(space.capacity);
}

} // namespace

OverviewReader::OverviewReader(Store &store, const Clock &clock, QString dataFolder, BringUpToDate bringUpToDate)
    : m_store(store)
    , m_clock(clock)
    , m_dataFolder(std::move(dataFolder))
    , m_bringUpToDate(std::move(bringUpToDate))
{
}

Future<Result<Overview>> OverviewReader::read()
{
    return ask(this, [this] {
        const Promise<Result<Overview>> promise;
        auto rows = m_store.read([now = m_clock.wallMs(), folder = m_dataFolder](Database &database) {
            auto overview = overviewrows::read(database, now);
            if (overview)
                lookAtDisk(*overview, folder);
            return overview;
        });
        whenDone(rows, this, [this, promise](Result<Overview> overview) {
            if (overview) {
                overview->trouble = m_store.trouble();
                bringUpToDate(*overview);
            }
            promise.answer(std::move(overview));
        });
        return promise.future();
    });
}

void OverviewReader::bringUpToDate(Overview &overview) const
{
    for (std::vector<Job> *list : {&overview.running, &overview.waiting}) {
        for (Job &job : *list)
            m_bringUpToDate(job);
    }
    // What has gone on since the rows were read is told by its own signal; a list never shows a job of another state.
    std::erase_if(overview.running, [](const Job &job) { return job.state != JobState::Running; });
    std::erase_if(overview.waiting, [](const Job &job) { return job.state != JobState::Queued; });
    std::stable_sort(overview.waiting.begin(), overview.waiting.end(), [](const Job &a, const Job &b) { return a.position.value_or(0) < b.position.value_or(0); });
}

} // namespace kule
