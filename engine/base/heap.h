// SPDX-License-Identifier: GPL-3.0-or-later
// How the process's heap behaves; for the whole process, once, before threads are many. Does nothing where the system's heap
// behaves so by itself.
#pragma once

namespace kule {

/// Blocks of a megabyte and more go back to the system when they are freed. Otherwise glibc, once it has seen some of them,
/// keeps such blocks in the heap of each thread: lists of a million jobs would stay in memory several times over.
void returnLargeBlocks();

} // namespace kule
