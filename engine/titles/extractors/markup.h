// SPDX-License-Identifier: GPL-3.0-or-later
// The extractor of a page's markup, for any kind of page that selectors.h describes. Pure; on the tree's thread.
#pragma once
#include "titles/extractors/findings.h"
#include "titles/pagetree.h"
#include "titles/selectors.h"

namespace kule {

Findings fromMarkup(const PageTree &tree, const PageKind &kind);

} // namespace kule
