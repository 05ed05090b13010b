// SPDX-License-Identifier: GPL-3.0-or-later
// Text as people search it: upper and lower case are one, and so are the four Turkish i's, in every locale. Pure.
#pragma once
#include <QString>

namespace kule {

/// Case-folded UTF-8; I, İ, ı and i are all i.
inline QByteArray folded(QString text)
{
    for (QChar &c : text) {
        if (c == u'I' || c == u'\u0130' || c == u'\u0131')
            c = u'i';
    }
    return text.toCaseFolded().toUtf8();
}

} // namespace kule
