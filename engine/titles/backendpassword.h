// SPDX-License-Identifier: GPL-3.0-or-later
// A password on its way from where secrets live to the thread of a cache or database that connects with it. Lives on the engine
// thread; read from the others, which wait for the place's first answer, and so the one thing here with a lock.
#pragma once
#include "secrets/secretservice.h"
#include "titles/backends.h"

#include <QMutex>
#include <QWaitCondition>

namespace kule {

class BackendPassword : public QObject
{
public:
    BackendPassword(SecretService &secrets, QString name);
    /// Outlived by this.
    PasswordSource source();
    /// Whoever waits is refused: engine.gone. Before those threads are joined.
    void close();

private:
    void fetch();
    void tell(Result<SecretPtr> answer);
    Result<SecretPtr> wait();

    SecretService &m_secrets;
    const QString m_name;
    QMutex m_mutex;
    QWaitCondition m_told;
    std::optional<Result<SecretPtr>> m_answer;
};

} // namespace kule
