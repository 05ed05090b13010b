// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/http/responder.h"

#include "base/async.h"

namespace kule::http {

Mailbox::Mailbox(QObject *shard, Deliver deliver)
    : m_thread(std::this_thread::get_id())
    , m_deliver(std::move(deliver))
    , m_shard(shard)
{
}

void Mailbox::close()
{
    const std::lock_guard lock(m_mutex);
    m_shard = nullptr;
    m_answers.clear();
}

void Mailbox::put(Answer answer)
{
    if (std::this_thread::get_id() == m_thread) {
        if (m_shard)
            m_deliver(std::move(answer));
        return;
    }
    const std::lock_guard lock(m_mutex);
    if (!m_shard)
        return;
    m_answers.push_back(std::move(answer));
    if (m_answers.size() == 1) // one wake for all that come before it is up
        post(m_shard, [this] { deliverAll(); });
}

void Mailbox::deliverAll()
{
    std::vector<Answer> answers;
    {
        const std::lock_guard lock(m_mutex);
        answers.swap(m_answers);
    }
    for (Answer &answer : answers) {
        if (m_shard)
            m_deliver(std::move(answer));
    }
}

ConnectionResponder::ConnectionResponder(std::shared_ptr<Mailbox> mailbox, quint64 connection, quint64 exchange)
    : m_mailbox(std::move(mailbox))
    , m_connection(connection)
    , m_exchange(exchange)
{
}

ConnectionResponder::~ConnectionResponder()
{
    if (!m_isAnswered.test_and_set())
        m_mailbox->put({m_connection, m_exchange, std::nullopt, false, {}});
}

void ConnectionResponder::send(Response response)
{
    if (!m_isAnswered.test_and_set())
        m_mailbox->put({m_connection, m_exchange, std::move(response), false, {}});
}

} // namespace kule::http
