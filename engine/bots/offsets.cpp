// SPDX-License-Identifier: GPL-3.0-or-later
#include "bots/offsets.h"

#include <algorithm>

namespace kule {

UpdateOffsets::UpdateOffsets(qint64 offset, const std::vector<UpdateId> &taken)
    : m_offset(offset)
{
    for (const UpdateId id : taken)
        (void)take(id);
}

bool UpdateOffsets::take(UpdateId id)
{
    if (m_taken.contains(id))
        return false;
    m_taken.insert(id);
    m_order.push_back(id);
    if (m_order.size() > remembered) {
        m_taken.remove(m_order.front());
        m_order.pop_front();
    }
    return true;
}

void UpdateOffsets::giveBack(UpdateId id)
{
    if (m_taken.remove(id))
        std::erase(m_order, id);
}

void UpdateOffsets::confirm(const std::vector<UpdateId> &batch)
{
    if (!batch.empty())
        m_offset = *std::max_element(batch.begin(), batch.end()) + 1;
}

} // namespace kule
