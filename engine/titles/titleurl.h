// SPDX-License-Identifier: GPL-3.0-or-later
// The one shape of url that names a title: https://www.netflix.com/[<locale>/]title/<digits>, with any query. Read by hand
// and strictly, since a lenient reader would let another host through. Pure; any thread. Never fetches anything.
#pragma once
#include "titles/title.h"

namespace kule {

/// Scheme and host in any case; space around it, one slash behind the digits, a query and a fragment are passed over.
/// Fails with VALIDATION_ERROR, details: {"errors": [{"field": "url", "message"}]}.
Result<TitleKey> titleKeyOf(const QString &url);

/// The path of the title's page: "/tr/title/81616256".
QByteArray pathOf(const TitleKey &key);

} // namespace kule
