// SPDX-License-Identifier: GPL-3.0-or-later
// Heroku's apps as the API's JSON; the rest of presentation.h stands in presentation.cpp.
#include "api/presentation.h"

namespace kule {
namespace {

Json orNull(const QString &text)
{
    return text.isEmpty() ? Json(nullptr) : Json(text);
}

} // namespace

Json present(const RestartTimes &times, Language)
{
    if (times.cron.isEmpty())
        return nullptr;
    return {{"cron", times.cron}, {"timezone", times.timezone}, {"jitter_s", times.jitterMs / 1000}};
}

Json present(const HerokuApp &app, Language language)
{
    Json last = nullptr;
    if (app.lastRestart)
        last = {{"at", timeJson(app.lastRestart->at)}, {"result", kule::wordOf(app.lastRestart->end)}, {"message", app.lastRestart->said.in(language)}};
    return {{"name", app.name},
            {"is_given", app.isGiven},
            {"restart_schedule", present(app.restarts, language)},
            {"restart_type", orNull(app.restartType)},
            {"next_restart_at", timeJson(app.nextRestartAt)},
            {"last_restart", std::move(last)},
            {"requests_left", app.requestsLeft ? Json(*app.requestsLeft) : Json(nullptr)},
            {"waits_until", timeJson(app.waitsUntil)}};
}

Json present(const HerokuDyno &dyno, Language language)
{
    return {{"name", dyno.name},
            {"type", dyno.type},
            {"state", dyno.state},
            {"size", dyno.size},
            {"command", dyno.command},
            {"release", dyno.release},
            {"started_at", timeJson(dyno.startedAt)},
            {"cycles_from", timeJson(dyno.cyclesFrom)},
            {"cycles_until", timeJson(dyno.cyclesUntil)},
            {"cycling", orNull(dyno.cycling.in(language))}};
}

Json present(const HerokuFormation &row, Language)
{
    return {{"type", row.type}, {"quantity", row.quantity}, {"size", row.size}, {"command", row.command}};
}

Json present(const HerokuPreview &preview, Language language)
{
    return {{"effect", preview.effect.in(language)}, {"expected", preview.expected}};
}

Json present(const HerokuOutcome &outcome, Language language)
{
    return {{"effect", outcome.effect.in(language)}, {"at", timeJson(outcome.at)}};
}

Json present(const HerokuLog &log, Language)
{
    Json lines = Json::array();
    for (const HerokuLogLine &line : log.lines)
        lines.push_back({{"at", orNull(line.at)}, {"source", line.source}, {"dyno", line.dyno}, {"text", line.text}});
    return {{"lines", std::move(lines)}, {"is_cut", log.isCut}};
}

} // namespace kule
