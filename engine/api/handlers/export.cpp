// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/handlers/shared.h"

#include "exports/exports.h"

namespace kule {
namespace {

/// An export as the body of an answer: a piece is made when the client has taken those before it.
class ExportBody final : public http::BodySource
{
public:
    ExportBody(std::shared_ptr<ExportSource> source, ExportPiece first)
        : m_source(std::move(source))
        , m_first(std::move(first))
    {
    }
    void next(Take take) override
    {
        if (auto first = std::exchange(m_first, std::nullopt))
            return take(Piece{std::move(first->bytes), first->isLast});
        m_source->next()
            .then([take](const Result<ExportPiece> &piece) { take(piece ? std::optional(Piece{piece->bytes, piece->isLast}) : std::nullopt); });
    }

private:
    const std::shared_ptr<ExportSource> m_source;
    std::optional<ExportPiece> m_first;
};

// The first piece comes before the head, so that a refusal is still an answer.
void sendExport(const ApiContext &api, const CallPtr &call, const ExportRequest &request, const QByteArray &type, const QString &filename)
{
    const std::shared_ptr<ExportSource> source = api.services.exports.source(request);
    replyBy(call, source->next(), [call, source, type, filename](const ExportPiece &first) {
        http::Response response;
        response.contentType = type;
        response.headers.emplace_back("Content-Disposition", "attachment; filename=\"" + filename.toLatin1() + '"');
        response.headers.emplace_back("X-Total-Count", QByteArray::number(first.total));
        response.stream = std::make_shared<ExportBody>(source, first);
        call->send(std::move(response));
    });
}

void sendRows(const ApiContext &api, const CallPtr &call, ExportRequest request, const QString &name)
{
    const QString word = call->query("format").value_or(QStringLiteral("csv"));
    const auto format = exportFormatOf(word.toUtf8());
    if (!format)
        return call->fail(invalid("api.bad_parameter", text(QT_TRANSLATE_NOOP("Engine", "format must be csv, excel or jsonl."))));
    request.format = *format;
    const bool isJson = *format == ExportFormat::JsonLines;
    sendExport(api, call, request, isJson ? "application/x-ndjson; charset=utf-8" : "text/csv; charset=utf-8", name + (isJson ? QStringLiteral(".jsonl") : QStringLiteral(".csv")));
}

} // namespace

void exportJobs(const ApiContext &api, const CallPtr &call)
{
    const auto filter = jobFilterOf(api, *call);
    if (!filter)
        return call->fail(filter.error());
    sendRows(api, call, {*filter, {}}, QStringLiteral("jobs"));
}

void exportFatals(const ApiContext &api, const CallPtr &call)
{
    const auto filter = filterOf<FatalFilter>(api, *call);
    if (!filter)
        return call->fail(filter.error());
    sendRows(api, call, {*filter, {}}, QStringLiteral("fatals"));
}

void exportActivity(const ApiContext &api, const CallPtr &call)
{
    const auto filter = filterOf<ActivityFilter>(api, *call);
    if (!filter)
        return call->fail(filter.error());
    sendRows(api, call, {*filter, {}}, QStringLiteral("activity"));
}

void exportTitles(const ApiContext &api, const CallPtr &call)
{
    const auto filter = filterOf<TitleFilter>(api, *call);
    if (!filter)
        return call->fail(filter.error());
    sendRows(api, call, {*filter, {}}, QStringLiteral("titles"));
}

void exportJobLog(const ApiContext &api, const CallPtr &call)
{
    const auto attempt = call->number("attempt", 0, 0, std::numeric_limits<int>::max());
    if (!attempt)
        return call->fail(attempt.error());
    sendExport(api, call, {LogText{{call->value()}, static_cast<int>(*attempt)}, {}}, "text/plain; charset=utf-8", QStringLiteral("job.log"));
}

} // namespace kule
