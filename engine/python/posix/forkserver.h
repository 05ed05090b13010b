// SPDX-License-Identifier: GPL-3.0-or-later
// Workers forked from one small warm Python parent, whose descriptors arrive over a Unix socket. When the parent dies, so
// do its children (the kernel sees to that), and the next order starts another. Thread: python.
#pragma once
#include "python/posix/forkedworker.h"
#include "python/protocol.h"

#include <QHash>
#include <QPointer>

#include <deque>

class QProcess;

namespace kule {

class ForkServer final : public WorkerSource
{
    Q_OBJECT
public:
    explicit ForkServer(WorkerSetup setup);
    ~ForkServer() override;
    void order(int count) override;
    void learn(const QString &path, const QByteArray &source) override;

private:
    bool start();
    void read();
    void handle(const Json &message);
    void send(const Json &message);
    void close(const QString &why);

    WorkerSetup m_setup;
    QByteArray m_id; ///< of the parent that runs now
    std::unique_ptr<QProcess> m_parent;
    Descriptor m_socket;
    std::unique_ptr<QSocketNotifier> m_readable;
    FrameDecoder m_decoder;
    std::deque<Descriptor> m_passed; ///< descriptors that came, in order; each "warm" message owns the next two
    QHash<qint64, QPointer<ForkedWorker>> m_workers;
};

} // namespace kule
