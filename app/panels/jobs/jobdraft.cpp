// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobdraft.h"

#include "words/jobwords.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>
#include <QUrl>

#include <cmath>

namespace kule {
namespace {

QString said(const char *source)
{
    return QCoreApplication::translate("JobDraft", source);
}

class Checker
{
public:
    explicit Checker(const JobDraft &draft)
        : m_draft(draft)
    {
    }

    CheckedDraft run()
    {
        JobRequest &request = m_out.request;
        request.filePath = m_draft.file.trimmed();
        if (request.filePath.isEmpty())
            wrong(DraftField::File, said(QT_TRANSLATE_NOOP("JobDraft", "Choose the Python file to run.")));
        const QString id = m_draft.processId.trimmed();
        if (id.isEmpty())
            wrong(DraftField::ProcessId, said(QT_TRANSLATE_NOOP("JobDraft", "Give the run a process id.")));
        request.processId = m_draft.originalId.is_number_integer() && processIdText(m_draft.originalId) == id ? m_draft.originalId : Json(id);
        json(DraftField::Args, m_draft.args, request.args, Json::value_t::array,
             said(QT_TRANSLATE_NOOP("JobDraft", "Write the arguments as a JSON list: [1, \"two\"].")));
        json(DraftField::Kwargs, m_draft.kwargs, request.kwargs, Json::value_t::object,
             said(QT_TRANSLATE_NOOP("JobDraft", "Write the named arguments as a JSON object: {\"name\": 1}.")));
        callback(request);
        timeout(request);
        request.label = m_draft.label.trimmed();
        return std::move(m_out);
    }

private:
    void wrong(DraftField field, QString message) { m_out.problems.push_back({field, std::move(message)}); }

    void json(DraftField field, const QString &text, Json &into, Json::value_t kind, const QString &shape)
    {
        if (text.trimmed().isEmpty())
            return;
        auto value = parseJson(text.toUtf8());
        if (value && value->type() == kind)
            into = std::move(*value);
        else
            wrong(field, shape);
    }

    void callback(JobRequest &request)
    {
        request.callbackUrl = m_draft.callbackUrl.trimmed();
        if (request.callbackUrl.isEmpty())
            return;
        const QUrl url(request.callbackUrl, QUrl::StrictMode);
        const bool isWeb = url.scheme() == u"http" || url.scheme() == u"https";
        if (!url.isValid() || !isWeb || url.host().isEmpty())
            wrong(DraftField::CallbackUrl, said(QT_TRANSLATE_NOOP("JobDraft", "Write a whole address that begins with http:// or https://.")));
    }

    void timeout(JobRequest &request)
    {
        const QString text = m_draft.timeout.trimmed();
        if (text.isEmpty())
            return;
        bool isNumber = false;
        const double seconds = QString(text).replace(u',', u'.').toDouble(&isNumber);
        if (!isNumber || !std::isfinite(seconds) || seconds < 0.001 || seconds > 1e9)
            wrong(DraftField::Timeout, said(QT_TRANSLATE_NOOP("JobDraft", "Write seconds above 0, or leave it empty.")));
        else
            request.timeout = Milliseconds(std::llround(seconds * 1000));
    }

    const JobDraft &m_draft;
    CheckedDraft m_out;
};

} // namespace

CheckedDraft check(const JobDraft &draft)
{
    return Checker(draft).run();
}

JobDraft draftOf(const JobDetail &detail)
{
    JobDraft draft;
    draft.file = detail.job.filePath;
    draft.processId = processIdText(detail.job.processId);
    draft.originalId = detail.job.processId;
    if (!detail.args.empty())
        draft.args = QString::fromUtf8(dumpJson(detail.args, 2));
    if (!detail.kwargs.empty())
        draft.kwargs = QString::fromUtf8(dumpJson(detail.kwargs, 2));
    draft.callbackUrl = detail.callbackUrl;
    if (detail.timeout)
        draft.timeout = QString::number(static_cast<double>(detail.timeout->count()) / 1000, 'g', 12);
    draft.label = detail.job.label;
    return draft;
}

std::optional<DraftField> fieldOf(const Error &error)
{
    if (error.code == "job.file_not_found" || error.code == "job.path_outside_roots" || error.code == "job.not_a_file")
        return DraftField::File;
    if (error.code == "job.id_in_use")
        return DraftField::ProcessId;
    const QString named = error.details.is_object() ? textOf(error.details, "field") : QString();
    if (named == u"file_path")
        return DraftField::File;
    if (named == u"process_id")
        return DraftField::ProcessId;
    if (named == u"args")
        return DraftField::Args;
    if (named == u"kwargs")
        return DraftField::Kwargs;
    if (named == u"callback_url")
        return DraftField::CallbackUrl;
    if (named == u"timeout_s")
        return DraftField::Timeout;
    if (named == u"label")
        return DraftField::Label;
    return std::nullopt;
}

QString suggestedId(const QString &file, qint64 nowMs, quint32 salt)
{
    const QString base = QFileInfo(file).completeBaseName();
    return QStringLiteral("%1-%2-%3")
        .arg(base.isEmpty() ? QStringLiteral("job") : base, QDateTime::fromMSecsSinceEpoch(nowMs).toString(QStringLiteral("MMdd-HHmm")),
             QStringLiteral("%1").arg(salt & 0xffff, 4, 16, QLatin1Char('0')));
}

} // namespace kule
