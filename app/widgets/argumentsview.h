// SPDX-License-Identifier: GPL-3.0-or-later
// What a job was called with: its arguments and its named arguments, each as JSON to read and to copy. Gui thread.
#pragma once
#include "base/json.h"

#include <QWidget>

class QLabel;

namespace kule {

class CodeView;

class ArgumentsView : public QWidget
{
    Q_OBJECT
public:
    /// The two fields are named owner + "Args" and owner + "Kwargs".
    explicit ArgumentsView(const QString &owner, QWidget *parent = nullptr);
    /// nullptr: a report that does not say.
    void setArguments(const Json *args, const Json *kwargs);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QLabel *m_argsName;
    CodeView *m_args;
    QLabel *m_kwargsName;
    CodeView *m_kwargs;
};

} // namespace kule
