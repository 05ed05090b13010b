// SPDX-License-Identifier: GPL-3.0-or-later
// A language in which every sentence is »marked«: a text without marks after the switch was not translated live.
#pragma once
#include <QTranslator>

namespace kule {

class MarkingTranslator final : public QTranslator
{
public:
    using QTranslator::QTranslator;
    bool isEmpty() const override { return false; }
    QString translate(const char *context, const char *source, const char *disambiguation, int n) const override
    {
        Q_UNUSED(context)
        Q_UNUSED(disambiguation)
        Q_UNUSED(n)
        return QStringLiteral("»%1«").arg(QString::fromUtf8(source));
    }
};

} // namespace kule
