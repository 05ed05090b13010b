// SPDX-License-Identifier: GPL-3.0-or-later
// TLS for the server from what an admin has: a certificate (chain) and its key as PEM. Any thread; keeps no copy of the key
// but the one inside the configuration.
#pragma once
#include "base/result.h"
#include "base/secret.h"

#include <QSslConfiguration>

namespace kule::http {

/// Errors: api.tls_unavailable, api.bad_certificate, api.bad_key (no unencrypted RSA or EC key in PEM).
Result<QSslConfiguration> serverTls(const QByteArray &certificatePem, const Secret &keyPem);

} // namespace kule::http
