// SPDX-License-Identifier: GPL-3.0-or-later
#include "heroku/herokulog.h"

#include <QRegularExpression>

namespace kule {

HerokuLog herokuLogOf(const QByteArray &bytes, bool isCut)
{
    static const QRegularExpression head(QStringLiteral(R"(^(\d{4}-\d\d-\d\dT\S{1,40}) ([A-Za-z0-9_-]{1,40})\[([^\]\s]{1,100})\]: ?)"));
    HerokuLog log;
    log.isCut = isCut;
    const QString all = QString::fromUtf8(isCut ? bytes.mid(bytes.indexOf('\n') + 1) : bytes);
    for (QStringView line : QStringTokenizer(all, u'\n')) {
        if (line.endsWith(u'\r'))
            line.chop(1);
        if (line.isEmpty())
            continue;
        const auto match = head.match(line);
        if (match.hasMatch())
            log.lines.push_back({match.captured(1), match.captured(2), match.captured(3), line.mid(match.capturedLength()).toString()});
        else
            log.lines.push_back({{}, {}, {}, line.toString()});
    }
    return log;
}

} // namespace kule
