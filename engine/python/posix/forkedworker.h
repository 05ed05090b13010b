// SPDX-License-Identifier: GPL-3.0-or-later
// One child of the warm parent: its control channel and the reading end of its output. Signals to it go through the
// parent, which knows whether the pid is still its child's. Thread: python.
#pragma once
#include "python/posix/descriptor.h"
#include "python/worker.h"

class QSocketNotifier;

namespace kule {

class ForkedWorker final : public Worker
{
    Q_OBJECT
public:
    using Signaller = std::function<void(qint64 pid, int signal)>;
    ForkedWorker(qint64 pid, Descriptor control, Descriptor output, Signaller signaller);
    ~ForkedWorker() override;

    qint64 pid() const override { return m_pid; }
    void tell(const QByteArray &frames) override;
    std::function<void()> teller(const QByteArray &frames) const override;
    void askToEnd() override;
    void kill() override;
    /// The parent has waited for it: read what is left, then say so.
    void finish(ExitStatus status);

private:
    enum class Read { Some, Nothing, AtEnd };
    void write();
    Read readControl();
    Read readOutput();

    qint64 m_pid;
    std::shared_ptr<const Descriptor> m_control; ///< shared with tellers
    Descriptor m_output;
    Signaller m_signaller;
    QByteArray m_outbox;
    std::unique_ptr<QSocketNotifier> m_controlReadable;
    std::unique_ptr<QSocketNotifier> m_controlWritable;
    std::unique_ptr<QSocketNotifier> m_outputReadable;
};

} // namespace kule
