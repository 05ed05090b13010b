// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/call.h"

namespace kule {

Call::Call(Parts parts)
    : m_parts(std::move(parts))
    , m_language(preferredLanguage(m_parts.request.header("Accept-Language")))
    , m_shape(shapeOf(m_parts.route.operation->path))
{
}

std::optional<QString> Call::query(const char *name) const
{
    for (const auto &[key, value] : m_parts.query) {
        if (key == name)
            return value;
    }
    return std::nullopt;
}

Result<qint64> Call::number(const char *name, qint64 fallback, qint64 least, qint64 most) const
{
    const auto text = query(name);
    if (!text)
        return fallback;
    bool isNumber = false;
    const qint64 number = text->toLongLong(&isNumber);
    if (!isNumber || number < least || number > most)
        return kule::fail(ErrorKind::Invalid, "api.bad_parameter",
                          kule::text(QT_TRANSLATE_NOOP("Engine", "%1 must be a whole number from %2 to %3."), QString::fromLatin1(name),
                                     QString::number(least), QString::number(most)));
    return number;
}

Result<PageRequest> Call::page() const
{
    const auto limit = number("limit", 100, 1, 1000);
    if (!limit)
        return kule::fail(limit.error());
    return PageRequest{query("after").value_or(QString()), static_cast<int>(*limit)};
}

void Call::succeedWith(const QByteArray &json, int status) const
{
    http::Response response;
    response.status = status;
    response.body = m_shape == ErrorShape::Runner ? json : "{\"success\":true,\"data\":" + json + '}';
    send(std::move(response));
}

void Call::fail(const Error &error) const
{
    send(errorAnswer(error, m_shape, m_language));
}

void Call::send(http::Response response) const
{
    addSafetyHeaders(m_parts.request, *m_parts.policy, response);
    response.caller = m_parts.caller.name;
    m_parts.responder->send(std::move(response));
}

} // namespace kule
