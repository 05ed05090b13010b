// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/textfiles.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace kule {

Result<QString> readTextFile(const QString &file, qint64 largest)
{
    QFile in(file);
    // A device or a pipe might never end.
    if (!QFileInfo(file).isFile() || !in.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Unavailable, "file.io",
                    text(QT_TRANSLATE_NOOP("Engine", "%1 cannot be read: %2. Choose another file."), QFileInfo(file).fileName(), in.error() == QFile::NoError ? QStringLiteral("not a regular file") : in.errorString()));
    QByteArray bytes = in.read(largest + 1);
    if (bytes.startsWith("\xef\xbb\xbf"))
        bytes.remove(0, 3);
    if (bytes.size() > largest || bytes.contains('\0'))
        return fail(ErrorKind::Invalid, "file.not_text",
                    text(QT_TRANSLATE_NOOP("Engine", "%1 is no text, or larger than %2 MB. Choose a text file with an address a line."), QFileInfo(file).fileName(), QString::number(largest >> 20)));
    return QString::fromUtf8(bytes).remove(u'\r');
}

Done writeWholeFile(const QString &file, const QByteArray &bytes)
{
    QSaveFile out(file);
    if (out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size() && out.flush() && out.commit())
        return {};
    return fail(ErrorKind::Unavailable, "export.io", text(QT_TRANSLATE_NOOP("Engine", "%1 cannot be written: %2. Choose another place or make room."), file, out.errorString()));
}

} // namespace kule
