// SPDX-License-Identifier: GPL-3.0-or-later
#include "realconsole.h"

#include "engine.h"
#include "waitfor.h"

#include <QFile>

namespace kule {
namespace {

class RealRunning final : public Running
{
public:
    explicit RealRunning(std::unique_ptr<Engine> engine)
        : m_engine(std::move(engine))
    {
    }
    Console console() override { return {m_engine->services(), m_engine->api(), m_engine->folders()}; }
    std::shared_ptr<const Secret> takeFirstKey() override { return m_engine->takeFirstKey(); }

private:
    std::unique_ptr<Engine> m_engine;
};

} // namespace

RealConsole::RealConsole(Settings::Layer settings)
    : m_settings(std::move(settings))
    , folders(Folders::resolve(m_folder.filePath(QStringLiteral("kule"))))
    , theme(*qApp, ThemeChoice::Light)
    , languages(*qApp)
{
    writeScript(QStringLiteral("hello.py"), "def boot(*args, **kwargs):\n    print('hello')\n    return {'args': args}\n");
    writeScript(QStringLiteral("fails.py"), "def boot(*args, **kwargs):\n    raise ValueError('no')\n");
    start();
    for (const char *file : {"packages/hello.py", "packages/fails.py"}) {
        JobRequest request;
        request.processId = file;
        request.filePath = QString::fromLatin1(file);
        (void)ran(std::move(request));
    }
}

RealConsole::~RealConsole()
{
    stop();
}

void RealConsole::start()
{
    m_settings.insert(Setting::ApiPort, QStringLiteral("0"));
    startup.begin([flags = m_settings, where = folders]() -> Result<std::unique_ptr<Running>> {
        auto engine = Engine::start({flags, {}, where, Secret(), {}, true});
        if (!engine)
            return fail(engine.error());
        return std::make_unique<RealRunning>(std::move(*engine));
    });
    if (!waitUntil([this] { return startup.running() != nullptr; }))
        qFatal("the engine did not start");
}

void RealConsole::stop()
{
    bool hasStopped = false;
    QObject context;
    QObject::connect(&startup, &Startup::stopped, &context, [&hasStopped] { hasStopped = true; });
    startup.end();
    (void)waitUntil([&hasStopped] { return hasStopped; });
}

void RealConsole::writeScript(const QString &name, const QByteArray &code) const
{
    QDir().mkpath(folders.packages());
    QFile file(folders.packages() + u'/' + name);
    if (!file.open(QIODevice::WriteOnly) || file.write(code) != code.size())
        qFatal("the script could not be written");
}

JobDetail RealConsole::ran(JobRequest request)
{
    JobService &jobs = console().services.jobs;
    const auto submitted = waitFor(jobs.submit(std::move(request), {QStringLiteral("test")}));
    if (!submitted)
        qFatal("%s", qPrintable(submitted.error().message.english()));
    Result<JobDetail> now = JobDetail();
    (void)waitUntil([&] {
        now = waitFor(jobs.find(submitted->id));
        return now && !isOpen(now->job.state);
    });
    return now.value();
}

} // namespace kule
