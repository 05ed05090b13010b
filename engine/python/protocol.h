// SPDX-License-Identifier: GPL-3.0-or-later
// What engine and Python worker say to each other: frames of four bytes of length (big endian), then JSON. Pure values;
// any thread. A worker runs other people's code, so nothing that it says is trusted: not the length, not the shape.
#pragma once
#include "base/json.h"

#include <QStringList>

#include <optional>
#include <variant>

namespace kule {

inline constexpr qsizetype maxFrame = 16 * 1024 * 1024;
inline constexpr qsizetype maxResult = 1024 * 1024;

QByteArray encodeFrame(const Json &message);

/// Bytes in, messages out. After the first bad frame it is broken for good and gives nothing more.
class FrameDecoder
{
public:
    void feed(QByteArrayView bytes);
    std::optional<Json> next();
    bool isBroken() const { return m_isBroken; }

private:
    QByteArray m_bytes;
    qsizetype m_read = 0;
    bool m_isBroken = false;
};

/// What one job is; the worker makes it ready and waits for the word to go.
struct RunOrder
{
    QString job;
    QString path;
    QByteArray source;
    QByteArray args;   ///< JSON array
    QByteArray kwargs; ///< JSON object
    QString seleniumUrl;
    QStringList roots;
};
QByteArray encodeRun(const RunOrder &order);
QByteArray encodeGo();

/// It holds the order, made ready; none of the file has run.
struct WorkerReady
{
};
struct WorkerProgress
{
    double percent = 0; ///< 0 … 100
    QString step;
};
struct WorkerTrigger
{
    QString channel;
    QString event;
    QByteArray data; ///< JSON
};
struct WorkerEnded
{
    enum class How { Returned, Raised } how = How::Returned;
    QByteArray result; ///< JSON; empty: none
    bool resultIsRepr = false;
    QString type;
    QString error;
    QString traceback;
    Json chain = Json::array();  ///< as Ending::chain
    Json frames = Json::array(); ///< as Ending::frames
    std::optional<int> exitCode;
    bool isMemory = false;
};
using WorkerMessage = std::variant<WorkerReady, WorkerProgress, WorkerTrigger, WorkerEnded>;

/// Nothing when it is none of the above; what is too long is cut, what may not be there is dropped.
std::optional<WorkerMessage> readWorkerMessage(const Json &message);

} // namespace kule
