// SPDX-License-Identifier: GPL-3.0-or-later
// The strict look at a raw request head before the parser sees it: whatever two HTTP programs could read in two ways
// (request smuggling) is refused here. Pure functions; any thread. Never touches a socket, never allocates.
#pragma once
#include "api/http/limits.h"

#include <optional>
#include <string_view>

namespace kule::http {

/// Why a request is refused; code is stable: "http.bad_request".
struct Refusal
{
    int status = 400;
    const char *code = "http.bad_request";
    bool operator==(const Refusal &other) const
    {
        return status == other.status && std::string_view(code) == std::string_view(other.code);
    }
};

/// A whole head, from the first byte of the request line through the empty line.
std::optional<Refusal> guardHead(std::string_view head, const Limits &limits);

/// A head that is not whole yet: what is wrong already, so that nobody waits for the rest.
std::optional<Refusal> guardPartialHead(std::string_view head, const Limits &limits);

/// The part of an absolute-form target ("http://host/path") from its path on; other targets as they are.
std::string_view originForm(std::string_view target);

} // namespace kule::http
