// SPDX-License-Identifier: GPL-3.0-or-later
// Stands before what the program itself says on stderr (qWarning and its kin, Qt's own warnings too): while one of these lives,
// what its redactor knows is taken out. Any thread; what goes on is left to the handler that was there before.
#pragma once

namespace kule {

class Redactor;

class RedactedMessages
{
public:
    /// The redactor outlives it.
    explicit RedactedMessages(const Redactor &redactor);
    ~RedactedMessages();
    RedactedMessages(const RedactedMessages &) = delete;
    RedactedMessages &operator=(const RedactedMessages &) = delete;

private:
    const Redactor &m_redactor;
};

} // namespace kule
