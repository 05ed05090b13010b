// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobsatonce.h"

#include "dialogs/confirm.h"
#include "theme/icons.h"
#include "widgets/progressstrip.h"
#include "widgets/toast.h"
#include "widgets/words.h"

#include <QLocale>
#include <QTimer>

namespace kule {
namespace {

constexpr int mostReasons = 3;

} // namespace

JobsAtOnce::JobsAtOnce(JobBulk &bulk, QWidget *window, ProgressStrip *strip)
    : QObject(window)
    , m_bulk(bulk)
    , m_window(window)
    , m_strip(strip)
    , m_undo(new QAction(icon(QStringLiteral("retry")), QString(), this))
{
    const struct
    {
        const char *name;
        const char *icon;
        BulkAction action;
    } rows[] = {{"deleteShownJobs", "trash", BulkAction::Delete}, {"rerunShownJobs", "retry", BulkAction::Rerun}, {"cancelShownJobs", "stop", BulkAction::Cancel}};
    for (std::size_t i = 0; i < m_actions.size(); ++i) {
        m_actions[i] = new QAction(icon(QString::fromLatin1(rows[i].icon)), QString(), this);
        m_actions[i]->setObjectName(QString::fromLatin1(rows[i].name));
        connect(m_actions[i], &QAction::triggered, this, [this, action = rows[i].action] { ask(action); });
    }
    m_undo->setObjectName(QStringLiteral("undoDeletedJobs"));
    m_undo->setVisible(false);
    connect(m_undo, &QAction::triggered, this, &JobsAtOnce::undo);
    connect(&m_bulk, &JobBulk::progressed, this, [this](const BulkRun &run) {
        if (run.id == m_run)
            follow(run);
    });
    connect(m_strip, &ProgressStrip::stopAsked, this, [this] {
        if (!m_run.isEmpty())
            (void)m_bulk.stop(m_run, Actor::console());
    });
    retranslate();
}

void JobsAtOnce::setShown(const JobFilter &filter, qint64 count)
{
    m_filter = filter;
    m_count = count;
    retranslate();
}

void JobsAtOnce::retranslate()
{
    const QString count = QLocale().toString(m_count);
    m_actions[0]->setText(tr("Delete the jobs shown (%1)…").arg(count));
    m_actions[1]->setText(tr("Run the jobs shown again (%1)…").arg(count));
    m_actions[2]->setText(tr("Cancel the jobs shown (%1)…").arg(count));
    for (QAction *action : m_actions)
        action->setEnabled(m_count > 0 && m_run.isEmpty());
    m_undo->setText(m_last ? tr("Take back the deletion of %Ln job(s)", nullptr, static_cast<int>(m_last->count)) : QString());
}

void JobsAtOnce::ask(BulkAction action)
{
    const int count = static_cast<int>(m_count);
    const QString said = m_filter.text.trimmed();
    const QString which = said.isEmpty() ? tr("All jobs in the list are meant.") : tr("All that the filter “%1” shows are meant.").arg(said);
    Confirm::Words words;
    switch (action) {
    case BulkAction::Delete:
        words = {tr("Delete %Ln job(s)?", nullptr, count), which + u' ' + tr("They go with their logs and attempts; jobs that wait or run stay. You can take it back for ten minutes."), tr("Delete %Ln job(s)", nullptr, count)};
        break;
    case BulkAction::Rerun:
        words = {tr("Run %Ln job(s) again?", nullptr, count), which + u' ' + tr("Each gets a new attempt with the same arguments and the file as it is now; jobs that wait or run are left alone."), tr("Run %Ln job(s) again", nullptr, count), Confirm::Effect::Plain};
        break;
    case BulkAction::Cancel:
        words = {tr("Cancel %Ln job(s)?", nullptr, count), which + u' ' + tr("Those that wait or run end; the others are left alone."), tr("Cancel %Ln job(s)", nullptr, count)};
        break;
    }
    Confirm::ask(m_window, words, [this, request = BulkRequest{action, m_filter, m_count, RerunCode::AsNow}] { begin(request); });
}

void JobsAtOnce::begin(BulkRequest request)
{
    Q_EMIT begun();
    whenDone(m_bulk.begin(std::move(request), Actor::console()), this, [this](const Result<BulkRun> &run) {
        if (!run) {
            Q_EMIT failed(run.error());
            return;
        }
        m_run = run->id;
        follow(*run);
    });
}

void JobsAtOnce::follow(const BulkRun &run)
{
    if (run.isFinished) {
        m_run.clear();
        m_strip->finish();
        retranslate();
        ended(run);
        return;
    }
    const QString done = QLocale().toString(run.done + run.skipped);
    const QString total = QLocale().toString(run.total);
    const QString sentence = run.action == BulkAction::Delete ? tr("Deleting: %1 of %2").arg(done, total)
        : run.action == BulkAction::Rerun                     ? tr("Running again: %1 of %2").arg(done, total)
                                                              : tr("Cancelling: %1 of %2").arg(done, total);
    m_strip->showProgress(sentence, run.done + run.skipped, run.total);
    retranslate();
}

void JobsAtOnce::ended(const BulkRun &run)
{
    const int done = static_cast<int>(run.done);
    QString sentence = run.action == BulkAction::Delete ? tr("%Ln job(s) deleted", nullptr, done)
        : run.action == BulkAction::Rerun               ? tr("%Ln job(s) run again", nullptr, done)
                                                        : tr("%Ln job(s) cancelled", nullptr, done);
    for (const BulkSkip &skip : std::vector<BulkSkip>(run.skips.begin(), run.skips.begin() + std::min<std::ptrdiff_t>(std::ssize(run.skips), mostReasons)))
        sentence += u'\n' + tr("%1 left alone: %2").arg(QLocale().toString(skip.count), sentenceOf(skip.reason));
    if (run.problem)
        Q_EMIT failed(*run.problem);
    if (run.removal) {
        offerUndo(*run.removal);
        Toast *toast = Toast::show(m_window, sentence, tr("Undo"));
        connect(toast, &Toast::undone, this, &JobsAtOnce::undo);
    } else {
        Toast::show(m_window, sentence);
    }
}

void JobsAtOnce::remove(const JobId &id)
{
    Q_EMIT begun();
    whenDone(m_bulk.remove(id, Actor::console()), this, [this](const Result<Removal> &removal) {
        if (!removal) {
            Q_EMIT failed(removal.error());
            return;
        }
        offerUndo(*removal);
        Toast *toast = Toast::show(m_window, tr("%Ln job(s) deleted", nullptr, 1), tr("Undo"));
        connect(toast, &Toast::undone, this, &JobsAtOnce::undo);
    });
}

// In the menu as long as the engine holds it; the toast goes sooner.
void JobsAtOnce::offerUndo(const Removal &removal)
{
    m_last = removal;
    m_undo->setVisible(true);
    retranslate();
    QTimer::singleShot(std::chrono::milliseconds(undoableFor), this, [this, undo = removal.undo] {
        if (!m_last || m_last->undo != undo)
            return;
        m_last.reset();
        m_undo->setVisible(false);
    });
}

void JobsAtOnce::undo()
{
    if (!m_last)
        return;
    const QString token = std::exchange(m_last, std::nullopt)->undo;
    m_undo->setVisible(false);
    whenDone(m_bulk.restore(token, Actor::console()), this, [this](const Result<qint64> &restored) {
        if (restored)
            Toast::show(m_window, tr("%Ln job(s) came back", nullptr, static_cast<int>(*restored)));
        else
            Q_EMIT failed(restored.error());
    });
}

} // namespace kule
