// SPDX-License-Identifier: GPL-3.0-or-later
#include "titles/backdrops.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QUrl>

namespace kule {
namespace {

constexpr Milliseconds timeout = std::chrono::seconds(20);
constexpr int diskThreads = 1;
constexpr QLatin1String pictureHosts[] = {QLatin1String("nflxso.net"), QLatin1String("nflximg.net"), QLatin1String("nflximg.com"), QLatin1String("netflix.com")};

bool isPictureHost(const QString &host)
{
    return std::any_of(std::begin(pictureHosts), std::end(pictureHosts), [&](QLatin1String known) {
        return host == known || (host.endsWith(known) && host[host.size() - known.size() - 1] == u'.');
    });
}

bool mayAsk(const QString &url, const QString &baseUrl)
{
    const QString place = hostOf(url);
    if (place.isEmpty())
        return false;
    const QUrl parsed(url, QUrl::StrictMode);
    return place == hostOf(baseUrl) || (parsed.scheme() == QLatin1String("https") && parsed.port(443) == 443 && isPictureHost(parsed.host()));
}

tl::unexpected<Error> away(const Text &reason)
{
    return fail(ErrorKind::Unavailable, "title.backdrop_away", text(QT_TRANSLATE_NOOP("Engine", "The picture did not come: %1. Try again later."), reason));
}

QString fileOf(const QString &folder, const QString &url)
{
    return folder + u'/' + QString::fromLatin1(QCryptographicHash::hash(url.toUtf8(), QCryptographicHash::Sha256).toHex());
}

std::optional<Backdrop> read(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly) || file.size() > Backdrops::largest)
        return std::nullopt;
    Backdrop backdrop;
    backdrop.bytes = file.readAll();
    backdrop.contentType = pictureTypeOf(backdrop.bytes);
    return backdrop.contentType.isEmpty() ? std::nullopt : std::optional(backdrop);
}

// A cache: where the disk refuses, the picture comes from the network the next time.
void write(const QString &folder, const QString &name, const QByteArray &bytes)
{
    if (!QDir().mkpath(folder))
        return;
    QSaveFile file(name);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return;
    qint64 room = Backdrops::diskRoom;
    const QFileInfoList files = QDir(folder).entryInfoList(QDir::Files, QDir::Time); // newest first
    for (const QFileInfo &info : files) {
        room -= info.size();
        if (room < 0)
            QFile::remove(info.filePath());
    }
}

} // namespace

QByteArray pictureTypeOf(QByteArrayView bytes)
{
    if (bytes.startsWith("\xff\xd8\xff"))
        return "image/jpeg";
    if (bytes.startsWith("\x89PNG\r\n\x1a\n"))
        return "image/png";
    if (bytes.startsWith("GIF87a") || bytes.startsWith("GIF89a"))
        return "image/gif";
    return bytes.size() > 12 && bytes.startsWith("RIFF") && bytes.sliced(8).startsWith("WEBP") ? QByteArray("image/webp") : QByteArray();
}

Backdrops::Backdrops(HttpClient &http, QString folder, QString baseUrl)
    : m_http(http)
    , m_folder(std::move(folder))
    , m_baseUrl(std::move(baseUrl))
    , m_memory(memoryRoom / 1024)
{
    m_disk.setMaxThreadCount(diskThreads);
}

Backdrops::~Backdrops()
{
    const QStringList urls = m_waiting.keys();
    for (const QString &url : urls)
        answer(url, tl::unexpected(detail::goneError()));
}

Future<Result<Backdrop>> Backdrops::get(QString url)
{
    const Promise<Result<Backdrop>> promise;
    const auto future = promise.future();
    post(this, [this, promise = std::move(promise), url = std::move(url)] {
        const bool isUnderWay = m_waiting.contains(url);
        m_waiting[url].push_back(promise);
        if (!isUnderWay)
            look(url);
    });
    return future;
}

void Backdrops::look(const QString &url)
{
    if (!mayAsk(url, m_baseUrl))
        return answer(url, fail(ErrorKind::Invalid, "title.backdrop_refused",
                                text(QT_TRANSLATE_NOOP("Engine", "The page names a picture at a place that Kule does not ask: %1"), QUrl(url).host().left(200))));
    if (const Backdrop *near = m_memory.object(url))
        return answer(url, *near);
    auto onDisk = onPool(m_disk, [name = fileOf(m_folder, url)] { return Result<std::optional<Backdrop>>(read(name)); });
    whenDone(onDisk, this, [this, url](const Result<std::optional<Backdrop>> &found) {
        if (!found || !*found)
            return send(url);
        m_memory.insert(url, new Backdrop(**found), 1 + static_cast<int>((*found)->bytes.size() / 1024));
        answer(url, **found);
    });
}

void Backdrops::send(const QString &url)
{
    HttpRequest request;
    request.url = url;
    request.headers = {{"User-Agent", "Mozilla/5.0 (compatible; Kule/" KULE_VERSION ")"}, {"Accept", "image/jpeg,image/png,image/webp;q=0.5"}};
    request.timeout = timeout;
    request.largestReply = largest;
    whenDone(m_http.send(std::move(request)), this, [this, url](const Result<HttpReply> &reply) {
        if (!reply)
            return answer(url, away(reply.error().message));
        if (reply->status != 200)
            return answer(url, away(verbatim(QString::number(reply->status))));
        const Backdrop backdrop{pictureTypeOf(reply->body), reply->body};
        if (backdrop.contentType.isEmpty())
            return answer(url, away(text(QT_TRANSLATE_NOOP("Engine", "what came is no picture"))));
        keep(url, backdrop);
        answer(url, backdrop);
    });
}

void Backdrops::keep(const QString &url, const Backdrop &backdrop)
{
    m_memory.insert(url, new Backdrop(backdrop), 1 + static_cast<int>(backdrop.bytes.size() / 1024));
    m_disk.start([folder = m_folder, name = fileOf(m_folder, url), bytes = backdrop.bytes] { write(folder, name, bytes); });
}

void Backdrops::answer(const QString &url, const Result<Backdrop> &result)
{
    for (const Owed &promise : m_waiting.take(url))
        promise.answer(result);
}

} // namespace kule
