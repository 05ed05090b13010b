// SPDX-License-Identifier: GPL-3.0-or-later
// Where the API is, for the lines of curl that panels show. Gui thread.
#pragma once
#include <QString>

#include <functional>

class QObject;

namespace kule {

class ApiControl;

/// Calls take with the url at once (the usual one, as long as it is not known) and each time that it is another, until context is
/// gone.
void followApiUrl(ApiControl &api, QObject *context, std::function<void(const QString &url)> take);

} // namespace kule
