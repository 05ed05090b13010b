// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/heap.h"

#include <cstdlib>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace kule {

void returnLargeBlocks()
{
#ifdef __GLIBC__
    mallopt(M_MMAP_THRESHOLD, 1 << 20); // being set, it no longer adapts
#endif
}

} // namespace kule
