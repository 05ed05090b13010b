// SPDX-License-Identifier: GPL-3.0-or-later
#include "urllist.h"

#include "titles/storedtitle.h"
#include "titles/titleurl.h"

#include <QSet>

namespace kule {

UrlList UrlList::of(const QString &text)
{
    UrlList list;
    QSet<QByteArray> seen;
    int number = 0;
    for (const QStringView piece : QStringView(text).split(u'\n')) {
        ++number;
        const QStringView line = piece.trimmed();
        if (line.isEmpty() || line.startsWith(u'#'))
            continue;
        auto key = titleKeyOf(line.toString());
        if (!key) {
            list.wrong.push_back({number, line.toString(), std::move(key.error())});
        } else if (const QByteArray name = nameOf(*key); seen.contains(name)) {
            ++list.repeated;
        } else {
            seen.insert(name);
            list.urls << line.toString();
        }
    }
    return list;
}

} // namespace kule
