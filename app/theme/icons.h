// SPDX-License-Identifier: GPL-3.0-or-later
// Our own icons (resources/icons), drawn at the device's resolution in the colour of a token of the scheme that is in
// force when they are painted: a theme switch needs no new icons. Gui thread.
#pragma once
#include "theme/tokens.h"

#include <QIcon>

namespace kule {

/// name: of the file, without folder and suffix. Checked or selected it turns to the accent colour, unless drawn on it.
QIcon icon(const QString &name, Token token = Token::Text);
/// The program's own: a tower.
QIcon programIcon();

} // namespace kule
