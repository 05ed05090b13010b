// SPDX-License-Identifier: GPL-3.0-or-later
// Text for reading and copying whole: JSON, a traceback, a result. Monospace, read-only, with a copy button in its corner.
// Not for logs, which grow beyond what a text document holds. Gui thread.
#pragma once
#include <QPlainTextEdit>

namespace kule {

class CopyButton;

class CodeView : public QPlainTextEdit
{
    Q_OBJECT
public:
    /// accessibleName and purpose of the copy button come from setLabel().
    explicit CodeView(QWidget *parent = nullptr);
    void setCode(const QString &code);
    void setLabel(const QString &name);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    CopyButton *m_copy;
};

} // namespace kule
