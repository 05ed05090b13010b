// SPDX-License-Identifier: GPL-3.0-or-later
// A traceback with what is the script's own in full colour and the library's frames stepping back. Gui thread.
#pragma once
#include "fatalwords.h"
#include "widgets/codeview.h"

namespace kule {

class TracebackView : public CodeView
{
    Q_OBJECT
public:
    using CodeView::CodeView;
    void setTraceback(const QString &traceback, const QSet<QString> &ownFiles);

protected:
    void changeEvent(QEvent *event) override;

private:
    void paintParts();

    std::vector<TracebackLine> m_lines;
};

} // namespace kule
