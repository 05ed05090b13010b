// SPDX-License-Identifier: GPL-3.0-or-later
#include "python/interpreter.h"

#include <QProcess>
#include <QStandardPaths>

namespace kule {
namespace {

constexpr Milliseconds probeTimeout{10'000};
constexpr int leastMinor = 9;

// Python 2 must survive it too, to be told that it is too old.
constexpr char question[] = "import sys, json\n"
                            "try:\n"
                            "    import importlib.util as util\n"
                            "    selenium = util.find_spec('selenium') is not None\n"
                            "except Exception:\n"
                            "    selenium = False\n"
                            "print(json.dumps({'kule': True, 'path': sys.executable, 'version': list(sys.version_info[:3]), 'selenium': selenium}))";

struct Candidate
{
    QString program;
    QStringList arguments;
};

std::vector<Candidate> candidates(const QString &setting)
{
    std::vector<Candidate> found;
    const auto add = [&found](const QString &name, const QStringList &arguments = {}) {
        const QString program = QStandardPaths::findExecutable(name);
        if (!program.isEmpty())
            found.push_back({program, arguments});
    };
    if (!setting.isEmpty()) {
        add(setting);
        return found;
    }
    add(QStringLiteral("python3"));
    add(QStringLiteral("python"));
#ifdef Q_OS_WIN
    add(QStringLiteral("py"), {QStringLiteral("-3")});
#endif
    return found;
}

Result<Interpreter> readAnswer(const Candidate &candidate, const QByteArray &output, const QString &complaint)
{
    const auto broken = [&](const QString &why) {
        return fail(ErrorKind::Unavailable, "python.broken",
                    text(QT_TRANSLATE_NOOP("Engine", "%1 does not work as a Python interpreter (%2). Repair it, or name another in the settings."),
                         candidate.program, why));
    };
    // A site hook may print first; ours is the last line.
    const auto answer = parseJson(output.trimmed().split('\n').last());
    if (!answer || !answer->is_object() || !answer->contains("kule"))
        return broken(complaint.isEmpty() ? QString::fromUtf8(output.left(200)).trimmed() : complaint.left(300));
    const auto version = answer->find("version");
    if (version == answer->end() || !version->is_array() || version->size() != 3 || !(*version)[0].is_number_integer()
        || !(*version)[1].is_number_integer() || !(*version)[2].is_number_integer())
        return broken(QStringLiteral("version?"));
    const int major = (*version)[0].get<int>();
    const int minor = (*version)[1].get<int>();
    const QString name = QStringLiteral("%1.%2.%3").arg(major).arg(minor).arg((*version)[2].get<int>());
    if (major != 3 || minor < leastMinor) {
        return fail(ErrorKind::Unavailable, "python.too_old",
                    text(QT_TRANSLATE_NOOP("Engine", "%1 is Python %2; Kule needs 3.%3 or newer. Install one, or name another in the settings."),
                         candidate.program, name, QString::number(leastMinor)));
    }
    const QString path = textOf(*answer, "path");
    const auto selenium = answer->find("selenium");
    return Interpreter{path.isEmpty() ? candidate.program : path, name, selenium != answer->end() && *selenium == true};
}

class Probe final : public QObject
{
public:
    Probe(const QString &setting, QObject *parent, Clock &clock)
        : QObject(parent)
        , m_clock(clock)
        , m_candidates(candidates(setting))
    {
        m_last = fail(ErrorKind::Unavailable, "python.not_found",
                      setting.isEmpty() ? text(QT_TRANSLATE_NOOP("Engine", "No Python was found. Install Python 3.9 or newer, or name one in the settings."))
                                        : text(QT_TRANSLATE_NOOP("Engine", "%1 is not a program. Name another Python in the settings."), setting));
        post(this, [this] { askNext(); });
    }
    ~Probe() override { dismiss(); }
    Q_DISABLE_COPY_MOVE(Probe)
    Future<Result<Interpreter>> future() { return m_promise.future(); }

private:
    void askNext()
    {
        if (m_next == m_candidates.size())
            return answer(m_last);
        const Candidate &candidate = m_candidates[m_next++];
        m_process = new QProcess(this);
        connect(m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
            if (error == QProcess::FailedToStart)
                heard({}, m_process->errorString());
        });
        connect(m_process, &QProcess::finished, this, [this](int code) {
            heard(m_process->readAllStandardOutput(), code == 0 ? QString() : QString::fromUtf8(m_process->readAllStandardError()).trimmed());
        });
        m_timeout = m_clock.after(probeTimeout, this, [this] { heard({}, QStringLiteral("no answer within 10 s")); });
        m_process->start(candidate.program, candidate.arguments + QStringList{QStringLiteral("-c"), QString::fromLatin1(question)});
        m_process->closeWriteChannel();
    }
    void heard(const QByteArray &output, const QString &complaint)
    {
        m_timeout.reset();
        dismiss();
        auto found = readAnswer(m_candidates[m_next - 1], output, complaint);
        if (found)
            return answer(std::move(found));
        m_last = std::move(found);
        askNext();
    }
    void dismiss()
    {
        if (!m_process)
            return;
        m_process->disconnect(this);
        m_process->kill();
        m_process->waitForFinished(1000);
        m_process->deleteLater();
        m_process = nullptr;
    }
    void answer(Result<Interpreter> found)
    {
        m_promise.answer(std::move(found));
        deleteLater();
    }

    Clock &m_clock;
    std::vector<Candidate> m_candidates;
    std::size_t m_next = 0;
    QProcess *m_process = nullptr;
    std::unique_ptr<Clock::Timer> m_timeout;
    Result<Interpreter> m_last;
    Promise<Result<Interpreter>> m_promise;
};

} // namespace

Future<Result<Interpreter>> findInterpreter(const QString &setting, QObject *context, Clock &clock)
{
    return (new Probe(setting, context, clock))->future();
}

} // namespace kule
