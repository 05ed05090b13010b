// SPDX-License-Identifier: GPL-3.0-or-later
#include "bots/botclaim.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace kule {
namespace {

using namespace std::chrono_literals;

// Something else may unlock the keychain, which tells nobody.
constexpr Milliseconds betweenTries = 30s;

bool mayChange(const Error &error)
{
    return secreterror::isOfPlace(error) || error.code == "secrets.busy";
}

QString lockFile(const QString &folder, QByteArrayView token)
{
    return folder + QStringLiteral("/bot-%1.lock").arg(QString::fromLatin1(token.first(std::max<qsizetype>(token.indexOf(':'), 0))));
}

Error runsElsewhere(qint64 pid)
{
    return {ErrorKind::Conflict, "bot.runs_elsewhere", text(QT_TRANSLATE_NOOP("Engine", "Another Kule on this computer (process %1) runs this bot. Stop it there."), QString::number(pid)),
            Json{{"pid", pid}}, std::nullopt};
}

} // namespace

BotClaim::BotClaim(SecretService &secrets, Clock &clock, QString lockFolder, BotId bot)
    : m_secrets(secrets)
    , m_clock(clock)
    , m_lockFolder(std::move(lockFolder))
    , m_name(secretname::botToken(bot.value))
{
    connect(&m_secrets, &SecretService::valueChanged, this, [this](const QString &name) {
        if (m_isWaiting && (name.isEmpty() || name == m_name))
            read();
    });
}

void BotClaim::begin()
{
    read();
}

void BotClaim::read()
{
    if (std::exchange(m_isReading, true))
        return;
    m_timer.reset();
    whenDone(m_secrets.read(m_name), this, [this](const Result<SecretPtr> &token) {
        m_isReading = false;
        if (token) {
            m_isWaiting = false;
            return lock(*token);
        }
        m_isWaiting = mayChange(token.error());
        if (!m_isWaiting)
            return Q_EMIT refused(token.error());
        m_timer = m_clock.after(betweenTries, this, [this] { read(); });
        Q_EMIT waiting(token.error().message);
    });
}

void BotClaim::lock(const SecretPtr &token)
{
    QDir().mkpath(m_lockFolder);
    m_lock.emplace(lockFile(m_lockFolder, token->view()));
    switch (m_lock->tryHold()) {
    case DataLock::Outcome::Held:
        return Q_EMIT held(token);
    case DataLock::Outcome::Taken:
        return Q_EMIT refused(runsElsewhere(m_lock->owner()));
    case DataLock::Outcome::Failed:
        return Q_EMIT refused({ErrorKind::Unavailable, "bot.no_lock",
                               text(QT_TRANSLATE_NOOP("Engine", "The bot's lock could not be made in %1: %2. Check the folder."), QDir::toNativeSeparators(m_lockFolder), m_lock->reason()), nullptr,
                               std::nullopt});
    }
}

Done BotClaim::check(const QString &lockFolder, QByteArrayView token)
{
    const QString file = lockFile(lockFolder, token);
    if (!QFileInfo::exists(file))
        return {};
    DataLock lock(file);
    const bool isElsewhere = lock.tryHold() == DataLock::Outcome::Taken && lock.owner() != QCoreApplication::applicationPid();
    return isElsewhere ? fail(runsElsewhere(lock.owner())) : Done();
}

} // namespace kule
