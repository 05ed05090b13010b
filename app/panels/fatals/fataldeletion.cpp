// SPDX-License-Identifier: GPL-3.0-or-later
#include "fataldeletion.h"

#include "dialogs/confirm.h"
#include "widgets/toast.h"

namespace kule {

FatalDeletion::FatalDeletion(FatalService &fatals, QWidget *window)
    : QObject(window)
    , m_fatals(fatals)
    , m_window(window)
{
}

void FatalDeletion::ask(const QStringList &filenames)
{
    if (filenames.isEmpty())
        return;
    const int count = static_cast<int>(filenames.size());
    Confirm::ask(m_window,
                 {count == 1 ? tr("Delete %1?").arg(filenames.first()) : tr("Delete %n report(s)?", nullptr, count),
                  tr("The files leave the fatals folder for good. This cannot be undone."), tr("Delete %n report(s)", nullptr, count)},
                 [this, filenames] { remove(filenames); });
}

void FatalDeletion::askShown(const FatalFilter &filter, const QString &said, int count)
{
    if (count == 0)
        return;
    Confirm::ask(m_window,
                 {tr("Delete %n report(s)?", nullptr, count),
                  said.isEmpty() ? tr("All files leave the fatals folder for good. This cannot be undone.")
                                 : tr("All that the filter “%1” shows leave the fatals folder for good. This cannot be undone.").arg(said),
                  tr("Delete %n report(s)", nullptr, count)},
                 [this, filter, count] { removeShown(filter, count); });
}

void FatalDeletion::remove(const QStringList &filenames)
{
    Q_EMIT begun();
    struct Tally
    {
        qsizetype left = 0;
        int deleted = 0;
    };
    auto tally = std::make_shared<Tally>();
    tally->left = filenames.size();
    for (const QString &filename : filenames) {
        whenDone(m_fatals.remove(filename, Actor::console()), this, [this, tally](const Result<QString> &removed) {
            if (removed)
                ++tally->deleted;
            else if (removed.error().code != "fatal.not_found") // gone already is what was asked for
                Q_EMIT failed(removed.error());
            if (--tally->left == 0 && tally->deleted > 0)
                say(tally->deleted);
        });
    }
}

void FatalDeletion::removeShown(const FatalFilter &filter, int count)
{
    Q_EMIT begun();
    whenDone(m_fatals.removeAll(filter, count, Actor::console()), this, [this](const Result<qint64> &deleted) {
        if (deleted)
            say(static_cast<int>(*deleted));
        else
            Q_EMIT failed(deleted.error());
        Q_EMIT shownEnded();
    });
}

void FatalDeletion::say(int deleted)
{
    Toast::show(m_window, tr("%n report(s) deleted", nullptr, deleted));
}

} // namespace kule
