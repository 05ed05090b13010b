// SPDX-License-Identifier: GPL-3.0-or-later
// Names of things as types of their own, so that a job's id is never passed where a key's is meant. Any thread.
#pragma once
#include "base/json.h"

#include <QHashFunctions>
#include <QString>
#include <QUuid>

#include <compare>

namespace kule {

template <class Tag>
struct Id
{
    QString value;

    static Id random() { return {QUuid::createUuid().toString(QUuid::WithoutBraces)}; }
    bool isEmpty() const { return value.isEmpty(); }
    friend bool operator==(const Id &, const Id &) = default;
    friend auto operator<=>(const Id &a, const Id &b) { return a.value.compare(b.value) <=> 0; }
    friend size_t qHash(const Id &id, size_t seed = 0) { return ::qHash(id.value, seed); }
};

using JobId = Id<struct JobTag>;             ///< a random UUID; knowing it is the right to follow the job
using KeyId = Id<struct KeyTag>;             ///< an access key's public id, not the key
using DeliveryId = Id<struct DeliveryTag>;   ///< one callback on its way

} // namespace kule
