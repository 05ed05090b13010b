// SPDX-License-Identifier: GPL-3.0-or-later
#include "titles/backendpassword.h"

#include "base/async.h"

namespace kule {

BackendPassword::BackendPassword(SecretService &secrets, QString name)
    : m_secrets(secrets)
    , m_name(std::move(name))
{
    connect(&secrets, &SecretService::valueChanged, this, [this](const QString &changed) {
        if (changed.isEmpty() || changed == m_name)
            fetch();
    });
    fetch();
}

PasswordSource BackendPassword::source()
{
    return [this] { return wait(); };
}

void BackendPassword::fetch()
{
    whenDone(m_secrets.read(m_name), this, [this](Result<SecretPtr> answer) {
        const bool isNone = !answer && answer.error().code == "secrets.not_found";
        tell(isNone ? Result<SecretPtr>() : std::move(answer));
    });
}

void BackendPassword::close()
{
    disconnect(&m_secrets, nullptr, this, nullptr);
    tell(fail(detail::goneError()));
}

void BackendPassword::tell(Result<SecretPtr> answer)
{
    const QMutexLocker lock(&m_mutex);
    m_answer = std::move(answer);
    m_told.wakeAll();
}

Result<SecretPtr> BackendPassword::wait()
{
    QMutexLocker lock(&m_mutex);
    while (!m_answer)
        m_told.wait(&m_mutex);
    return *m_answer;
}

} // namespace kule
