// SPDX-License-Identifier: GPL-3.0-or-later
// What the rules of keeping would let go: by the values that are in force, or by one that is being typed, before it is saved.
// Gui thread; asks the engine once typing pauses.
#pragma once
#include "keeping/retention.h"

#include <QLabel>
#include <QTimer>

namespace kule {

class KeepPreview final : public QLabel
{
    Q_OBJECT
public:
    explicit KeepPreview(RetentionService &retention, QWidget *parent = nullptr);

    /// A value in force, or one that is being typed.
    void setValue(Setting setting, const QString &value);

protected:
    void changeEvent(QEvent *event) override;

private:
    void ask();
    void retranslate();

    RetentionService &m_retention;
    KeepPolicy m_policy;
    QTimer m_pause;
    int m_asked = 0;
    std::optional<Result<std::vector<Going>>> m_answer;
};

} // namespace kule
