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
