// SPDX-License-Identifier: GPL-3.0-or-later
#include "palette/paletteitem.h"

#include "base/folding.h"

#include <algorithm>

namespace kule {

QString searchable(const QString &text)
{
    QString plain = QString::fromUtf8(folded(text)).normalized(QString::NormalizationForm_KD);
    plain.removeIf([](QChar c) { return c.category() == QChar::Mark_NonSpacing; });
    return plain;
}

int fitOf(const PaletteItem &item, const QString &searchableQuery)
{
    const QString title = searchable(item.title);
    const QString more = searchable(item.words + u' ' + item.kind);
    int fit = 1;
    const auto words = QStringView(searchableQuery).split(u' ', Qt::SkipEmptyParts);
    for (const QStringView word : words) {
        const qsizetype at = title.indexOf(word);
        const auto begins = [](const QString &text, qsizetype place) { return place == 0 || !text[place - 1].isLetterOrNumber(); };
        if (at == 0)
            fit += 8;
        else if (at > 0)
            fit += begins(title, at) ? 6 : 3;
        else if (const qsizetype further = more.indexOf(word); further >= 0)
            fit += begins(more, further) ? 2 : 1;
        else
            return 0;
    }
    return fit;
}

} // namespace kule
