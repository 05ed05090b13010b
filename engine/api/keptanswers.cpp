// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/keptanswers.h"

namespace kule {
namespace {

constexpr qsizetype overhead = 256; // of an entry beside its text

} // namespace

std::optional<QByteArray> KeptAnswers::find(const QString &name, quint64 history)
{
    const std::lock_guard lock(m_mutex);
    const Answer *answer = m_answers.object(name);
    return answer && answer->history == history ? std::optional(answer->text) : std::nullopt;
}

void KeptAnswers::keep(const QString &name, quint64 history, QByteArray answer)
{
    const qsizetype cost = answer.size() + overhead;
    const std::lock_guard lock(m_mutex);
    m_answers.insert(name, new Answer{history, std::move(answer)}, cost);
}

} // namespace kule
