// SPDX-License-Identifier: GPL-3.0-or-later
#include "python/protocol.h"

#include <QtEndian>

#include <algorithm>
#include <cmath>

namespace kule {
namespace {

constexpr qsizetype lengthSize = 4;
constexpr std::size_t maxChain = 50;
constexpr std::size_t maxFrames = 100;
constexpr qsizetype maxTraceback = 512 * 1024;
constexpr qsizetype maxWord = 300;
constexpr qsizetype maxLine = 4000;

QString clipped(const Json &object, const char *key, qsizetype limit)
{
    return textOf(object, key).left(limit);
}

Json framesOf(const Json &object)
{
    Json frames = Json::array();
    const auto found = object.find("frames");
    if (found == object.end() || !found->is_array())
        return frames;
    for (const Json &frame : *found) {
        if (frames.size() == maxFrames || !frame.is_object())
            break;
        const auto line = frame.find("line");
        const auto own = frame.find("own");
        frames.push_back({{"file", clipped(frame, "file", maxLine)},
                          {"line", line != frame.end() && line->is_number_integer() ? line->get<qint64>() : 0},
                          {"function", clipped(frame, "function", maxWord)},
                          {"code", clipped(frame, "code", maxLine)},
                          {"own", own != frame.end() && own->is_boolean() && own->get<bool>()}});
    }
    return frames;
}

Json chainOf(const Json &object)
{
    Json chain = Json::array();
    const auto found = object.find("chain");
    if (found == object.end() || !found->is_array())
        return chain;
    for (const Json &link : *found) {
        if (chain.size() == maxChain || !link.is_object())
            break;
        chain.push_back({{"type", clipped(link, "type", maxWord)},
                         {"error", clipped(link, "error", maxLine)},
                         {"relation", clipped(link, "relation", maxWord)},
                         {"frames", framesOf(link)}});
    }
    return chain;
}

bool isOn(const Json &object, const char *key)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_boolean() && found->get<bool>();
}

std::optional<WorkerMessage> readEnded(const Json &message)
{
    WorkerEnded ended;
    const QString how = textOf(message, "how");
    if (how == QLatin1String("returned")) {
        ended.result = textOf(message, "result").toUtf8();
        ended.resultIsRepr = isOn(message, "repr");
        if (ended.result.size() > 2 * maxResult)
            return std::nullopt;
        if (!ended.result.isEmpty() && !parseJson(ended.result)) {
            // Too deep for our own parser: kept as text, like everything else that JSON cannot hold for us.
            ended.result = dumpJson(Json(ended.result.toStdString()));
            ended.resultIsRepr = true;
        }
        return ended;
    }
    if (how != QLatin1String("raised"))
        return std::nullopt;
    ended.how = WorkerEnded::How::Raised;
    ended.type = clipped(message, "class", maxWord);
    ended.error = clipped(message, "error", maxLine);
    ended.traceback = clipped(message, "traceback", maxTraceback);
    ended.chain = chainOf(message);
    ended.frames = framesOf(message);
    ended.isMemory = isOn(message, "memory");
    const auto code = message.find("exit_code");
    if (code != message.end() && code->is_number_integer())
        ended.exitCode = static_cast<int>(code->get<qint64>() & 0xff);
    return ended;
}

} // namespace

QByteArray encodeFrame(const Json &message)
{
    const QByteArray body = dumpJson(message);
    QByteArray frame(lengthSize, Qt::Uninitialized);
    qToBigEndian(static_cast<quint32>(body.size()), frame.data());
    return frame + body;
}

void FrameDecoder::feed(QByteArrayView bytes)
{
    if (m_isBroken)
        return;
    if (m_read > 0 && m_read == m_bytes.size()) {
        m_bytes.clear();
        m_read = 0;
    }
    m_bytes.append(bytes);
}

std::optional<Json> FrameDecoder::next()
{
    const qsizetype held = m_bytes.size() - m_read;
    if (m_isBroken || held < lengthSize)
        return std::nullopt;
    const auto size = static_cast<qsizetype>(qFromBigEndian<quint32>(m_bytes.constData() + m_read));
    if (size > maxFrame) {
        m_isBroken = true;
        return std::nullopt;
    }
    if (held < lengthSize + size)
        return std::nullopt;
    auto message = parseJson(QByteArrayView(m_bytes).sliced(m_read + lengthSize, size));
    m_read += lengthSize + size;
    if (m_read > maxFrame) {
        m_bytes.remove(0, m_read);
        m_read = 0;
    }
    m_isBroken = !message || !message->is_object();
    return m_isBroken ? std::nullopt : std::move(message);
}

QByteArray encodeRun(const RunOrder &order)
{
    Json roots = Json::array();
    for (const QString &root : order.roots)
        roots.push_back(root);
    return encodeFrame({{"type", "run"},
                        {"job", order.job},
                        {"path", order.path},
                        {"source", order.source.toBase64()},
                        {"args", order.args},
                        {"kwargs", order.kwargs},
                        {"selenium_url", order.seleniumUrl},
                        {"roots", std::move(roots)}});
}

QByteArray encodeGo()
{
    return encodeFrame({{"type", "go"}});
}

std::optional<WorkerMessage> readWorkerMessage(const Json &message)
{
    const QString type = textOf(message, "type");
    if (type == QLatin1String("ready"))
        return WorkerReady{};
    if (type == QLatin1String("ended"))
        return readEnded(message);
    if (type == QLatin1String("progress")) {
        const auto percent = message.find("percent");
        if (percent == message.end() || !percent->is_number())
            return std::nullopt;
        const auto value = percent->get<double>();
        return WorkerProgress{std::isfinite(value) ? std::clamp(value, 0.0, 100.0) : 0.0, clipped(message, "step", 500)};
    }
    if (type == QLatin1String("event")) {
        WorkerTrigger trigger{clipped(message, "channel", maxWord), clipped(message, "event", maxWord),
                              textOf(message, "data").toUtf8()};
        if (trigger.channel.isEmpty() || trigger.event.isEmpty() || !parseJson(trigger.data))
            return std::nullopt;
        return trigger;
    }
    return std::nullopt;
}

} // namespace kule
