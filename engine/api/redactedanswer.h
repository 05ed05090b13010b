// SPDX-License-Identifier: GPL-3.0-or-later
// Stands before each answer of the API and takes known secrets out of it, whole bodies and those sent in pieces. On whatever
// thread the answer comes; keeps JSON what it is.
#pragma once
#include "api/http/message.h"

namespace kule {

class Redactor;

class RedactedAnswer final : public http::Responder
{
public:
    /// The redactor outlives it.
    RedactedAnswer(http::ResponderPtr responder, const Redactor &redactor);
    void send(http::Response response) override;

private:
    const http::ResponderPtr m_responder;
    const Redactor &m_redactor;
};

} // namespace kule
