// SPDX-License-Identifier: GPL-3.0-or-later
#include "iowatch.h"

#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cxxabi.h>
#include <dirent.h>
#include <dlfcn.h>
#include <execinfo.h>
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <sys/un.h>
#include <unistd.h>

namespace kule {
namespace {

constexpr int mostFrames = 48;
constexpr int mostCalls = 2000;

struct SeenCall
{
    const char *function;
    char what[160];
    void *frames[mostFrames];
    int depth;
};

/// Plain memory, so that noting a call makes none.
struct Notes
{
    bool isOn = false;
    bool isNoting = false; ///< what the watch itself causes does not count
    int count = 0;
    SeenCall calls[mostCalls];
};

thread_local Notes *t_notes = nullptr;

void note(const char *function, const char *what)
{
    Notes *notes = t_notes;
    if (!notes || !notes->isOn || notes->isNoting || notes->count == mostCalls)
        return;
    notes->isNoting = true;
    SeenCall &call = notes->calls[notes->count++];
    call.function = function;
    std::snprintf(call.what, sizeof call.what, "%s", what);
    call.depth = ::backtrace(call.frames, mostFrames);
    notes->isNoting = false;
}

/// Files and sockets wait for something; pipes, eventfds and timerfds wake a loop and do not.
void noteDescriptor(const char *function, int descriptor)
{
    Notes *notes = t_notes;
    if (!notes || !notes->isOn || notes->isNoting)
        return;
    const int before = errno;
    struct stat about = {};
    char what[64] = "a file";
    notes->isNoting = true;
    const bool isKnown = ::fstat(descriptor, &about) == 0;
    bool isSocket = isKnown && S_ISSOCK(about.st_mode);
    if (isSocket) {
        // The display server is asked on this thread by nature; its socket is the one peer that is named like this.
        sockaddr_un peer = {};
        socklen_t size = sizeof peer;
        const bool isDisplay = ::getpeername(descriptor, reinterpret_cast<sockaddr *>(&peer), &size) == 0 && peer.sun_family == AF_UNIX
            && std::string_view(peer.sun_path + (peer.sun_path[0] == '\0')).starts_with("/tmp/.X11-unix/");
        isSocket = !isDisplay;
        std::snprintf(what, sizeof what, "socket %d", descriptor);
    }
    notes->isNoting = false;
    errno = before;
    if (isSocket || (isKnown && S_ISREG(about.st_mode)))
        note(function, what);
}

template <class F>
F next(const char *name)
{
    return reinterpret_cast<F>(::dlsym(RTLD_NEXT, name));
}

/// SQLite comes with a plugin and so behind nobody: it is asked by its own name.
template <class F>
F nextInSqlite(const char *name)
{
    static void *const library = ::dlopen("libsqlite3.so.0", RTLD_LAZY | RTLD_NOLOAD);
    return library ? reinterpret_cast<F>(::dlsym(library, name)) : nullptr;
}

QString readable(const char *frame)
{
    // program(mangled+0x12) [0x…]
    const QString line = QString::fromLocal8Bit(frame);
    const qsizetype from = line.indexOf(u'(') + 1;
    const qsizetype to = line.indexOf(u'+', from);
    if (from <= 0 || to <= from)
        return line.section(u'/', -1);
    int status = 0;
    char *name = abi::__cxa_demangle(line.mid(from, to - from).toLatin1().constData(), nullptr, nullptr, &status);
    const QString said = status == 0 ? QString::fromLocal8Bit(name) : line.mid(from, to - from);
    std::free(name);
    return said.left(160);
}

} // namespace

IoWatch::IoWatch()
{
    void *warm[1];
    (void)::backtrace(warm, 1); // loads its unwinder now
    t_notes = new Notes;
    t_notes->isOn = true;
}

IoWatch::~IoWatch()
{
    delete std::exchange(t_notes, nullptr);
}

QStringList IoWatch::take(const QStringList &allowed)
{
    Notes &notes = *t_notes;
    notes.isOn = false;
    QStringList seen;
    for (int i = 0; i < notes.count; ++i) {
        const SeenCall &call = notes.calls[i];
        char **frames = ::backtrace_symbols(call.frames, call.depth);
        QStringList trace{QStringLiteral("%1(%2)").arg(QString::fromLatin1(call.function), QString::fromLocal8Bit(call.what))};
        for (int frame = 2; frame < call.depth; ++frame)
            trace << QStringLiteral("    ") + readable(frames[frame]);
        std::free(frames);
        const QString text = trace.join(u'\n');
        if (std::none_of(allowed.begin(), allowed.end(), [&text](const QString &word) { return text.contains(word); }))
            seen << text;
    }
    notes.count = 0;
    notes.isOn = true;
    return seen;
}

} // namespace kule

// The functions themselves. A mode is handed on whether or not there is one, as libc does.
extern "C" {

#define KULE_SEEN(result, name, parameters, arguments, what)                                                                                        \
    result name parameters                                                                                                                         \
    {                                                                                                                                              \
        static const auto real = kule::next<result(*) parameters>(#name);                                                                           \
        kule::note(#name, what);                                                                                                                    \
        return real arguments;                                                                                                                      \
    }
#define KULE_SEEN_DESCRIPTOR(result, name, parameters, arguments)                                                                                   \
    result name parameters                                                                                                                         \
    {                                                                                                                                              \
        static const auto real = kule::next<result(*) parameters>(#name);                                                                           \
        kule::noteDescriptor(#name, descriptor);                                                                                                    \
        return real arguments;                                                                                                                      \
    }
#define KULE_SEEN_OPEN(name, parameters, arguments)                                                                                                 \
    int name parameters                                                                                                                            \
    {                                                                                                                                              \
        static const auto real = kule::next<int (*) parameters>(#name);                                                                             \
        va_list more;                                                                                                                               \
        va_start(more, flags);                                                                                                                      \
        const mode_t mode = va_arg(more, mode_t);                                                                                                   \
        va_end(more);                                                                                                                               \
        kule::note(#name, path);                                                                                                                    \
        return real arguments;                                                                                                                      \
    }

KULE_SEEN_OPEN(open, (const char *path, int flags, ...), (path, flags, mode))
KULE_SEEN_OPEN(open64, (const char *path, int flags, ...), (path, flags, mode))
KULE_SEEN_OPEN(openat, (int at, const char *path, int flags, ...), (at, path, flags, mode))
KULE_SEEN_OPEN(openat64, (int at, const char *path, int flags, ...), (at, path, flags, mode))
KULE_SEEN(FILE *, fopen, (const char *path, const char *mode), (path, mode), path)
KULE_SEEN(FILE *, fopen64, (const char *path, const char *mode), (path, mode), path)
KULE_SEEN(int, stat, (const char *path, struct stat *about), (path, about), path)
KULE_SEEN(int, stat64, (const char *path, struct stat64 *about), (path, about), path)
KULE_SEEN(int, lstat, (const char *path, struct stat *about), (path, about), path)
KULE_SEEN(int, lstat64, (const char *path, struct stat64 *about), (path, about), path)
KULE_SEEN(int, statx, (int at, const char *path, int flags, unsigned mask, struct statx *about), (at, path, flags, mask, about), path)
KULE_SEEN(int, access, (const char *path, int mode), (path, mode), path)
KULE_SEEN(DIR *, opendir, (const char *path), (path), path)
KULE_SEEN(int, mkdir, (const char *path, mode_t mode), (path, mode), path)
KULE_SEEN(int, unlink, (const char *path), (path), path)
KULE_SEEN(int, rename, (const char *from, const char *to), (from, to), from)
KULE_SEEN(int, connect, (int socket, const sockaddr *address, socklen_t size), (socket, address, size), "a socket")
KULE_SEEN_DESCRIPTOR(ssize_t, read, (int descriptor, void *bytes, size_t size), (descriptor, bytes, size))
KULE_SEEN_DESCRIPTOR(ssize_t, pread, (int descriptor, void *bytes, size_t size, off_t at), (descriptor, bytes, size, at))
KULE_SEEN_DESCRIPTOR(ssize_t, pread64, (int descriptor, void *bytes, size_t size, off64_t at), (descriptor, bytes, size, at))
KULE_SEEN_DESCRIPTOR(ssize_t, write, (int descriptor, const void *bytes, size_t size), (descriptor, bytes, size))
KULE_SEEN_DESCRIPTOR(ssize_t, pwrite64, (int descriptor, const void *bytes, size_t size, off64_t at), (descriptor, bytes, size, at))
KULE_SEEN_DESCRIPTOR(ssize_t, writev, (int descriptor, const iovec *parts, int count), (descriptor, parts, count))
KULE_SEEN_DESCRIPTOR(int, fsync, (int descriptor), (descriptor))
KULE_SEEN_DESCRIPTOR(int, fdatasync, (int descriptor), (descriptor))
KULE_SEEN_DESCRIPTOR(ssize_t, send, (int descriptor, const void *bytes, size_t size, int flags), (descriptor, bytes, size, flags))
KULE_SEEN_DESCRIPTOR(ssize_t, sendmsg, (int descriptor, const msghdr *message, int flags), (descriptor, message, flags))
KULE_SEEN_DESCRIPTOR(ssize_t, recv, (int descriptor, void *bytes, size_t size, int flags), (descriptor, bytes, size, flags))
KULE_SEEN_DESCRIPTOR(ssize_t, recvmsg, (int descriptor, msghdr *message, int flags), (descriptor, message, flags))

int sqlite3_step(void *statement)
{
    static const auto real = kule::nextInSqlite<int (*)(void *)>("sqlite3_step");
    kule::note("sqlite3_step", "a statement");
    return real(statement);
}
} // extern "C"
