// SPDX-License-Identifier: GPL-3.0-or-later
// The name of a field for numbers, also for the line in it: that one has the cursor, and screen readers ask it. Gui thread.
#pragma once
#include <QLineEdit>
#include <QSpinBox>

namespace kule {

inline void nameSpin(QSpinBox *spin, const QString &name)
{
    spin->setAccessibleName(name);
    if (auto *line = spin->findChild<QLineEdit *>())
        line->setAccessibleName(name);
}

} // namespace kule
