// SPDX-License-Identifier: GPL-3.0-or-later
// Puts a text into the clipboard, and shows a check mark for a moment. Gui thread.
#pragma once
#include <QTimer>
#include <QToolButton>

#include <functional>

namespace kule {

class CopyButton : public QToolButton
{
    Q_OBJECT
public:
    /// what is asked at each click.
    explicit CopyButton(std::function<QString()> what, QWidget *parent = nullptr);
    /// Says what it copies, for tooltip and screen reader: "Copy address". Without it: "Copy".
    void setPurpose(const QString &purpose);

Q_SIGNALS:
    void copied();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void copy();

    std::function<QString()> m_what;
    QString m_purpose;
    QTimer m_back;
};

} // namespace kule
