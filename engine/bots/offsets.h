// SPDX-License-Identifier: GPL-3.0-or-later
// Which updates are new, and which offset confirms those that came. Pure. Remembers the ids of late, as they may come twice
// (a confirmation that was lost) or out of order (a webhook); it may not rely on growing ids, since Telegram begins anew
// at a random one after a quiet week. The store has the last word by the inbox's key; this spares it the question.
#pragma once
#include "bots/botids.h"

#include <QSet>

#include <deque>
#include <vector>

namespace kule {

class UpdateOffsets
{
public:
    static constexpr std::size_t remembered = 4096;

    UpdateOffsets() = default;
    /// As a former engine left it: the offset, and the newest ids that it took.
    UpdateOffsets(qint64 offset, const std::vector<UpdateId> &taken);

    /// True the first time.
    bool take(UpdateId id);
    /// Takes it back: it could not be stored, so it must be new when it comes again.
    void giveBack(UpdateId id);
    /// What getUpdates is to be asked for after this batch, which is in the store now.
    void confirm(const std::vector<UpdateId> &batch);
    /// 0: whatever Telegram has.
    qint64 offset() const { return m_offset; }

private:
    qint64 m_offset = 0;
    QSet<UpdateId> m_taken;
    std::deque<UpdateId> m_order;
};

} // namespace kule
