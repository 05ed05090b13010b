// SPDX-License-Identifier: GPL-3.0-or-later
#include "clipboardguard.h"

#include "secrets/redactor.h"

namespace kule {

ClipboardGuard::ClipboardGuard(QClipboard &clipboard, const Redactor &redactor, Ownership isOurs, QObject *parent)
    : QObject(parent)
    , m_clipboard(clipboard)
    , m_redactor(redactor)
    , m_isOurs(isOurs ? std::move(isOurs) : [&clipboard](QClipboard::Mode mode) { return mode == QClipboard::Selection ? clipboard.ownsSelection() : clipboard.ownsClipboard(); })
{
    connect(&clipboard, &QClipboard::changed, this, &ClipboardGuard::look);
}

void ClipboardGuard::look(QClipboard::Mode mode)
{
    if (!m_isOurs(mode))
        return;
    const QString copied = m_clipboard.text(mode);
    const QString clean = m_redactor.redacted(copied);
    // Plain text alone, as the formatted twin says the same.
    if (clean != copied)
        m_clipboard.setText(clean, mode);
}

} // namespace kule
