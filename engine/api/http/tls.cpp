// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/http/tls.h"

#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>

namespace kule::http {

Result<QSslConfiguration> serverTls(const QByteArray &certificatePem, const Secret &keyPem)
{
    if (!QSslSocket::supportsSsl())
        return fail(ErrorKind::Unavailable, "api.tls_unavailable",
                    text(QT_TRANSLATE_NOOP("Engine", "This system has no TLS library that Qt can use. Install OpenSSL, or switch TLS off.")));
    const QList<QSslCertificate> chain = QSslCertificate::fromData(certificatePem, QSsl::Pem);
    if (chain.isEmpty() || chain.first().isNull())
        return fail(ErrorKind::Invalid, "api.bad_certificate",
                    text(QT_TRANSLATE_NOOP("Engine", "The TLS certificate is not a PEM certificate. Choose another file.")));
    const QByteArray keyBytes = QByteArray::fromRawData(keyPem.view().data(), keyPem.view().size());
    for (const auto algorithm : {QSsl::Ec, QSsl::Rsa}) {
        const QSslKey key(keyBytes, algorithm, QSsl::Pem, QSsl::PrivateKey);
        if (key.isNull())
            continue;
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setLocalCertificateChain(chain);
        configuration.setPrivateKey(key);
        configuration.setPeerVerifyMode(QSslSocket::VerifyNone); // clients show access keys, not certificates
        configuration.setProtocol(QSsl::TlsV1_2OrLater);
        return configuration;
    }
    return fail(ErrorKind::Invalid, "api.bad_key",
                text(QT_TRANSLATE_NOOP("Engine", "The TLS key is not an unencrypted PEM key (RSA or EC). Choose another file.")));
}

} // namespace kule::http
