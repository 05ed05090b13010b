// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/redactedmessages.h"

#include "secrets/redactor.h"

#include <QtGlobal>

#include <algorithm>
#include <mutex>

namespace kule {
namespace {

std::mutex mutex; // guards the list: a message may come from any thread while an engine goes
std::vector<const Redactor *> redactors;
QtMessageHandler former = nullptr;

void say(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    QString said = message;
    {
        const std::lock_guard lock(mutex);
        for (const Redactor *redactor : redactors)
            said = redactor->redacted(said);
    }
    former(type, context, said);
}

} // namespace

RedactedMessages::RedactedMessages(const Redactor &redactor)
    : m_redactor(redactor)
{
    const std::lock_guard lock(mutex);
    redactors.push_back(&redactor);
    // Once and for good: taken out in another order than they were put in, handlers would bring back each other.
    static const bool isInstalled = (former = qInstallMessageHandler(say)) != nullptr;
    Q_UNUSED(isInstalled)
}

RedactedMessages::~RedactedMessages()
{
    const std::lock_guard lock(mutex);
    redactors.erase(std::find(redactors.begin(), redactors.end(), &m_redactor));
}

} // namespace kule
