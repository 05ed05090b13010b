// SPDX-License-Identifier: GPL-3.0-or-later
// Takes a bot's updates in: stores them, lets the bot's kind react to each, and writes what came of it in the transaction that
// ends the update. What can be said at once is said in the transaction that stores the update, and begun in it when it may leave.
// Lives on the bots' thread. Handles several chats at once, the updates of one chat in order.
#pragma once
#include "bots/kinds/behaviour.h"
#include "bots/offsets.h"
#include "bots/sender.h"
#include "bots/telegram/telegramclient.h"
#include "net/backoff.h"
#include "store/store.h"

#include <QRandomGenerator>

#include <deque>

namespace kule {

class Intake final : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        Store &store;
        TelegramClient &telegram;
        BotBehaviour &behaviour;
        Sender &sender;
        Clock &clock;
        qint64 bot;
        quint32 seed;
    };
    Intake(Parts parts, int quantity);

    /// Reads where a former run stood and takes up what it left. Answers with the offset to poll from.
    Future<Result<qint64>> start();
    /// Answers once the batch is stored: only then may it be confirmed. With the next offset.
    Future<Result<qint64>> take(std::vector<TelegramUpdate> batch, bool confirms);
    void setQuantity(int quantity);
    /// Begins nothing more; idle() follows.
    void stop();
    bool isIdle() const { return m_busy.isEmpty(); }

Q_SIGNALS:
    void idle();

private:
    struct Batch;
    void store(const std::shared_ptr<Batch> &batch, const SaidAtOnce &saidAtOnce);
    void line(TelegramUpdate update);
    void pump();
    /// The one that turns on the button that was pressed.
    void endCircle(const TelegramUpdate &update);
    void handle(const TelegramUpdate &update, int tries);
    void conclude(const TelegramUpdate &update, const Result<Reaction> &reaction, int tries);
    void ended(ChatId chat);

    Parts m_parts;
    int m_quantity;
    UpdateOffsets m_offsets;
    QHash<ChatId, std::deque<TelegramUpdate>> m_waiting;
    std::deque<ChatId> m_turns;
    QSet<ChatId> m_busy;
    QHash<ChatId, int> m_arriving; ///< by chat, how many batches with updates of it are being stored
    bool m_isRunning = false;
    QRandomGenerator m_chance;
    QHash<ChatId, std::shared_ptr<Clock::Timer>> m_retries;
};

} // namespace kule
