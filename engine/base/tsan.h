// SPDX-License-Identifier: GPL-3.0-or-later
// post() for builds under the thread sanitizer: Qt's queues are not instrumented, so what they put in order has to be said.
// Any thread. Of no other build.
#pragma once
#include <QObject>

#include <memory>
#include <sanitizer/tsan_interface.h>

extern "C" {
void AnnotateIgnoreReadsBegin(const char *file, int line);
void AnnotateIgnoreReadsEnd(const char *file, int line);
void AnnotateIgnoreWritesBegin(const char *file, int line);
void AnnotateIgnoreWritesEnd(const char *file, int line);
}

namespace kule::detail {

template <class F>
void postSeen(QObject *target, F f)
{
    const auto kept = std::make_shared<F>(std::move(f));
    __tsan_release(kept.get());
    AnnotateIgnoreReadsBegin(__FILE__, __LINE__); // the event's own memory, which Qt's mutex guards
    AnnotateIgnoreWritesBegin(__FILE__, __LINE__);
    QMetaObject::invokeMethod(target, [kept] {
        __tsan_acquire(kept.get());
        (*kept)();
        __tsan_release(kept.get());
    }, Qt::QueuedConnection);
    AnnotateIgnoreWritesEnd(__FILE__, __LINE__);
    AnnotateIgnoreReadsEnd(__FILE__, __LINE__);
    __tsan_acquire(kept.get()); // whoever lets go last, destroys
}

} // namespace kule::detail
