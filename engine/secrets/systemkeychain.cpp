// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/systemkeychain.h"

#include "secrets/platform/glibpump.h"
#include "secrets/platform/secretservice.h"

#include <QCoreApplication>
#include <QThread>

#include <qt6keychain/keychain.h>

namespace kule {
namespace {

Error errorOf(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::EntryNotFound:
        return secreterror::notFound(job.key());
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
        return secreterror::denied();
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return secreterror::absent(job.errorString());
    case QKeychain::NoError:
    case QKeychain::CouldNotDeleteEntry:
    case QKeychain::OtherError:
        break;
    }
    return secreterror::failed(job.errorString());
}

void erase(QByteArray &bytes)
{
    scrub(bytes.data(), static_cast<std::size_t>(bytes.size()));
}

class KeychainThread final : public QThread
{
public:
    /// Runs until the application object goes.
    static KeychainThread &only()
    {
        static auto *const thread = [] {
            auto *made = new KeychainThread;
            made->setObjectName(QStringLiteral("keychain"));
            made->m_pump.moveToThread(made);
            made->start();
            qAddPostRoutine([] {
                only().quit();
                only().wait();
            });
            return made;
        }();
        return *thread;
    }
    GlibPump &pump() { return m_pump; }

private:
    GlibPump m_pump;
};

} // namespace

SystemKeychain::SystemKeychain()
    : m_anchor(new QObject)
{
    m_anchor->moveToThread(&KeychainThread::only());
}

SystemKeychain::~SystemKeychain()
{
    m_anchor->deleteLater();
}

template <class T, class F, class G>
Future<Result<T>> SystemKeychain::perform(F makeJob, G valueOf)
{
    const Promise<Result<T>> promise;
    const auto begin = [anchor = m_anchor, promise, makeJob = std::move(makeJob), valueOf = std::move(valueOf)](const Done &ready) {
        if (!ready)
            return promise.answer(fail(ready.error()));
        GlibPump &pump = KeychainThread::only().pump();
        auto *job = makeJob(); // deletes itself behind its answer, and only then: the system still holds it
        pump.hold();
        connect(job, &QKeychain::Job::finished, &pump, [&pump] { pump.release(); });
        connect(job, &QKeychain::Job::finished, anchor, [job, promise, valueOf] {
            promise.answer(job->error() == QKeychain::NoError ? valueOf(*job) : Result<T>(fail(errorOf(*job))));
        });
        job->start();
    };
    post(m_anchor, [anchor = m_anchor, begin] { secretservice::check(anchor, begin); });
    return promise.future();
}

Future<Result<SecretPtr>> SystemKeychain::read(QString service, QString name)
{
    const auto make = [service = std::move(service), name = std::move(name)] {
        auto *job = new QKeychain::ReadPasswordJob(service);
        job->setKey(name);
        return job;
    };
    return perform<SecretPtr>(make, [](QKeychain::ReadPasswordJob &job) -> Result<SecretPtr> {
        QByteArray bytes = job.binaryData();
        auto value = std::make_shared<const Secret>(bytes);
        erase(bytes);
        return SecretPtr(std::move(value));
    });
}

Future<Done> SystemKeychain::write(QString service, QString name, SecretPtr value)
{
    const auto make = [service = std::move(service), name = std::move(name), value = std::move(value)] {
        auto *job = new QKeychain::WritePasswordJob(service);
        job->setKey(name);
        job->setBinaryData(value->view().toByteArray());
        return job;
    };
    return perform<void>(make, [](QKeychain::WritePasswordJob &) { return Done(); });
}

Future<Done> SystemKeychain::remove(QString service, QString name)
{
    const auto make = [service = std::move(service), name = std::move(name)] {
        auto *job = new QKeychain::DeletePasswordJob(service);
        job->setKey(name);
        return job;
    };
    return perform<void>(make, [](QKeychain::DeletePasswordJob &) { return Done(); });
}

Future<Done> SystemKeychain::unlock()
{
    const Promise<Done> promise;
    post(m_anchor, [anchor = m_anchor, promise] { secretservice::unlock(anchor, promise); });
    return promise.future();
}

} // namespace kule
