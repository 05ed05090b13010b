// SPDX-License-Identifier: GPL-3.0-or-later
#include "bots/script/environmentmaker.h"

#include "bots/scriptrun.h"
#include "python/interpreter.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace kule {
namespace {

const QString currentFile = QStringLiteral("/current"); ///< holds the name of the folder that counts

#ifdef Q_OS_WIN
const QString programs = QStringLiteral("/Scripts");
const QString pythonFile = programs + QStringLiteral("/python.exe");
#else
const QString programs = QStringLiteral("/bin");
const QString pythonFile = programs + QStringLiteral("/python");
#endif

/// Later ones sort behind earlier ones.
QString freshName(const Clock &clock)
{
    return QStringLiteral("%1").arg(clock.wallMs(), 16, 10, QLatin1Char('0'));
}

} // namespace

QString environments::pythonIn(const QString &folder)
{
    QFile file(folder + currentFile);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QString current = QString::fromLatin1(file.read(100).trimmed());
    const QString python = folder + u'/' + current + pythonFile;
    if (current.isEmpty() || current.contains(u'/') || !QFileInfo(python).isExecutable())
        return {};
    for (const QString &name : QDir(folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        if (name < current)
            QDir(folder + u'/' + name).removeRecursively();
    }
    return python;
}

void environments::enter(QProcessEnvironment &environment, const QString &venv)
{
    const QString path = QDir::toNativeSeparators(venv + programs);
    environment.insert(QStringLiteral("VIRTUAL_ENV"), QDir::toNativeSeparators(venv));
    environment.insert(QStringLiteral("PATH"), path + QDir::listSeparator() + environment.value(QStringLiteral("PATH")));
}

EnvironmentMaker::EnvironmentMaker(Order order, Clock &clock, BotLogs &logs, QThreadPool &disk)
    : m_order(std::move(order))
    , m_clock(clock)
    , m_logs(logs)
    , m_disk(disk)
    , m_venv(m_order.folder + u'/' + freshName(clock))
{
}

EnvironmentMaker::~EnvironmentMaker()
{
    m_process.reset();
    if (!m_isKept)
        m_disk.start([venv = m_venv] { QDir(venv).removeRecursively(); });
}

QString EnvironmentMaker::pythonThere() const
{
    return m_venv + pythonFile;
}

void EnvironmentMaker::start()
{
    struct Found
    {
        QString folder;
        QString requirements;
    };
    const auto looking = onPool(m_disk, [config = m_order.config, roots = m_order.roots, folder = m_order.folder]() -> Result<Found> {
        const auto place = locateScript(config, roots);
        if (!place)
            return fail(place.error());
        if (!place->program.isEmpty())
            return fail(ErrorKind::Conflict, "bot.no_python", text(QT_TRANSLATE_NOOP("Engine", "This bot is no Python script, so it has no virtual environment.")));
        if (!QDir().mkpath(folder))
            return fail(ErrorKind::Unavailable, "bot.environment_failed", text(QT_TRANSLATE_NOOP("Engine", "The folder %1 cannot be made. Make the data folder writable."), QDir::toNativeSeparators(folder)));
        const QString requirements = place->folder + QStringLiteral("/requirements.txt");
        return Found{place->folder, QFileInfo(requirements).isFile() ? requirements : QString()};
    });
    whenDone(looking, this, [this](const Result<Found> &found) {
        if (!found)
            return finish(fail(found.error()));
        m_scriptFolder = found->folder;
        m_requirements = found->requirements;
        whenDone(findInterpreter(m_order.python, this, m_clock), this, [this](const Result<Interpreter> &interpreter) {
            if (!interpreter)
                return finish(fail(interpreter.error()));
            m_logs.note(m_order.bot, QStringLiteral("making a virtual environment with Python ") + interpreter->name());
            makeWith(interpreter->path);
        });
    });
}

void EnvironmentMaker::makeWith(const QString &python)
{
    run(python, {QStringLiteral("-m"), QStringLiteral("venv"), m_venv}, ScriptProcess::cleanEnvironment(), [this] { install(); });
}

void EnvironmentMaker::install()
{
    if (m_requirements.isEmpty()) {
        m_logs.note(m_order.bot, QStringLiteral("there is no requirements.txt beside the script, so nothing is installed"));
        return adopt();
    }
    QProcessEnvironment environment = ScriptProcess::cleanEnvironment();
    // PIP_INDEX_URL and its kin are set where the script's own variables are.
    for (const auto &[name, value] : m_order.config.environment)
        environment.insert(name, value);
    environments::enter(environment, m_venv);
    run(pythonThere(), {QStringLiteral("-m"), QStringLiteral("pip"), QStringLiteral("install"), QStringLiteral("--no-input"), QStringLiteral("--disable-pip-version-check"), QStringLiteral("-r"), m_requirements},
        environment, [this] { adopt(); });
}

void EnvironmentMaker::run(const QString &program, const QStringList &arguments, const QProcessEnvironment &environment, std::function<void()> then)
{
    QProcessEnvironment marked = environment;
    marked.insert(QString::fromLatin1(botsVariable), QString::fromLatin1(m_order.cookie));
    m_process = std::make_unique<ScriptProcess>(ScriptProcess::Order{program, arguments, m_scriptFolder, marked});
    connect(m_process.get(), &ScriptProcess::printed, this, [this](const QByteArray &bytes) { m_logs.append(m_order.bot, bytes); });
    connect(m_process.get(), &ScriptProcess::notStarted, this, [this, program](const QString &why) {
        finish(fail(ErrorKind::Unavailable, "bot.environment_failed", text(QT_TRANSLATE_NOOP("Engine", "%1 could not be started: %2. Look whether it is there and may be run."), QDir::toNativeSeparators(program), why)));
    });
    connect(m_process.get(), &ScriptProcess::exited, this, [this, then = std::move(then)](ExitStatus status) {
        if (status.code == 0)
            return post(this, then); // it is destroyed for the next, and speaks from within
        finish(fail(ErrorKind::Unavailable, "bot.environment_failed", text(QT_TRANSLATE_NOOP("Engine", "The virtual environment could not be made. The bot's log holds what venv and pip said."))));
    });
    m_process->start();
}

void EnvironmentMaker::adopt()
{
    const auto writing = onPool(m_disk, [folder = m_order.folder, name = QFileInfo(m_venv).fileName()]() -> Done {
        QSaveFile file(folder + currentFile);
        if (file.open(QIODevice::WriteOnly) && file.write(name.toLatin1()) > 0 && file.commit())
            return {};
        return fail(ErrorKind::Unavailable, "bot.environment_failed",
                    text(QT_TRANSLATE_NOOP("Engine", "%1 cannot be written: %2. Make the data folder writable."), QDir::toNativeSeparators(file.fileName()), file.errorString()));
    });
    whenDone(writing, this, [this](const Done &written) {
        m_isKept = written.has_value();
        finish(written);
    });
}

void EnvironmentMaker::finish(const Done &result)
{
    if (std::exchange(m_isFinished, true))
        return;
    if (result)
        Q_EMIT made();
    else
        Q_EMIT failed(result.error());
}

} // namespace kule
