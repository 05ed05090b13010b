// SPDX-License-Identifier: GPL-3.0-or-later
#include "fataldeletion.h"

#include "dialogs/confirm.h"
#include "theme/icons.h"
#include "widgets/toast.h"

#include <QTimer>

namespace kule {

FatalDeletion::FatalDeletion(FatalService &fatals, QWidget *window)
    : QObject(window)
    , m_fatals(fatals)
    , m_window(window)
    , m_undo(new QAction(icon(QStringLiteral("retry")), QString(), this))
{
    m_undo->setObjectName(QStringLiteral("undoDeletedReports"));
    m_undo->setVisible(false);
    connect(m_undo, &QAction::triggered, this, &FatalDeletion::undo);
}

void FatalDeletion::remove(const QStringList &filenames)
{
    if (filenames.isEmpty())
        return;
    Q_EMIT begun();
    struct Tally
    {
        qsizetype left = 0;
        int deleted = 0;
        QStringList undos;
    };
    auto tally = std::make_shared<Tally>();
    tally->left = filenames.size();
    for (const QString &filename : filenames) {
        whenDone(m_fatals.remove(filename, Actor::console()), this, [this, tally](const Result<Removal> &removed) {
            if (removed) {
                ++tally->deleted;
                tally->undos << removed->undo;
            } else if (removed.error().code != "fatal.not_found") { // gone already is what was asked for
                Q_EMIT failed(removed.error());
            }
            if (--tally->left == 0 && tally->deleted > 0)
                say(tally->deleted, tally->undos);
        });
    }
}

void FatalDeletion::askShown(const FatalFilter &filter, const QString &said, int count)
{
    if (count == 0)
        return;
    Confirm::ask(m_window,
                 {tr("Delete %Ln report(s)?", nullptr, count),
                  said.isEmpty() ? tr("All reports leave the fatals folder. You can take it back for ten minutes.")
                                 : tr("All that the filter “%1” shows leave the fatals folder. You can take it back for ten minutes.").arg(said),
                  tr("Delete %Ln report(s)", nullptr, count)},
                 [this, filter, count] { removeShown(filter, count); });
}

void FatalDeletion::removeShown(const FatalFilter &filter, int count)
{
    Q_EMIT begun();
    whenDone(m_fatals.removeAll(filter, count, Actor::console()), this, [this](const Result<Removal> &removed) {
        if (removed)
            say(static_cast<int>(removed->count), {removed->undo});
        else
            Q_EMIT failed(removed.error());
        Q_EMIT shownEnded();
    });
}

void FatalDeletion::say(int deleted, QStringList undos)
{
    undos.removeAll(QString()); // the folder took no trash
    const QString sentence = tr("%Ln report(s) deleted", nullptr, deleted);
    if (undos.isEmpty()) {
        Toast::show(m_window, sentence);
        return;
    }
    m_undos = undos;
    m_undo->setText(tr("Take back the deletion of %Ln report(s)", nullptr, deleted));
    m_undo->setVisible(true);
    // In the menu as long as the engine holds it; the toast goes sooner.
    QTimer::singleShot(std::chrono::milliseconds(undoableFor), this, [this, undos] {
        if (m_undos == undos)
            m_undo->setVisible(false);
    });
    Toast *toast = Toast::show(m_window, sentence, tr("Undo"));
    connect(toast, &Toast::undone, this, &FatalDeletion::undo);
}

void FatalDeletion::undo()
{
    m_undo->setVisible(false);
    const QStringList undos = std::exchange(m_undos, {});
    if (undos.isEmpty())
        return;
    struct Tally
    {
        qsizetype left = 0;
        int restored = 0;
    };
    auto tally = std::make_shared<Tally>();
    tally->left = undos.size();
    for (const QString &token : undos) {
        whenDone(m_fatals.restore(token, Actor::console()), this, [this, tally](const Result<qint64> &restored) {
            if (restored)
                tally->restored += static_cast<int>(*restored);
            else
                Q_EMIT failed(restored.error());
            if (--tally->left > 0)
                return;
            if (tally->restored > 0)
                Toast::show(m_window, tr("%Ln report(s) came back", nullptr, tally->restored));
            Q_EMIT shownEnded();
        });
    }
}

} // namespace kule
