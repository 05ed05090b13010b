// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/errors.h"

namespace kule {

int statusOf(const Error &error)
{
    // The document answers 500 with the operating system's reason where a report cannot be deleted.
    if (error.code == "fatal.io" || error.code == "fatal.unreadable")
        return 500;
    // Here Kule is the gateway.
    if (error.code == "SCRAPE_ERROR" || error.code == "PARSE_ERROR")
        return 502;
    switch (error.kind) {
    case ErrorKind::Invalid:
        return 400;
    case ErrorKind::Unauthorised:
        return 401;
    case ErrorKind::Forbidden:
        return 403;
    case ErrorKind::NotFound:
        return 404;
    case ErrorKind::Conflict:
        return 409;
    case ErrorKind::TooLarge:
        return 413;
    case ErrorKind::Busy:
        return 429;
    case ErrorKind::Unavailable:
        return 503;
    case ErrorKind::TimedOut:
        return 504;
    case ErrorKind::Broken:
        return 500;
    }
    return 500;
}

http::Response errorAnswer(int status, const Error &error, ErrorShape shape, Language language)
{
    const QString sentence = error.message.in(language);
    http::Response response;
    response.status = status;
    if (shape == ErrorShape::Runner) {
        response.body = dumpJson(Json{{"error", sentence}, {"code", error.code}});
    } else {
        Json inner{{"code", error.code}, {"message", sentence}};
        if (!error.details.is_null())
            inner["details"] = error.details;
        response.body = dumpJson(Json{{"success", false}, {"error", std::move(inner)}});
    }
    if (error.retryAfter)
        response.headers.emplace_back("Retry-After", QByteArray::number(*error.retryAfter));
    else if (status == 429)
        response.headers.emplace_back("Retry-After", "1");
    if (status == 401)
        response.headers.emplace_back("WWW-Authenticate", "Bearer realm=\"Kule\"");
    return response;
}

http::Response errorAnswer(const Error &error, ErrorShape shape, Language language)
{
    return errorAnswer(statusOf(error), error, shape, language);
}

} // namespace kule
