// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/exportactions.h"

#include "dialogs/filedialog.h"
#include "theme/icons.h"
#include "widgets/progressstrip.h"
#include "widgets/toast.h"

#include <QDir>
#include <QFileInfo>
#include <QLocale>

namespace kule {

ExportActions::ExportActions(Exports &exports, QWidget *window, ProgressStrip *strip, QString stem, std::function<std::optional<ExportRequest>()> what)
    : QObject(window)
    , m_exports(exports)
    , m_window(window)
    , m_strip(strip)
    , m_stem(std::move(stem))
    , m_what(std::move(what))
{
    const struct
    {
        const char *name;
        ExportFormat format;
        const char *suffix;
    } formats[] = {{"exportCsv", ExportFormat::Csv, "csv"}, {"exportExcel", ExportFormat::CsvForExcel, "csv"}, {"exportJsonLines", ExportFormat::JsonLines, "jsonl"}};
    for (const auto &row : formats) {
        auto *action = new QAction(icon(QStringLiteral("download")), QString(), this);
        action->setObjectName(QString::fromLatin1(row.name));
        connect(action, &QAction::triggered, this, [this, row] {
            if (auto request = m_what()) {
                request->format = row.format;
                ask(*request, QString::fromLatin1(row.suffix), m_stem);
            }
        });
        m_actions << action;
    }
    connect(m_strip, &ProgressStrip::stopAsked, this, [this] {
        if (m_isCancelled)
            *m_isCancelled = true;
    });
    connect(&m_exports, &Exports::progressed, this, [this](const QString &file, qint64 done, qint64 total) {
        if (file == m_file)
            m_strip->showProgress(tr("Writing %1: %2 of %3").arg(QFileInfo(file).fileName(), QLocale().toString(done), QLocale().toString(total)), done, total);
    });
    retranslate();
}

void ExportActions::ask(const ExportRequest &request, const QString &suffix, const QString &stem)
{
    connect(askWhereToSave(m_window, tr("Export"), "exportDialog", stem, suffix), &QFileDialog::fileSelected, this, [this, request](const QString &file) { exportTo(request, file); });
}

void ExportActions::exportTo(ExportRequest request, const QString &file)
{
    m_file = file;
    m_isCancelled = std::make_shared<std::atomic_bool>(false);
    m_strip->showProgress(tr("Writing %1").arg(QFileInfo(file).fileName()), 0, 0);
    whenDone(m_exports.toFile(std::move(request), file, m_isCancelled), this, [this, file](const Result<qint64> &written) {
        if (file == m_file) {
            m_file.clear();
            m_isCancelled.reset();
            m_strip->finish();
        }
        if (written)
            Toast::show(m_window, tr("%1 is written").arg(QDir::toNativeSeparators(file)));
        else if (written.error().code == "export.cancelled")
            Toast::show(m_window, tr("Stopped; no file was written"));
        else
            Q_EMIT failed(written.error());
    });
}

void ExportActions::retranslate()
{
    m_actions[0]->setText(tr("Export as CSV…"));
    m_actions[1]->setText(tr("Export as CSV for Excel…"));
    m_actions[2]->setText(tr("Export as JSON Lines…"));
}

} // namespace kule
