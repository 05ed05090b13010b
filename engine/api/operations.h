// SPDX-License-Identifier: GPL-3.0-or-later
// THE table of operations: routing, authorisation, /openapi.json, the docs page and the tests read the same rows.
// Constant; any thread.
#pragma once
#include "api/errors.h"
#include "keys/accesskeys.h"

#include <memory>
#include <span>

namespace kule {

class Call;
struct ApiContext;
using CallPtr = std::shared_ptr<Call>;
/// Runs on the connection's thread, must not block, and answers the call once, now or later.
using Handler = void (*)(const ApiContext &api, const CallPtr &call);

enum class Verb { Get, Post, Put, Patch, Delete };
/// Who may: anybody; a key with that scope or a greater one; or who knows the secret of the bot, which its handler checks.
enum class Access { Open, Read, Run, Admin, Telegram };

/// A query parameter. type is JSON Schema's; meaning and summaries are marked for translation.
struct Parameter
{
    const char *name;
    const char *type;
    const char *meaning;
};

/// A body that is parsed as JSON; schema names one of resources/openapi/schemas.json.
struct Body
{
    enum class Need { None, Optional, Required };
    Need need = Need::None;
    const char *schema = nullptr;
};

struct Answer
{
    int status;
    const char *schema; ///< of the data, without the envelope; null: no JSON
    const char *contentType = "application/json";
};

struct Operation
{
    Verb verb;
    const char *path; ///< "/api/jobs/{id}"
    Access access;
    const char *summary;
    Handler handler;
    Answer answer;
    Body body = {};
    std::span<const Parameter> query = {};
};

std::span<const Operation> operations();

constexpr const char *wordOf(Verb verb)
{
    switch (verb) {
    case Verb::Get:
        return "GET";
    case Verb::Post:
        return "POST";
    case Verb::Put:
        return "PUT";
    case Verb::Patch:
        return "PATCH";
    case Verb::Delete:
        return "DELETE";
    }
    return "GET";
}

constexpr bool allows(Access access, Scope scope)
{
    switch (access) {
    case Access::Open:
    case Access::Telegram:
    case Access::Read:
        return true;
    case Access::Run:
        return scope >= Scope::Run;
    case Access::Admin:
        return scope == Scope::Admin;
    }
    return false;
}

} // namespace kule
