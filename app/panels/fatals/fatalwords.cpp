// SPDX-License-Identifier: GPL-3.0-or-later
#include "fatalwords.h"

#include "widgets/words.h"

#include <QCoreApplication>

namespace kule {
namespace {

QString said(const char *source)
{
    return QCoreApplication::translate("FatalWords", source);
}

QString plain(const Json &value)
{
    return value.is_string() ? QString::fromStdString(value.get_ref<const std::string &>()) : QString::fromUtf8(dumpJson(value));
}

bool isOthers(QStringView frame, const QSet<QString> &ownFiles)
{
    if (!ownFiles.isEmpty()) {
        const qsizetype from = frame.indexOf(u'"') + 1;
        return !ownFiles.contains(frame.mid(from, frame.indexOf(u'"', from) - from).toString());
    }
    return frame.contains(u"site-packages") || frame.contains(u"dist-packages") || frame.contains(u"/lib/python")
        || frame.contains(u"\\Lib\\") || frame.contains(u"File \"<frozen") || frame.contains(u"kule_worker");
}

QString fenced(const QString &text, const QString &language)
{
    qsizetype longest = 2, run = 0;
    for (const QChar c : text) {
        run = c == u'`' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    const QString fence(longest + 1, u'`');
    return fence + language + u'\n' + text + (text.endsWith(u'\n') ? QString() : QStringLiteral("\n")) + fence + u'\n';
}

} // namespace

StateLook lookOf(const Fatal &fatal)
{
    if (!fatal.isReadable)
        return {Glyph::Diamond, Token::Waiting, said(QT_TRANSLATE_NOOP("FatalWords", "unreadable"))};
    const bool isTimeout = fatal.type == u"TimeoutExpired";
    return {isTimeout ? Glyph::Diamond : Glyph::Triangle, Token::Failed,
            fatal.type.isEmpty() ? said(QT_TRANSLATE_NOOP("FatalWords", "fatal")) : fatal.type};
}

QString processIdText(const Fatal &fatal)
{
    return fatal.processId.is_null() ? QString() : plain(fatal.processId);
}

QString unreadableSentence(const Fatal &fatal)
{
    return said(QT_TRANSLATE_NOOP("FatalWords", "Not valid JSON, %1. Mend the file by hand or delete it.")).arg(sizeText(fatal.size));
}

std::vector<TracebackLine> linesOf(const QString &traceback, const QSet<QString> &ownFiles)
{
    std::vector<TracebackLine> lines;
    TracebackPart frame = TracebackPart::OwnFrame;
    bool isInFrame = false;
    const QStringList texts = traceback.split(u'\n');
    for (const QString &text : texts) {
        const QStringView bare = QStringView(text).trimmed();
        const bool isIndented = text.startsWith(u' ');
        if (isIndented && (bare.startsWith(u"File \"") || bare.startsWith(u"| File \""))) {
            frame = isOthers(bare, ownFiles) ? TracebackPart::OtherFrame : TracebackPart::OwnFrame;
            isInFrame = true;
            lines.push_back({frame, text});
        } else if (isIndented && isInFrame) {
            lines.push_back({frame, text});
        } else {
            isInFrame = false;
            const bool joins = bare.endsWith(u':') && (bare.startsWith(u"Traceback") || bare.contains(u"exception"));
            const bool isHeading = bare.isEmpty() || joins;
            lines.push_back({isHeading ? TracebackPart::Heading : TracebackPart::Error, text});
        }
    }
    while (!lines.empty() && lines.back().text.isEmpty())
        lines.pop_back();
    return lines;
}

QSet<QString> ownFilesOf(const Json &report)
{
    QSet<QString> files;
    if (!report.is_object() || !report.contains("chain") || !report["chain"].is_array())
        return files;
    for (const Json &link : report["chain"]) {
        if (!link.is_object() || !link.contains("frames") || !link["frames"].is_array())
            continue;
        for (const Json &frame : link["frames"]) {
            if (frame.is_object() && frame.contains("own") && frame["own"] == true)
                files.insert(textOf(frame, "file"));
        }
    }
    return files;
}

std::vector<ChainLink> chainOf(const Json &report)
{
    std::vector<ChainLink> links;
    if (!report.is_object() || !report.contains("chain") || !report["chain"].is_array())
        return links;
    int group = -1; // whose members are being listed
    for (const Json &json : report["chain"]) {
        if (!json.is_object())
            continue;
        ChainLink link;
        const QString relation = textOf(json, "relation");
        const int last = static_cast<int>(links.size()) - 1;
        if (relation == u"group") {
            group = group < 0 ? last : group;
            link.parent = group;
            link.relation = said(QT_TRANSLATE_NOOP("FatalWords", "in the group"));
        } else {
            link.parent = last;
            link.relation = relation == u"cause" ? said(QT_TRANSLATE_NOOP("FatalWords", "caused by"))
                : relation == u"context"         ? said(QT_TRANSLATE_NOOP("FatalWords", "while handling"))
                                                 : QString();
        }
        link.type = textOf(json, "type");
        link.error = textOf(json, "error");
        if (json.contains("frames") && json["frames"].is_array()) {
            for (const Json &frame : json["frames"]) {
                if (frame.is_object())
                    link.frames += QStringLiteral("%1:%2  %3").arg(textOf(frame, "file"), plain(frame.value("line", Json(0))), textOf(frame, "function"));
            }
        }
        links.push_back(std::move(link));
    }
    return links;
}

QString asMarkdown(const Json &report, const QString &filename)
{
    const QString type = textOf(report, "type");
    const QString error = textOf(report, "error");
    QString out = QStringLiteral("### %1\n\n").arg(type.isEmpty() || error.startsWith(type) ? error : type + QStringLiteral(": ") + error);
    const auto row = [&](const char *name, const char *key) {
        if (report.contains(key) && !report[key].is_null())
            out += QStringLiteral("- %1: `%2`\n").arg(QString::fromLatin1(name), plain(report[key]).replace(u'`', u'\'').replace(u'\n', u' '));
    };
    out += QStringLiteral("- report: `%1`\n").arg(filename);
    row("file", "file");
    row("process_id", "process_id");
    row("time", "time");
    row("attempt", "attempt");
    row("python", "python");
    row("signal", "signal");
    row("exit_code", "exit_code");
    row("args", "args");
    row("kwargs", "kwargs");
    if (const QString traceback = textOf(report, "traceback"); !traceback.isEmpty())
        out += u'\n' + fenced(traceback, QStringLiteral("python"));
    if (report.contains("log_tail") && report["log_tail"].is_array() && !report["log_tail"].empty()) {
        QStringList lines;
        for (const Json &line : report["log_tail"])
            lines += plain(line);
        out += u'\n' + fenced(lines.mid(qMax<qsizetype>(0, lines.size() - 40)).join(u'\n'), QStringLiteral("text"));
    }
    return out;
}

} // namespace kule
