// SPDX-License-Identifier: GPL-3.0-or-later
// Files that anyone may put into the fatals folder. Besides not crashing: whatever the bytes and the name, there is a row
// with bounded texts, the same row each time, and a file name made of its process id that may be asked for.
#include "fuzztarget.h"

#include "fatals/fatalfile.h"
#include "fatals/fatalname.h"

#include <cstdlib>

using namespace kule;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const QString name = QStringLiteral("a%2Fb~2.txt");
    const FatalEntry entry = fatalEntry(name, bytes, bytes.size(), 7);
    const Fatal &fatal = entry.fatal;
    require(fatal.filename == name && fatal.size == bytes.size());
    require(fatal.error.english().size() <= 4096 && fatal.type.size() <= 200 && fatal.file.size() <= 4096 && fatal.job.value.size() <= 64);
    require(!fatal.isReadable || fatal.fingerprint.size() == 16);
    require(fatal.isReadable || fatal.fingerprint.isEmpty());
    require(!reasonText(entry.reason).english().isEmpty());
    const FatalEntry again = fatalEntry(name, bytes, bytes.size(), 7);
    require(again.fatal.fingerprint == fatal.fingerprint && again.folded == entry.folded && again.place == entry.place);

    const QString made = fatalName(fatalStem(fatal.processId), 1);
    require(isFatalName(made) && made.toUtf8().size() <= 204 && !made.contains(QChar(u'/')));
    const QString word = QString::fromUtf8(bytes.left(200));
    require(isFatalName(fatalName(fatalStem(Json(word)), 2)));
    return 0;
}

std::vector<std::string> fuzzSeeds()
{
    return {
        R"({"process_id": "12345", "error": "ValueError: x", "file": "packages/a.py", "args": [1, "a", null], "kwargs": {"k": 1.5}})",
        R"({"process_id": 7, "error": "x", "file": "a.py", "args": [], "kwargs": {}, "type": "KeyError", "traceback": )"
        R"("Traceback (most recent call last):\n  File \"/s/a.py\", line 3, in boot\n    f()\n  File \"/usr/lib/python3/x.py\", line 1, in f\nKeyError: 1\n", )"
        R"("chain": [{"type": "OSError", "frames": []}], "time": "2026-11-21T00:33:09.123Z", "duration_ms": 4, "attempt": 1, "job_id": "6f6a", )"
        R"("signal": null, "exit_code": 3, "log_tail": ["a"], "python": "3.11", "fingerprint": "0123456789abcdef"})",
        R"([[[[{"process_id": "\u0130\ud83d\ude00"}]]]])",
        "CON.txt/..\\:*?~2",
    };
}
