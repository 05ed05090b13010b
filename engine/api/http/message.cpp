// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/http/message.h"

#include <QTcpSocket>

#include <algorithm>

namespace kule::http {
namespace {

const Header *find(const std::vector<Header> &headers, QByteArrayView name)
{
    // qstrnicmp compares ASCII only, whatever the locale.
    const auto found = std::find_if(headers.begin(), headers.end(), [name](const Header &header) {
        return header.first.size() == name.size() && qstrnicmp(header.first.constData(), header.first.size(), name.data(), name.size()) == 0;
    });
    return found == headers.end() ? nullptr : &*found;
}

} // namespace

QByteArray Head::path() const
{
    const qsizetype mark = target.indexOf('?');
    return mark < 0 ? target : target.left(mark);
}

QByteArray Head::query() const
{
    const qsizetype mark = target.indexOf('?');
    return mark < 0 ? QByteArray() : target.mid(mark + 1);
}

QByteArray Head::header(QByteArrayView name) const
{
    const Header *found = find(headers, name);
    return found ? found->second : QByteArray();
}

bool Head::hasHeader(QByteArrayView name) const
{
    return find(headers, name) != nullptr;
}

bool Application::isWaiting(const Head &) const
{
    return false;
}

void Application::left(const Head &) {}

bool Application::takesOver(const Head &) const
{
    return false;
}

void Application::takeOver(Head, std::unique_ptr<QTcpSocket>) {}

void Application::threadBegins() {}

void Application::threadDrains() {}

void Application::threadEnds() {}

} // namespace kule::http
