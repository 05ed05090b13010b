// SPDX-License-Identifier: GPL-3.0-or-later
// The window over a million jobs in a real engine: opening the panel, far jumps, filters typed into the bar, what keeping and
// deleting say before they act, and the memory of the whole process. Frames are the gui thread's work between two ticks of 16 ms.
// Run with QT_QPA_PLATFORM=offscreen (or under Xvfb): bench_window [jobs, 1000000]
#include "engine.h"
#include "jobs/jobbulk.h"
#include "jobs/jobservice.h"
#include "keeping/retention.h"
#include "languages.h"
#include "mainwindow.h"
#include "millionjobs.h"
#include "panels/jobs/jobsmodel.h"
#include "panels/panel.h"
#include "settings/settingsservice.h"
#include "widgets/tableview.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QLineEdit>
#include <QProcess>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cstdio>

using namespace kule;

namespace {

constexpr int frameMs = 16;

double milliseconds(qint64 nanoseconds)
{
    return static_cast<double>(nanoseconds) / 1e6;
}

/// Adds up what the gui thread does, and tells when a painted table showed what is waited for.
class Watched final : public QApplication
{
public:
    using QApplication::QApplication;

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (QThread::currentThread() != thread())
            return QApplication::notify(receiver, event);
        const bool isPaint = receiver == viewport && event->type() == QEvent::Paint;
        const bool isOutermost = m_depth++ == 0;
        QElapsedTimer timer;
        timer.start();
        const bool answer = QApplication::notify(receiver, event);
        if (isPaint && isThere && isThere())
            m_hasPainted = true;
        if (--m_depth == 0 && isOutermost) {
            const qint64 spent = timer.nsecsElapsed();
            work += spent;
            longest = std::max(longest, spent);
            if (std::exchange(m_hasPainted, false))
                hasShown = true;
        }
        return answer;
    }

    qint64 work = 0;
    qint64 longest = 0; ///< one event
    QWidget *viewport = nullptr;
    std::function<bool()> isThere;
    bool hasShown = false;

private:
    int m_depth = 0;
    bool m_hasPainted = false;
};

class Stand
{
public:
    Stand(Watched &application, Engine &engine, MainWindow &window)
        : app(application)
        , m_engine(engine)
        , m_window(window)
    {
    }

    void open()
    {
        idle(1500);
        QElapsedTimer timer;
        timer.start();
        m_window.goTo(QStringLiteral("jobs"));
        table = m_window.findChild<TableView *>(QStringLiteral("jobTable"));
        filter = m_window.findChild<Panel *>(QStringLiteral("jobs"))->findChild<QLineEdit *>(QStringLiteral("filter"));
        model = static_cast<JobsModel *>(table->model());
        app.viewport = table->viewport();
        waitShown();
        std::printf("%-52s %7.1f ms   (wanted: <= 200), %d rows\n", "open the panel to its first rows", milliseconds(timer.nsecsElapsed()), model->rowCount());
    }

    void scroll()
    {
        QScrollBar *bar = table->verticalScrollBar();
        frames("drag the bar through all of it", 400, [&](int i) {
            bar->setSliderDown(true);
            bar->setSliderPosition(static_cast<int>(qint64(bar->maximum()) * ((i * 37) % 400) / 400));
        });
        bar->setSliderDown(false);
        frames("page down, a page a frame", 300, [&](int) { QTest::keyClick(table, Qt::Key_PageDown); });
        frames("wheel, three rows a frame", 300, [&](int) { bar->setValue(bar->value() - 3 * bar->singleStep()); });
        std::vector<qint64> times;
        for (int i = 0; i < 60; ++i) {
            idle(50);
            QElapsedTimer timer;
            timer.start();
            bar->setValue(static_cast<int>(qint64(bar->maximum()) * ((i * 23 + 11) % 60) / 60));
            waitShown();
            times.push_back(timer.nsecsElapsed());
        }
        std::sort(times.begin(), times.end());
        std::printf("%-52s median %.1f ms, worst %.1f ms\n", "a far place until its rows are shown", milliseconds(times[30]), milliseconds(times.back()));
    }

    void type(const char *text, double wanted)
    {
        filter->setFocus();
        filter->clear();
        idle(1000);
        const QString words = QString::fromLatin1(text);
        for (qsizetype i = 0; i + 1 < words.size(); ++i) {
            QTest::keyClick(filter, words[i].toLatin1());
            idle(70);
        }
        app.longest = 0;
        QElapsedTimer timer;
        timer.start();
        QTest::keyClick(filter, words.back().toLatin1());
        while (model->filter().text != words || model->isLoading())
            step();
        waitShown();
        const double typed = milliseconds(timer.nsecsElapsed());
        std::printf("filter %-45s %7.1f ms   (wanted: <= %.0f), %d rows, gui event at most %.1f ms\n", text, typed, wanted, model->rowCount(), milliseconds(app.longest));
    }

    void previews()
    {
        KeepPolicy policy = KeepPolicy::of(m_engine.settings().current());
        policy[KeptKind::Jobs] = {30, 100'000, 100};
        policy[KeptKind::FailedJobs] = {30, 10'000, 10};
        answered("what keeping would let go", [&] { return m_engine.retention().preview(policy); });
        const auto succeeded = JobFilter::parse(QStringLiteral("state:succeeded"), 0).value();
        BulkRequest request{BulkAction::Cancel, succeeded, 0, RerunCode::AsNow};
        request.expected = countOf(succeeded);
        answered("begin over all that succeeded", [&] { return m_engine.bulk().begin(request, Actor::console()); });
    }

    void idle(int ms)
    {
        QElapsedTimer timer;
        timer.start();
        while (timer.elapsed() < ms)
            step();
    }

private:
    qint64 countOf(const JobFilter &all)
    {
        std::optional<qint64> count;
        QObject context;
        whenDone(m_engine.jobs().list(all, {{}, 1, 0}), &context, [&](const Result<Page<Job>> &page) { count = page ? page->total : 0; });
        while (!count)
            step();
        return *count;
    }

    template <class F>
    void answered(const char *what, F ask)
    {
        app.longest = 0;
        bool isHere = false;
        QObject context;
        QElapsedTimer timer;
        timer.start();
        whenDone(ask(), &context, [&](const auto &answer) {
            if (!answer)
                qFatal("%s", qPrintable(answer.error().message.english()));
            isHere = true;
        });
        while (!isHere)
            step();
        std::printf("%-52s %7.1f ms   (wanted: <= 1,000), gui event at most %.1f ms\n", what, milliseconds(timer.nsecsElapsed()), milliseconds(app.longest));
    }

    void frames(const char *what, int count, const std::function<void(int)> &move)
    {
        std::vector<qint64> works;
        for (int i = 0; i < count; ++i) {
            QElapsedTimer timer;
            timer.start();
            const qint64 before = app.work;
            QElapsedTimer moving;
            moving.start();
            const qint64 within = app.work; // keys are delivered through the application and would count twice
            move(i);
            const qint64 moved = moving.nsecsElapsed() - (app.work - within);
            while (timer.elapsed() < frameMs)
                step();
            works.push_back(app.work - before + moved);
        }
        std::sort(works.begin(), works.end());
        std::printf("%-52s p50 %.1f ms, p99 %.1f ms   (wanted: <= 16), longest %.1f ms\n", what, milliseconds(works[works.size() / 2]),
                    milliseconds(works[works.size() * 99 / 100]), milliseconds(works.back()));
    }

    bool isHere() const
    {
        if (!table->isVisible() || model->rowCount() == 0)
            return false;
        const int first = table->rowAt(0);
        const int last = table->rowAt(table->viewport()->height() - 1);
        for (int row = first; row <= (last < 0 ? model->rowCount() - 1 : last); ++row) {
            if (model->index(row, 0).data(PagedModelSignals::PlaceholderRole).toBool())
                return false;
        }
        return true;
    }

    void waitShown()
    {
        app.hasShown = false;
        app.isThere = [this] { return isHere(); };
        while (!app.hasShown)
            step();
        app.isThere = nullptr;
    }

    void step()
    {
        QTimer tick; // waiting ends only with an event that comes after the one waited for
        tick.start(1);
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }

public:
    Watched &app;
    TableView *table = nullptr;
    QLineEdit *filter = nullptr;
    JobsModel *model = nullptr;

private:
    Engine &m_engine;
    MainWindow &m_window;
};

/// Resident, MB.
double memory(const QByteArray &what)
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray all = status.readAll();
    const qsizetype at = all.indexOf(what);
    return at < 0 ? 0 : all.mid(at + what.size()).trimmed().split(' ').first().toDouble() * 1024 / 1e6;
}

} // namespace

int main(int count, char **words)
{
    qputenv("QT_NO_GLIB", "1");
    if (count == 4 && qstrcmp(words[1], "--make") == 0) { // in a process of its own, whose memory is not the window's
        const QCoreApplication app(count, words);
        if (const Done made = makeManyJobs(QString::fromLocal8Bit(words[2]), atoi(words[3])); !made)
            qFatal("%s", qPrintable(made.error().message.english()));
        return 0;
    }
    Watched app(count, words);
    QTemporaryDir home;
    EngineOptions options;
    options.folders = Folders::resolve(home.filePath(QStringLiteral("data")));
    options.listens = false;
    const Folders folders = options.folders;
    QDir().mkpath(folders.data);
    if (QProcess::execute(QCoreApplication::applicationFilePath(), {QStringLiteral("--make"), folders.data, QString::fromLocal8Bit(count > 1 ? words[1] : "1000000")}) != 0)
        return 1;
    QElapsedTimer timer;
    timer.start();
    auto engine = Engine::start(std::move(options));
    if (!engine)
        qFatal("%s", qPrintable(engine.error().message.english()));
    std::printf("%-52s %7.1f ms\n", "start of the engine", milliseconds(timer.nsecsElapsed()));
    {
        Theme theme(app);
        Languages languages(app);
        UiState state(home.filePath(QStringLiteral("window.json")), Json::object());
        MainWindow window({panelRows(), theme, languages, state});
        window.resize(1280, 800);
        window.show();
        window.setConsole({(*engine)->services(), (*engine)->api(), folders});
        Stand stand(app, **engine, window);
        stand.open();
        std::printf("%-52s %7.1f MB\n", "memory with the panel open", memory("VmRSS:"));
        stand.scroll();
        for (const char *query : {"state:failed", "state:succeeded", "state:failed,timed_out"})
            stand.type(query, 100);
        for (const char *query : {"\"customer 77\"", "timeout", "packages", "no such row 123", "state:failed log:finished"})
            stand.type(query, 300);
        std::printf("%-52s %7.1f MB\n", "memory after the filters", memory("VmRSS:"));
        stand.previews();
        stand.idle(1000);
        std::printf("%-52s %7.1f MB, %.1f at most   (wanted: < 250)\n", "memory of the whole process", memory("VmRSS:"), memory("VmHWM:"));
        std::fflush(stdout);
        window.dropConsole();
    }
    engine->reset();
    return 0;
}
