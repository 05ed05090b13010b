// SPDX-License-Identifier: GPL-3.0-or-later
// How a person says where something stands on a page: XPath, or CSS as far as it fits ("ul#news > li.item a[href^='/']"). Pure; any
// thread. Looks at no page.
#pragma once
#include "base/result.h"

namespace kule {

/// Where a selector begins to look: in the whole page, or inside an item.
enum class SelectorScope { Page, Item };

/// XPath as it is, CSS translated. What begins with /, ./, ../ or ( or holds :: or [@ is XPath, else CSS; "css:" or "xpath:" before it
/// leaves no doubt. source.bad_selector
Result<QByteArray> xpathOf(const QString &selector, SelectorScope scope);

} // namespace kule
