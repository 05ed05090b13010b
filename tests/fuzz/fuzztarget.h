// SPDX-License-Identifier: GPL-3.0-or-later
// What each fuzz target defines: libFuzzer's entry, and the seeds that the brief run mutates.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

/// Inputs near the interesting ones.
std::vector<std::string> fuzzSeeds();
