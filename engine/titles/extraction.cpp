// SPDX-License-Identifier: GPL-3.0-or-later
#include "titles/extraction.h"

namespace kule {

Result<Extracted> extract(const QByteArray &page, const QByteArray &, const TitleKey &)
{
    const qsizetype tag = page.indexOf("application/ld+json");
    const qsizetype from = tag < 0 ? -1 : page.indexOf('>', tag);
    const qsizetype to = from < 0 ? -1 : page.indexOf("</script", from);
    const auto json = to < 0 ? std::nullopt : parseJson(QByteArrayView(page).sliced(from + 1, to - from - 1));
    const QString title = json ? textOf(*json, "name") : QString();
    if (title.isEmpty())
        return fail(ErrorKind::Broken, "PARSE_ERROR",
                    text(QT_TRANSLATE_NOOP("Engine", "The page holds nothing that looks like a title. Look at the stored page; its markup may have changed.")));
    Extracted extracted{{title, std::nullopt, textOf(*json, "description"), {}, {}, textOf(*json, "image")}, {}, true};
    for (const TitleField field : {TitleField::Title, TitleField::Plot, TitleField::Backdrop}) {
        if (!isMissing(extracted.info, field))
            extracted.provenance[field] = "json-ld";
    }
    return extracted;
}

} // namespace kule
