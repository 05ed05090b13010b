// SPDX-License-Identifier: GPL-3.0-or-later
// A store in a folder of its own, with one introduction bot in it.
#pragma once
#include "bots/tables/bottable.h"
#include "store/store.h"
#include "waitfor.h"

#include <QTemporaryDir>

namespace kule {

class OneBot
{
public:
    explicit OneBot(StoreFault fault = {})
    {
        auto opened = Store::open({m_home.filePath(QStringLiteral("kule.db")), m_home.filePath(QStringLiteral("backups")), std::move(fault), 1}, 1);
        m_store = std::move(opened.value());
        Bot bot;
        bot.id = BotId::random();
        bot.name = QStringLiteral("tanıtım");
        bot.config = {{"commands", Json::array()}};
        m_seq = waitFor(m_store->write([bot](Database &database) { return bottable::add(database, bot, {QStringLiteral("ayşe")}, 5); }))->seq;
    }
    Store &store() { return *m_store; }
    qint64 seq() const { return m_seq; }

    template <class F>
    auto write(F f)
    {
        return waitFor(m_store->write(std::move(f)));
    }
    /// What is written by now is in it; -1: it failed.
    qint64 count(const char *sql)
    {
        return waitFor(m_store->read([sql](Database &database) { return database.number(sql); })).value_or(-1);
    }

private:
    QTemporaryDir m_home;
    std::unique_ptr<Store> m_store;
    qint64 m_seq = 0;
};

} // namespace kule
