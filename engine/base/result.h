// SPDX-License-Identifier: GPL-3.0-or-later
// What every fallible call answers: a value, or an Error with a stable code and a sentence that says what to do next.
// Exceptions come from libraries only and are turned into one of these at the border. Any thread.
#pragma once
#include "base/json.h"
#include "base/text.h"

#include <tl/expected.hpp>

#include <optional>

namespace kule {

/// Two switches without a default map these: one to HTTP statuses (api), one to what the window shows (app).
enum class ErrorKind {
    Invalid,      ///< the caller's words are wrong; saying them again will not help
    Unauthorised, ///< no key, or not one of ours
    Forbidden,    ///< a key, but not for this
    NotFound,
    Conflict, ///< at odds with what is there now
    TooLarge,
    Busy,        ///< full for the moment; see Error::retryAfter
    Unavailable, ///< something that is needed is away: disk, store, interpreter, network
    TimedOut,
    Broken, ///< what was stored cannot be read, or we are wrong ourselves
};

struct Error
{
    ErrorKind kind = ErrorKind::Broken;
    QByteArray code; ///< stable, dotted, lower case: "job.path_outside_roots"; tests compare it
    Text message;
    Json details = nullptr;
    std::optional<int> retryAfter; ///< seconds
};

template <class T>
using Result = tl::expected<T, Error>;
using Done = Result<void>;

inline tl::unexpected<Error> fail(ErrorKind kind, const char *code, Text message)
{
    return tl::unexpected(Error{kind, QByteArray(code), std::move(message), nullptr, std::nullopt});
}

inline tl::unexpected<Error> fail(Error error)
{
    return tl::unexpected(std::move(error));
}

} // namespace kule
