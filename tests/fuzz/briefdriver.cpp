// SPDX-License-Identifier: GPL-3.0-or-later
// A fuzz target in the ordinary tests, without libFuzzer: the seeds, then mutations of them, the same ones each time
// (std::mt19937's sequence is fixed by the standard). Optional argument: how many.
#include "fuzztarget.h"

#include <cstdio>
#include <cstdlib>
#include <random>

namespace {

class Mutator
{
public:
    explicit Mutator(std::vector<std::string> seeds)
        : m_seeds(std::move(seeds))
    {
    }

    std::string next()
    {
        std::string text = m_seeds[below(m_seeds.size())];
        for (std::size_t i = 1 + below(6); i > 0; --i)
            mutate(text);
        return text;
    }

private:
    std::size_t below(std::size_t bound) { return bound == 0 ? 0 : m_random() % bound; }

    void mutate(std::string &text)
    {
        const std::size_t at = below(text.size() + 1);
        const std::size_t length = below(16);
        switch (below(6)) {
        case 0: text.insert(at, 1, static_cast<char>(below(256))); break;
        case 1: text.erase(at, length); break;
        case 2: text.insert(at, text.substr(below(text.size()), length)); break;
        case 3: text.resize(at); break;
        case 4:
            if (at < text.size())
                text[at] = static_cast<char>(below(256));
            break;
        default: {
            const std::string &other = m_seeds[below(m_seeds.size())];
            text.insert(at, other.substr(below(other.size()), below(other.size())));
        }
        }
        if (text.size() > 8192)
            text.resize(8192);
    }

    const std::vector<std::string> m_seeds;
    std::mt19937 m_random{20261121};
};

void feed(const std::string &text)
{
    (void)LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t *>(text.data()), text.size());
}

} // namespace

int main(int argc, char **argv)
{
    const int count = argc > 1 ? std::atoi(argv[1]) : 300'000;
    const std::vector<std::string> seeds = fuzzSeeds();
    for (const std::string &seed : seeds)
        feed(seed);
    Mutator mutator(seeds);
    for (int i = 0; i < count; ++i)
        feed(mutator.next());
    std::printf("%zu seeds and %d mutations\n", seeds.size(), count);
    return 0;
}
