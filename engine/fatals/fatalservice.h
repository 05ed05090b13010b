// SPDX-License-Identifier: GPL-3.0-or-later
// Fatal reports by noun. The folder is the truth: files may come and go by hand; the database is only its index.
// State lives on the engine thread, files are read and written on the pool; public calls from any thread.
#pragma once
#include "base/actor.h"
#include "base/async.h"
#include "base/removal.h"
#include "fatals/fatal.h"

namespace kule {

class FatalService : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    /// Newest first, as the folder is at the time of asking.
    virtual Future<Result<Page<Fatal>>> list(FatalFilter filter, PageRequest page) = 0;
    virtual Future<Result<Page<FatalGroup>>> groups(FatalFilter filter, PageRequest page) = 0;
    /// The report as it stands in the file. fatal.not_found, fatal.bad_name, fatal.unreadable (not valid JSON),
    /// fatal.io (the OS's reason)
    virtual Future<Result<FatalReport>> read(QString filename) = 0;
    /// Out of the folder and every list at once, to be taken back for ten minutes. fatal.not_found, fatal.bad_name, fatal.io
    virtual Future<Result<Removal>> remove(QString filename, Actor actor) = 0;
    /// The same with all that the filter shows, provided that it shows just `expected` reports; else fatal.count_changed.
    virtual Future<Result<Removal>> removeAll(FatalFilter filter, qint64 expected, Actor actor) = 0;
    /// Takes a deletion back; answers how many reports came back. undo.not_found, fatal.io
    virtual Future<Result<qint64>> restore(QString undo, Actor actor) = 0;
    /// Deletions that may be taken back, newest first.
    virtual Future<Result<std::vector<Removal>>> removals() = 0;

Q_SIGNALS:
    void appeared(kule::Fatal fatal);
    void removed(QString filename);
    /// Something else: a scan found many changes. Load again.
    void changedMuch();
};

} // namespace kule

Q_DECLARE_METATYPE(kule::Fatal)
