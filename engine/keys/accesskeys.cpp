// SPDX-License-Identifier: GPL-3.0-or-later
#include "keys/accesskeys.h"

namespace kule {

const char *wordOf(Scope scope)
{
    switch (scope) {
    case Scope::Read:
        return "read";
    case Scope::Run:
        return "run";
    case Scope::Admin:
        return "admin";
    }
    return "read";
}

std::optional<Scope> scopeOf(QByteArrayView word)
{
    for (const Scope scope : {Scope::Read, Scope::Run, Scope::Admin}) {
        if (word == wordOf(scope))
            return scope;
    }
    return std::nullopt;
}

} // namespace kule
