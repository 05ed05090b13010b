// SPDX-License-Identifier: GPL-3.0-or-later
// From a request's target to a row of the operations table. A path is split at its slashes first and then percent-decoded,
// so that an encoded slash stays inside its segment. Immutable once made; any thread. Knows no key and no body.
#pragma once
#include "api/operations.h"

#include <QHash>
#include <QStringList>

namespace kule {

struct Route
{
    const Operation *operation = nullptr; ///< null: the path is known, the verb is not
    QStringList values;                   ///< of the path's {parameters}, decoded
    QByteArray allow;                     ///< "GET, HEAD, OPTIONS"
};

class Router
{
public:
    explicit Router(std::span<const Operation> operations);
    ~Router();
    /// api.bad_target (a broken escape, NUL or bytes that are not UTF-8), api.not_found
    Result<Route> find(QByteArrayView method, QByteArrayView path) const;

private:
    struct Node;
    std::unique_ptr<Node> m_root;
};

/// One percent-decoded piece of a target; nothing for a broken escape, NUL, or what is not UTF-8.
std::optional<QString> percentDecoded(QByteArrayView piece);

using Query = std::vector<std::pair<QByteArray, QString>>;
/// name=value pairs, '+' read as a space; nothing where a piece cannot be decoded.
std::optional<Query> parseQuery(QByteArrayView query);

} // namespace kule
