// SPDX-License-Identifier: GPL-3.0-or-later
// The precompiled header of every room: what nearly all of them include. Holds no code of ours.
#pragma once
#include <nlohmann/json.hpp>
#include <tl/expected.hpp>

#include <QtCore/QByteArray>
#include <QtCore/QHash>
#include <QtCore/QObject>
#include <QtCore/QString>
#include <QtCore/QStringList>
#include <QtCore/QThread>
#include <QtCore/QTimer>
#include <QtCore/QVariant>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>
