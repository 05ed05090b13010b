// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/openapi.h"

#include "api/operations.h"

#include <QFile>

namespace kule {
namespace {

std::string sentence(const char *source, Language language)
{
    return text(source).in(language).toStdString();
}

OrderedJson reference(const char *schema)
{
    return {{"$ref", std::string("#/components/schemas/") + schema}};
}

// Of the path's {parameters} and the row's query.
OrderedJson parametersOf(const Operation &operation, Language language)
{
    OrderedJson parameters = OrderedJson::array();
    const QByteArray path = operation.path;
    for (qsizetype open = path.indexOf('{'); open >= 0; open = path.indexOf('{', open + 1)) {
        const QByteArray name = path.mid(open + 1, path.indexOf('}', open) - open - 1);
        parameters.push_back({{"name", name.toStdString()}, {"in", "path"}, {"required", true}, {"schema", {{"type", "string"}}}});
    }
    for (const Parameter &parameter : operation.query)
        parameters.push_back({{"name", parameter.name}, {"in", "query"}, {"description", sentence(parameter.meaning, language)}, {"schema", {{"type", parameter.type}}}});
    return parameters;
}

OrderedJson answerSchema(const Operation &operation)
{
    const bool isBare = shapeOf(operation.path) == ErrorShape::Runner || std::string_view(operation.answer.schema) == "OpenApi";
    if (isBare)
        return reference(operation.answer.schema);
    return {{"type", "object"},
            {"required", {"success", "data"}},
            {"properties", {{"success", {{"const", true}}}, {"data", reference(operation.answer.schema)}}}};
}

OrderedJson responsesOf(const Operation &operation)
{
    const Answer &answer = operation.answer;
    const OrderedJson schema = answer.schema ? answerSchema(operation) : OrderedJson{{"type", "string"}};
    OrderedJson responses{{std::to_string(answer.status), {{"description", "Done"}, {"content", {{answer.contentType, {{"schema", schema}}}}}}}};
    const char *error = shapeOf(operation.path) == ErrorShape::Runner ? "#/components/responses/RunnerError" : "#/components/responses/ApiError";
    responses["default"] = {{"$ref", error}};
    return responses;
}

const char *tagOf(std::string_view path)
{
    if (shapeOf(path) == ErrorShape::Runner)
        return QT_TRANSLATE_NOOP("Engine", "Job runner");
    if (path.starts_with("/api/jobs") || path == "/api/scripts")
        return QT_TRANSLATE_NOOP("Engine", "Jobs");
    if (path.starts_with("/api/fatals"))
        return QT_TRANSLATE_NOOP("Engine", "Fatals");
    if (path.starts_with("/api/getinfo") || path.starts_with("/api/titles"))
        return QT_TRANSLATE_NOOP("Engine", "Titles");
    if (path.starts_with("/api/callbacks"))
        return QT_TRANSLATE_NOOP("Engine", "Callbacks");
    return path.starts_with("/api/") ? QT_TRANSLATE_NOOP("Engine", "Administration") : QT_TRANSLATE_NOOP("Engine", "Server");
}

OrderedJson describe(const Operation &operation, Language language)
{
    OrderedJson json{{"tags", {sentence(tagOf(operation.path), language)}}, {"summary", sentence(operation.summary, language)}};
    if (OrderedJson parameters = parametersOf(operation, language); !parameters.empty())
        json["parameters"] = std::move(parameters);
    if (operation.body.need != Body::Need::None)
        json["requestBody"] = {{"required", operation.body.need == Body::Need::Required},
                               {"content", {{"application/json", {{"schema", reference(operation.body.schema)}}}}}};
    json["responses"] = responsesOf(operation);
    switch (operation.access) {
    case Access::Open:
    case Access::Telegram:
        json["security"] = OrderedJson::array();
        break;
    case Access::Read:
        json["x-scope"] = "read";
        break;
    case Access::Run:
        json["x-scope"] = "run";
        break;
    case Access::Admin:
        json["x-scope"] = "admin";
        break;
    }
    return json;
}

OrderedJson schemas()
{
    QFile file(QStringLiteral(":/openapi/schemas.json"));
    if (!file.open(QIODevice::ReadOnly))
        return OrderedJson::object();
    return OrderedJson::parse(file.readAll().toStdString(), nullptr, false);
}

OrderedJson errorResponse(const char *schema)
{
    return {{"description", "What went wrong and what to do"}, {"content", {{"application/json", {{"schema", reference(schema)}}}}}};
}

QByteArray make(Language language)
{
    OrderedJson paths = OrderedJson::object();
    for (const Operation &operation : operations()) {
        const std::string verb = QByteArray(wordOf(operation.verb)).toLower().toStdString();
        paths[operation.path][verb] = describe(operation, language);
    }
    const auto header = [](const char *name) { return OrderedJson{{"type", "apiKey"}, {"in", "header"}, {"name", name}}; };
    return dumpJson(OrderedJson{
        {"openapi", "3.1.0"},
        {"info",
         {{"title", "Kule"}, {"version", KULE_VERSION}, {"description", sentence(QT_TRANSLATE_NOOP("Engine", "The local API of this Kule: jobs, fatal reports, titles, callbacks, keys and settings."), language)},
          {"license", {{"name", "GPL-3.0-or-later"}, {"identifier", "GPL-3.0-or-later"}}}}},
        {"servers", {{{"url", "/"}}}},
        {"security", {{{"authHash", OrderedJson::array()}}, {{"apiKey", OrderedJson::array()}}, {{"bearer", OrderedJson::array()}}}},
        {"paths", std::move(paths)},
        {"components",
         {{"schemas", schemas()},
          {"responses", {{"RunnerError", errorResponse("RunnerError")}, {"ApiError", errorResponse("ApiError")}}},
          {"securitySchemes",
           {{"authHash", header("X-Auth-Hash")}, {"apiKey", header("X-API-Key")}, {"bearer", {{"type", "http"}, {"scheme", "bearer"}}}}}}},
    });
}

} // namespace

QByteArray openApiDocument(Language language)
{
    static const QByteArray english = make(Language::English);
    static const QByteArray turkish = make(Language::Turkish);
    return language == Language::Turkish ? turkish : english;
}

} // namespace kule
