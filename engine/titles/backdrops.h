// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of titles: out of memory, off the disk, or from where the page said, in this order; at most eight megabytes each.
// What a page names is not trusted: only the site's own picture hosts are asked (and the base url's host), no redirect is
// followed, and what is no picture is refused. Lives on one thread; calls may come from any; its disk has a thread of its own.
#pragma once
#include "net/httpclient.h"
#include "titles/storedtitle.h"

#include <QCache>
#include <QThreadPool>

namespace kule {

class Backdrops : public QObject
{
public:
    static constexpr qint64 largest = 8 << 20;      ///< bytes of one
    static constexpr qint64 memoryRoom = 32 << 20;  ///< bytes
    static constexpr qint64 diskRoom = 256 << 20;   ///< bytes; the oldest files go first

    /// folder: made when it is needed; may be deleted at any time.
    Backdrops(HttpClient &http, QString folder, QString baseUrl);
    ~Backdrops() override;
    /// On its thread.
    void configure(const QString &baseUrl) { m_baseUrl = baseUrl; }

    /// title.backdrop_refused, title.backdrop_away
    Future<Result<Backdrop>> get(QString url);

private:
    using Owed = Promise<Result<Backdrop>>;
    void look(const QString &url);
    void send(const QString &url);
    void keep(const QString &url, const Backdrop &backdrop);
    void answer(const QString &url, const Result<Backdrop> &result);

    HttpClient &m_http;
    const QString m_folder;
    QString m_baseUrl;
    QCache<QString, Backdrop> m_memory; ///< costs are kilobytes
    QHash<QString, std::vector<Owed>> m_waiting;
    QThreadPool m_disk;
};

/// "image/jpeg", "image/png", "image/webp" or "image/gif" by its first bytes; empty: none of these.
QByteArray pictureTypeOf(QByteArrayView bytes);

} // namespace kule
