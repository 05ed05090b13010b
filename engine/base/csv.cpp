// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/csv.h"

namespace kule {
namespace {

// What a spreadsheet may take for the begin of a formula, also behind blanks that it skips (OWASP: CSV injection).
bool looksLikeFormula(const QByteArray &text)
{
    const QByteArray trimmed = text.trimmed();
    return !trimmed.isEmpty() && (QByteArrayView("=+-@").contains(trimmed.front()) || text.front() == '\t' || text.front() == '\r');
}

QByteArray cellOf(const Json &value)
{
    if (value.is_null())
        return {};
    if (!value.is_string())
        return value.is_structured() ? cellOf(QString::fromUtf8(dumpJson(value))) : dumpJson(value);
    QByteArray text = QByteArray::fromStdString(value.get_ref<const std::string &>());
    if (looksLikeFormula(text))
        text.prepend('\'');
    const bool needsQuotes = text.contains(',') || text.contains('"') || text.contains('\r') || text.contains('\n') || text.startsWith(' ') || text.endsWith(' ');
    return needsQuotes ? '"' + text.replace("\"", "\"\"") + '"' : text;
}

} // namespace

QByteArray csvRow(const std::vector<Json> &cells)
{
    QByteArray row;
    for (const Json &cell : cells)
        row += cellOf(cell) + ',';
    row.chop(row.isEmpty() ? 0 : 1);
    return row + "\r\n";
}

} // namespace kule
