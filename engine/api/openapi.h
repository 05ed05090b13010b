// SPDX-License-Identifier: GPL-3.0-or-later
// The OpenAPI 3.1 description of this server, made once for each language from the table that routes. Any thread.
#pragma once
#include "base/text.h"

namespace kule {

QByteArray openApiDocument(Language language);

} // namespace kule
