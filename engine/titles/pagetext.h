// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes of a page as UTF-8, whatever its header and its own words claim. Pure; any thread.
#pragma once
#include <QByteArray>

namespace kule {

/// By the mark at its start, else as the bytes show (what is valid UTF-8 is UTF-8, whoever calls it something else), else
/// by the header's charset, else by the page's own <meta>; with none of these as Turkish Windows has it (windows-1254).
/// What fits nothing becomes U+FFFD; zero bytes are left out.
QByteArray pageText(const QByteArray &page, QByteArrayView contentType);

} // namespace kule
