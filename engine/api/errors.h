// SPDX-License-Identifier: GPL-3.0-or-later
// Errors as answers: which HTTP status a kind has, and the two shapes of error bodies. Sentences follow the reader's
// language, codes never change. Any thread.
#pragma once
#include "api/http/message.h"
#include "base/result.h"

#include <string_view>

namespace kule {

/// {"error": sentence, "code"} for the job runner's old clients, {"success": false, "error": {…}} for all others.
enum class ErrorShape { Runner, Api };

/// The shape of a path, known or unknown: "/", "/run", "/fatals…" are the runner's.
constexpr ErrorShape shapeOf(std::string_view path)
{
    const bool isRunner = path == "/" || path == "/run" || path == "/fatals" || path.starts_with("/fatals/");
    return isRunner ? ErrorShape::Runner : ErrorShape::Api;
}

int statusOf(const Error &error);
http::Response errorAnswer(int status, const Error &error, ErrorShape shape, Language language);
/// With the status of the error's kind.
http::Response errorAnswer(const Error &error, ErrorShape shape, Language language);

} // namespace kule
