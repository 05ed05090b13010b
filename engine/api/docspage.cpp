// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/docspage.h"

#include <QCryptographicHash>
#include <QFile>

namespace kule {
namespace {

// "'sha256-…'" of what stands between the element's tags.
QByteArray hashOf(const QByteArray &page, const QByteArray &element)
{
    const QByteArray opening = '<' + element + '>';
    const qsizetype from = page.indexOf(opening) + opening.size();
    const qsizetype to = page.indexOf("</" + element + '>', from);
    const QByteArray digest = QCryptographicHash::hash(page.mid(from, to - from), QCryptographicHash::Sha256);
    return "'sha256-" + digest.toBase64() + '\'';
}

http::Response load()
{
    QFile file(QStringLiteral(":/openapi/docs.html"));
    http::Response response;
    response.contentType = "text/html; charset=utf-8";
    if (file.open(QIODevice::ReadOnly))
        response.body = file.readAll();
    response.headers = {
        {"Content-Security-Policy",
         "default-src 'none'; script-src " + hashOf(response.body, "script") + "; style-src " + hashOf(response.body, "style")
             + "; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"},
        {"Referrer-Policy", "no-referrer"},
    };
    return response;
}

} // namespace

http::Response docsPage()
{
    static const http::Response page = load();
    return page;
}

} // namespace kule
