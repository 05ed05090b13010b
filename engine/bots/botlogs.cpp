// SPDX-License-Identifier: GPL-3.0-or-later
#include "bots/botlogs.h"

#include "base/await.h"

namespace kule {
namespace {

constexpr qint64 mostPending = 16 * 1024 * 1024;

} // namespace

BotLogs::BotLogs(QString folder, Clock &clock, const Redactor &redactor)
    : m_folder(std::move(folder))
    , m_clock(clock)
    , m_redactor(redactor)
{
    m_thread.setObjectName(QStringLiteral("bots' logs"));
    m_anchor.moveToThread(&m_thread);
    m_thread.start();
}

BotLogs::~BotLogs()
{
    // What was said before is written first.
    (void)await(ask(&m_anchor, [this]() -> Done {
        m_files.clear();
        return {};
    }));
    m_thread.quit();
    m_thread.wait();
}

BotLogFile &BotLogs::fileOf(const BotId &bot)
{
    return m_files.try_emplace(bot, baseOf(bot), cap, m_clock, m_redactor).first->second;
}

void BotLogs::append(const BotId &bot, QByteArray bytes)
{
    const qint64 size = bytes.size();
    if (m_pending.fetch_add(size) > mostPending) {
        m_pending -= size;
        m_dropped += size;
        return;
    }
    post(&m_anchor, [this, bot, bytes = std::move(bytes)] {
        BotLogFile &file = fileOf(bot);
        if (const qint64 dropped = m_dropped.exchange(0); dropped > 0)
            file.note(QStringLiteral("kule: %1 bytes came faster than the disk takes them, and were dropped.").arg(dropped));
        file.append(bytes);
        m_pending -= bytes.size();
    });
}

void BotLogs::note(const BotId &bot, const QString &line)
{
    post(&m_anchor, [this, bot, line] { fileOf(bot).note(QStringLiteral("kule: ") + line); });
}

void BotLogs::remove(const BotId &bot)
{
    post(&m_anchor, [this, bot] {
        fileOf(bot).remove();
        m_files.erase(bot);
    });
}

Future<Result<LogSlice>> BotLogs::read(BotId bot, qint64 offset, qint64 limit)
{
    return ask(&m_anchor, [this, bot = std::move(bot), offset, limit] { return readLog(baseOf(bot), offset, limit, false); });
}

Future<Result<LogSlice>> BotLogs::tail(BotId bot, qint64 bytes)
{
    return ask(&m_anchor, [this, bot = std::move(bot), bytes] { return readLogTail(baseOf(bot), bytes, false); });
}

} // namespace kule
