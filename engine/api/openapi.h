// SPDX-License-Identifier: GPL-3.0-or-later
// The OpenAPI 3.1 description of this server, made once from the table that routes. Any thread.
#pragma once
#include <QByteArray>

namespace kule {

QByteArray openApiDocument();

} // namespace kule
