// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/redactedanswer.h"

#include "secrets/redactor.h"

namespace kule {
namespace {

class RedactedBody final : public http::BodySource
{
public:
    RedactedBody(std::shared_ptr<http::BodySource> body, const Redactor &redactor)
        : m_body(std::move(body))
        , m_stream(std::make_shared<RedactingStream>(redactor))
    {
    }
    void next(Take take) override
    {
        // The stream is shared, as a piece may come when the client has left and this with it.
        m_body->next([stream = m_stream, take = std::move(take)](std::optional<Piece> piece) {
            if (piece) {
                piece->bytes = stream->feed(piece->bytes);
                if (piece->isLast)
                    piece->bytes += stream->finish();
            }
            take(std::move(piece));
        });
    }

private:
    const std::shared_ptr<http::BodySource> m_body;
    const std::shared_ptr<RedactingStream> m_stream; ///< one piece at a time
};

} // namespace

RedactedAnswer::RedactedAnswer(http::ResponderPtr responder, const Redactor &redactor)
    : m_responder(std::move(responder))
    , m_redactor(redactor)
{
}

void RedactedAnswer::send(http::Response response)
{
    response.body = response.contentType.startsWith("application/json") ? m_redactor.redactedJson(response.body) : m_redactor.redacted(response.body);
    if (response.stream)
        response.stream = std::make_shared<RedactedBody>(std::move(response.stream), m_redactor);
    m_responder->send(std::move(response));
}

} // namespace kule
