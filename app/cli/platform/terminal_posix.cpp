// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal.h"

#include <QFile>

#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include <cstdio>
#include <vector>

namespace kule::cli {
namespace {

int descriptorOf(Stream stream)
{
    return stream == Stream::Out ? STDOUT_FILENO : STDERR_FILENO;
}

} // namespace

bool isTerminal(Stream stream)
{
    return ::isatty(descriptorOf(stream)) == 1;
}

int terminalWidth(Stream stream)
{
    winsize size{};
    return ::ioctl(descriptorOf(stream), TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}

void prepareTerminal() {}

Secret readHidden(const QString &prompt)
{
    termios shown{};
    const bool isAsked = ::tcgetattr(STDIN_FILENO, &shown) == 0;
    if (isAsked) {
        std::fputs(prompt.toLocal8Bit().constData(), stderr);
        termios hidden = shown;
        hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
    }
    char line[4096];
    std::size_t size = 0;
    while (size < sizeof line && ::read(STDIN_FILENO, line + size, 1) == 1 && line[size] != '\n')
        ++size;
    if (isAsked) {
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown);
        std::fputc('\n', stderr);
    }
    Secret read(QByteArrayView(line, static_cast<qsizetype>(size)));
    scrub(line, sizeof line);
    return read;
}

bool canShowWindows()
{
#ifdef Q_OS_MACOS
    return true;
#else
    return !qEnvironmentVariableIsEmpty("DISPLAY") || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY") || !qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM");
#endif
}

bool becomeProgram(const QString &program, const QStringList &arguments)
{
    QByteArrayList words{QFile::encodeName(program)};
    for (const QString &argument : arguments)
        words.append(QFile::encodeName(argument));
    std::vector<char *> pointers;
    for (QByteArray &word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);
    ::execv(pointers.front(), pointers.data());
    return false;
}

} // namespace kule::cli
