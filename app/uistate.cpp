// SPDX-License-Identifier: GPL-3.0-or-later
#include "uistate.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace kule {

Json UiState::load(const QString &file)
{
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly))
        return Json::object();
    const auto state = parseJson(source.read(1024 * 1024));
    return state && state->is_object() ? *state : Json::object();
}

UiState::UiState(QString file, Json loaded, QObject *parent)
    : QObject(parent)
    , m_file(std::move(file))
    , m_state(loaded.is_object() ? std::move(loaded) : Json::object())
{
    m_pool.setMaxThreadCount(1);
    m_soon.setSingleShot(true);
    m_soon.setInterval(1000);
    connect(&m_soon, &QTimer::timeout, this, &UiState::write);
}

UiState::~UiState()
{
    if (m_soon.isActive())
        write();
    m_pool.waitForDone();
}

Json UiState::part(const QString &name) const
{
    const auto found = m_state.find(name.toStdString());
    return found != m_state.end() && found->is_object() ? *found : Json::object();
}

void UiState::put(const QString &name, Json value)
{
    Json &place = m_state[name.toStdString()];
    if (place == value)
        return;
    place = std::move(value);
    m_soon.start();
}

void UiState::write()
{
    m_pool.start([file = m_file, text = dumpJson(m_state, 2)] {
        QDir().mkpath(QFileInfo(file).absolutePath());
        QSaveFile out(file);
        if (out.open(QIODevice::WriteOnly) && out.write(text) == text.size())
            out.commit();
    });
}

} // namespace kule
