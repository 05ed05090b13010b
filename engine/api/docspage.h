// SPDX-License-Identifier: GPL-3.0-or-later
// The page at /docs: one file of ours that renders /openapi.json, loads nothing from elsewhere and keeps a key in memory
// only. Any thread.
#pragma once
#include "api/http/message.h"

namespace kule {

/// With a content security policy that names the page's own script and style by their hashes.
http::Response docsPage();

} // namespace kule
