// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/apiurl.h"

#include "api/apicontrol.h"

namespace kule {

void followApiUrl(ApiControl &api, QObject *context, std::function<void(const QString &url)> take)
{
    const auto takeStatus = [take = std::move(take)](const ApiStatus &status) { take(status.urls.value(0, QStringLiteral("http://127.0.0.1:3000"))); };
    takeStatus({});
    QObject::connect(&api, &ApiControl::changed, context, takeStatus);
    whenDone(api.status(), context, [takeStatus](const Result<ApiStatus> &status) {
        if (status)
            takeStatus(*status);
    });
}

} // namespace kule
