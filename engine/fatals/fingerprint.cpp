// SPDX-License-Identifier: GPL-3.0-or-later
#include "fatals/fingerprint.h"

#include <QCryptographicHash>
#include <QRegularExpression>

namespace kule {
namespace {

// Deeper stacks are recursion; what is beyond tells nothing more.
constexpr std::size_t mostFrames = 50;

QString baseName(const QString &path)
{
    return path.mid(std::max(path.lastIndexOf(u'/'), path.lastIndexOf(u'\\')) + 1);
}

struct OwnFrames
{
    QStringList keys;
    QStringList functions;
    QString lastFile;
};

// Each function once, so that the depth of a recursion does not count.
OwnFrames ownFrames(const Json &frames)
{
    OwnFrames own;
    if (!frames.is_array())
        return own;
    for (const Json &frame : frames) {
        if (!frame.is_object() || !frame.contains("own") || frame["own"] != true || own.keys.size() >= static_cast<qsizetype>(mostFrames))
            continue;
        const QString file = baseName(textOf(frame, "file"));
        const QString function = textOf(frame, "function").left(200);
        own.lastFile = file;
        const QString key = file + u'\x1f' + function;
        if (own.keys.contains(key))
            continue;
        own.keys << key;
        own.functions << function;
    }
    return own;
}

bool isOwn(const QString &file)
{
    static const QStringList foreign{QStringLiteral("site-packages"), QStringLiteral("dist-packages"), QStringLiteral("/lib/python"),
                                     QStringLiteral("\\Lib\\"),       QStringLiteral("<frozen"),       QStringLiteral("kule_worker")};
    return std::none_of(foreign.begin(), foreign.end(), [&file](const QString &part) { return file.contains(part); });
}

Fingerprint make(const char *kind, const QStringList &key, const QString &place, const QStringList &args)
{
    const QByteArray digest = QCryptographicHash::hash((QString::fromLatin1(kind) + u'\x1e' + key.join(u'\x1e')).toUtf8(), QCryptographicHash::Sha256);
    Json reason = {{"kind", kind}, {"args", Json::array()}};
    for (const QString &arg : args)
        reason["args"].push_back(arg);
    return {QString::fromLatin1(digest.toHex().left(16)), place, dumpJson(reason)};
}

} // namespace

Fingerprint fingerprintOf(const FingerprintSource &source)
{
    const QString file = baseName(source.file);
    const OwnFrames own = ownFrames(source.frames);
    if (!own.keys.isEmpty()) {
        const QString place = QStringLiteral("%1 (%2)").arg(own.functions.join(QStringLiteral(" › ")), own.lastFile);
        return make("frames", QStringList{source.type} + own.keys, place, {source.type, place});
    }
    // How a time-out was enforced (politely or not) is no part of what happened.
    if (source.type == QLatin1String("TimeoutExpired"))
        return make("timeout", {source.type, file}, file, {file});
    if (!source.signal.isEmpty())
        return make("signal", {source.type, source.signal, file}, file, {source.signal, file});
    if (source.exitCode && *source.exitCode != 0) {
        const QString status = QString::number(*source.exitCode);
        return make("exit", {source.type, status, file}, file, {status, file});
    }
    return make("type", {source.type, file}, file, {source.type, file});
}

Text reasonText(const QByteArray &reason)
{
    const Json stored = parseJson(reason).value_or(Json());
    const QString kind = textOf(stored, "kind");
    QStringList args;
    if (stored.is_object() && stored.contains("args") && stored["args"].is_array()) {
        for (const Json &arg : stored["args"])
            args << (arg.is_string() ? arg.get<QString>() : QString());
    }
    Text sentence;
    if (kind == QLatin1String("frames"))
        sentence.source = QT_TRANSLATE_NOOP("Engine", "%1 in %2: the same type from the same functions, at whatever line.");
    else if (kind == QLatin1String("timeout"))
        sentence.source = QT_TRANSLATE_NOOP("Engine", "%1 took longer than its time-out.");
    else if (kind == QLatin1String("signal"))
        sentence.source = QT_TRANSLATE_NOOP("Engine", "The process of %2 died by %1.");
    else if (kind == QLatin1String("exit"))
        sentence.source = QT_TRANSLATE_NOOP("Engine", "The process of %2 ended with exit status %1.");
    else
        sentence.source = QT_TRANSLATE_NOOP("Engine", "%1 in %2: the same type in the same file.");
    sentence.args.assign(args.begin(), args.end());
    return sentence;
}

Json framesOf(const QString &traceback)
{
    static const QRegularExpression line(QStringLiteral("^ +File \"([^\"\\n]+)\", line [0-9]+,? in ([^\\n]+)$"), QRegularExpression::MultilineOption);
    Json frames = Json::array();
    const qsizetype last = std::max<qsizetype>(traceback.lastIndexOf(QLatin1String("Traceback (most recent call last)")), 0);
    auto matches = line.globalMatch(traceback, last);
    while (matches.hasNext()) {
        const auto match = matches.next();
        frames.push_back({{"file", match.captured(1)}, {"function", match.captured(2).trimmed()}, {"own", isOwn(match.captured(1))}});
    }
    return frames;
}

} // namespace kule
