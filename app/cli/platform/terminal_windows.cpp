// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal.h"

#include <QProcess>

#include <windows.h>

#include <fcntl.h>
#include <io.h>
#include <stdio.h>

namespace kule::cli {
namespace {

HANDLE handleOf(Stream stream)
{
    return ::GetStdHandle(stream == Stream::Out ? STD_OUTPUT_HANDLE : STD_ERROR_HANDLE);
}

} // namespace

bool isTerminal(Stream stream)
{
    DWORD mode = 0;
    return ::GetConsoleMode(handleOf(stream), &mode) != 0;
}

int terminalWidth(Stream stream)
{
    CONSOLE_SCREEN_BUFFER_INFO info{};
    return ::GetConsoleScreenBufferInfo(handleOf(stream), &info) ? info.srWindow.Right - info.srWindow.Left + 1 : 80;
}

void prepareTerminal()
{
    ::SetConsoleOutputCP(CP_UTF8);
    ::_setmode(::_fileno(stdout), _O_BINARY);
    ::_setmode(::_fileno(stderr), _O_BINARY);
    for (const Stream stream : {Stream::Out, Stream::Error}) {
        DWORD mode = 0;
        if (::GetConsoleMode(handleOf(stream), &mode))
            ::SetConsoleMode(handleOf(stream), mode | ENABLE_VIRTUAL_TERMINAL_PROCESSING);
    }
}

Secret readHidden(const QString &prompt)
{
    const HANDLE input = ::GetStdHandle(STD_INPUT_HANDLE);
    DWORD shown = 0;
    const bool isAsked = ::GetConsoleMode(input, &shown) != 0;
    if (isAsked) {
        ::fputs(prompt.toLocal8Bit().constData(), stderr);
        ::SetConsoleMode(input, shown & ~static_cast<DWORD>(ENABLE_ECHO_INPUT));
    }
    char line[4096];
    DWORD size = 0;
    for (DWORD one = 0; size < sizeof line && ::ReadFile(input, line + size, 1, &one, nullptr) && one == 1 && line[size] != '\n';)
        ++size;
    if (isAsked) {
        ::SetConsoleMode(input, shown);
        ::fputc('\n', stderr);
    }
    while (size > 0 && line[size - 1] == '\r')
        --size;
    Secret read(QByteArrayView(line, static_cast<qsizetype>(size)));
    scrub(line, sizeof line);
    return read;
}

bool canShowWindows()
{
    return true;
}

bool becomeProgram(const QString &program, const QStringList &arguments)
{
    if (!QProcess::startDetached(program, arguments))
        return false;
    ::ExitProcess(0);
}

} // namespace kule::cli
