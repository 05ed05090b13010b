// SPDX-License-Identifier: GPL-3.0-or-later
// What the two standard streams are connected to, and turning this process into another. POSIX and Windows twins.
#pragma once
#include "base/secret.h"

#include <QStringList>

namespace kule::cli {

enum class Stream { Out, Error };

bool isTerminal(Stream stream);
/// Columns of the terminal behind it; 80 when it does not tell.
int terminalWidth(Stream stream);
/// Once, before the first output: UTF-8 and escape sequences where the platform needs to be asked for them.
void prepareTerminal();
/// False where a program with a window could only end again: no display on X11 and Wayland systems.
bool canShowWindows();
/// One line of standard input without its end; a terminal is asked with the prompt and shows nothing of it.
Secret readHidden(const QString &prompt);
/// Becomes (POSIX) or starts and leaves (Windows) the program; false when it could not be started.
bool becomeProgram(const QString &program, const QStringList &arguments);

} // namespace kule::cli
