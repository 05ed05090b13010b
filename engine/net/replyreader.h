// SPDX-License-Identifier: GPL-3.0-or-later
// Reads one HTTP/1.1 reply from bytes as they come. Pure; belongs to one connection. Takes no more of a body than it was told.
#pragma once
#include "net/httpclient.h"

namespace kule {

class ReplyReader
{
public:
    enum class Body { Expected, None }; ///< None: whatever the head says, as of HEAD
    enum class State { NeedMore, Complete, Broken, TooLarge };

    ReplyReader(Body body, qint64 largest);
    ~ReplyReader();
    ReplyReader(const ReplyReader &) = delete;
    ReplyReader &operator=(const ReplyReader &) = delete;

    State feed(QByteArrayView bytes);
    /// The server closes: the end of a body that promised no length.
    State close();
    /// Of a complete one whether the connection may serve again: so the server says, and nothing came behind it.
    bool keepsConnection() const;
    /// Once.
    HttpReply takeReply();
    int status() const; ///< 0 before the head is there

private:
    class Parser;
    State goOn();
    void begin();

    const Body m_body;
    const qint64 m_largest;
    std::unique_ptr<Parser> m_parser;
    QByteArray m_unread;
};

} // namespace kule
