// SPDX-License-Identifier: GPL-3.0-or-later
// A signature by a secret that leaves no copy of it behind, as Qt's own does. Pure.
#pragma once
#include "base/secret.h"

#include <QByteArray>

namespace kule {

/// HMAC-SHA256 (RFC 2104), 32 bytes.
QByteArray hmacSha256(const Secret &key, QByteArrayView message);

} // namespace kule
