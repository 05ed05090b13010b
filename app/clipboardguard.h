// SPDX-License-Identifier: GPL-3.0-or-later
// Stands before the clipboard: whatever is copied from this program, by a button, a key or out of a text, leaves without the
// secrets that are known. What other programs put there is not touched: a token is pasted from somewhere. Gui thread.
#pragma once
#include <QClipboard>
#include <QObject>

#include <functional>

namespace kule {

class Redactor;

class ClipboardGuard : public QObject
{
    Q_OBJECT
public:
    /// Whether what is there now came from this program.
    using Ownership = std::function<bool(QClipboard::Mode)>;

    /// Clipboard and redactor outlive it. isOurs: as the system says, by default; not every platform of tests does.
    ClipboardGuard(QClipboard &clipboard, const Redactor &redactor, Ownership isOurs = {}, QObject *parent = nullptr);

private:
    void look(QClipboard::Mode mode);

    QClipboard &m_clipboard;
    const Redactor &m_redactor;
    const Ownership m_isOurs;
};

} // namespace kule
