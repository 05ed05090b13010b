// SPDX-License-Identifier: GPL-3.0-or-later
#include "titles/postgrestitles.h"

#include "net/backoff.h"

#include <QDir>
#include <QLibrary>
#include <QScopeGuard>
#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QUuid>

namespace kule {
namespace {

constexpr Backoff betweenTries{Milliseconds(500), Milliseconds(30'000)};
constexpr qint64 schemaLock = 0x6b756c65; // "kule": one program at a time brings the schema up to date

class PostgresSession final : public SqlSession
{
public:
    explicit PostgresSession(QSqlDatabase &database)
        : m_database(database)
    {
    }
    Result<std::vector<QVariantList>> rows(const QByteArray &sql, const QVariantList &args) override
    {
        QSqlQuery query(m_database);
        if (auto done = execute(query, sql, args); !done)
            return fail(done.error());
        std::vector<QVariantList> all;
        const int columns = query.record().count();
        while (query.next()) {
            QVariantList row;
            for (int column = 0; column < columns; ++column)
                row.push_back(query.isNull(column) ? QVariant() : query.value(column));
            all.push_back(std::move(row));
        }
        return all;
    }
    Result<qint64> change(const QByteArray &sql, const QVariantList &args) override
    {
        QSqlQuery query(m_database);
        if (auto done = execute(query, sql, args); !done)
            return fail(done.error());
        return query.numRowsAffected();
    }

private:
    // Of a text or blob that is empty in Qt's null way the driver would make NULL.
    static QVariant bound(const QVariant &value)
    {
        if (value.typeId() == QMetaType::QString)
            return value.toString().isNull() ? QVariant(QStringLiteral("")) : value;
        if (value.typeId() == QMetaType::QByteArray)
            return value.toByteArray().isNull() ? QVariant(QByteArray("")) : value;
        return value;
    }
    Done execute(QSqlQuery &query, const QByteArray &sql, const QVariantList &args)
    {
        query.setForwardOnly(true);
        // Many statements at once, as the schema's file holds them, go by the unprepared way alone.
        bool isDone = args.isEmpty() ? query.exec(QString::fromUtf8(sql)) : query.prepare(QString::fromUtf8(sql));
        for (const QVariant &value : args)
            query.addBindValue(bound(value), value.typeId() == QMetaType::QByteArray ? QSql::In | QSql::Binary : QSql::In);
        isDone = isDone && (args.isEmpty() || query.exec());
        if (isDone)
            return {};
        return fail(ErrorKind::Unavailable, "titles.database_refused",
                    text(QT_TRANSLATE_NOOP("Engine", "PostgreSQL refused: %1."), query.lastError().databaseText().simplified().left(300)));
    }
    QSqlDatabase &m_database;
};

Error away(const BackendUrl &place, const Text &why)
{
    return {ErrorKind::Unavailable, "titles.database_away",
            text(QT_TRANSLATE_NOOP("Engine", "The database %1 cannot be used: %2. Check KULE_DATABASE_URL and that PostgreSQL runs there."), place.place(), why), nullptr, std::nullopt};
}

/// Why it could not be opened; empty: it is open under that name.
Text openAs(const QString &connection, const BackendUrl &place)
{
    const auto password = place.password ? place.password() : Result<SecretPtr>();
    if (!password)
        return password.error().message;
    QSqlDatabase made = QSqlDatabase::addDatabase(QStringLiteral("QPSQL"), connection);
    if (!made.isValid())
        return text(QT_TRANSLATE_NOOP("Engine", "this Qt has no driver for it (libqt6sql6-psql)"));
    made.setHostName(place.host);
    made.setPort(place.port);
    made.setDatabaseName(place.name);
    made.setUserName(place.user);
    made.setPassword(*password ? QString::fromUtf8((*password)->view()) : QString());
    made.setConnectOptions(QStringLiteral("connect_timeout=3;application_name=kule;options=-cstatement_timeout=15000"));
    // The first line says it; others ask questions or say the same of the next way that was tried.
    return made.open() ? Text() : verbatim(made.lastError().databaseText().section(u'\n', 0, 0, QString::SectionSkipEmpty).simplified().left(300));
}

// Qt gives libpq's connection but not its socket, which only libpq itself tells: the library that Qt's driver has loaded.
qintptr socketOf(const QSqlDatabase &database)
{
    using SocketOf = int (*)(const void *);
    static const auto ask = reinterpret_cast<SocketOf>(QLibrary::resolve(QStringLiteral("pq"), 5, "PQsocket"));
    const QVariant handle = database.driver()->handle();
    const QByteArrayView type(handle.typeName());
    const bool isKnown = type == "pg_conn*" || type == "PGconn*"; // one type, named by whichever of its names was there first
    const void *connection = isKnown ? *static_cast<void *const *>(handle.constData()) : nullptr;
    return ask && connection ? ask(connection) : -1;
}

QString newConnection()
{
    return QStringLiteral("kule-titles-") + QUuid::createUuid().toString(QUuid::WithoutBraces);
}

} // namespace

class PostgresTitles::Worker : public QObject
{
public:
    Worker(BackendUrl place, Clock &clock, SocketGuard &guard)
        : m_place(std::move(place))
        , m_clock(clock)
        , m_guard(guard)
        , m_chance(QRandomGenerator::securelySeeded())
        , m_connection(newConnection())
    {
    }
    ~Worker() override { disconnectNow(); }

    Done run(const Work &work)
    {
        const bool wasOpen = m_isOpen;
        Done done = attempt(work);
        // A connection that lay idle may have been closed from there; a new one tells whether it is away.
        if (!done && wasOpen && !m_isOpen && !m_guard.isCutForGood()) {
            m_failures = 0;
            done = attempt(work);
        }
        return done;
    }
    DatabaseState state()
    {
        const Done there = run([](SqlSession &session) { return session.rows("SELECT 1", {}).map([](const auto &) {}); });
        return {"postgresql", m_place.place(), there ? std::nullopt : std::optional(there.error())};
    }

private:
    QSqlDatabase database() const { return QSqlDatabase::database(m_connection, false); }

    Error away(const Text &why) const { return kule::away(m_place, why); }
    Done lose(const Text &why)
    {
        disconnectNow();
        m_nextTry = m_clock.steadyMs() + betweenTries.after(++m_failures, m_chance).count();
        m_lastWhy = why;
        return fail(away(why));
    }
    /// What is asked until the scope's end comes back in its time.
    auto guarded()
    {
        m_guard.begin(socketOf(database()));
        return qScopeGuard([this] { m_guard.end(); });
    }

    void disconnectNow()
    {
        m_guard.end(); // before its socket is closed
        m_isOpen = false;
        if (QSqlDatabase::contains(m_connection))
            QSqlDatabase::removeDatabase(m_connection);
    }

    Done connectNow()
    {
        if (m_isOpen)
            return {};
        if (m_guard.isCutForGood())
            return fail(detail::goneError());
        if (m_failures > 0 && m_clock.steadyMs() < m_nextTry)
            return fail(away(m_lastWhy));
        if (const Text problem = openAs(m_connection, m_place); !problem.isEmpty())
            return lose(problem);
        m_isOpen = true;
        const auto watched = guarded();
        if (auto ready = prepare(); !ready)
            return lose(ready.error().message);
        m_failures = 0;
        return {};
    }

    Done prepare()
    {
        QSqlDatabase open = database();
        PostgresSession session(open);
        if (!open.transaction())
            return fail(away(verbatim(open.lastError().databaseText())));
        Done done = migrate(session);
        if (done && open.commit())
            return {};
        open.rollback();
        return done ? fail(away(verbatim(open.lastError().databaseText()))) : done;
    }

    static Done migrate(SqlSession &session)
    {
        const auto run = [&session](const QByteArray &sql) { return session.change(sql, {}).map([](qint64) {}); };
        if (auto locked = session.rows("SELECT pg_advisory_xact_lock(" + QByteArray::number(schemaLock) + ')', {}); !locked)
            return fail(locked.error());
        for (const char *sql : {"CREATE SCHEMA IF NOT EXISTS kule", "SET search_path TO kule", "CREATE TABLE IF NOT EXISTS schema_version (version BIGINT NOT NULL)"}) {
            if (auto done = run(sql); !done)
                return done;
        }
        const auto known = session.rows("SELECT coalesce(max(version), 0) FROM schema_version", {});
        if (!known)
            return fail(known.error());
        const qint64 version = known->front()[0].toLongLong();
        const QDir schema(QStringLiteral(":/schema/titles"));
        const QStringList files = schema.entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name);
        if (version > files.size())
            return fail(ErrorKind::Conflict, "store.newer_schema",
                        text(QT_TRANSLATE_NOOP("Engine", "This database belongs to a newer Kule (schema %1, this one knows %2). Update Kule or name another database."),
                             QString::number(version), QString::number(files.size())));
        for (qint64 next = version; next < files.size(); ++next) {
            QFile file(schema.filePath(files[next]));
            if (!file.open(QIODevice::ReadOnly))
                return fail(ErrorKind::Broken, "store.schema_missing", text(QT_TRANSLATE_NOOP("Engine", "This program is incomplete: %1 is missing. Install it again."), files[next]));
            if (auto done = run(file.readAll()); !done)
                return done;
            if (auto done = run("INSERT INTO schema_version VALUES (" + QByteArray::number(next + 1) + ')'); !done)
                return done;
        }
        return {};
    }

    Done attempt(const Work &work)
    {
        if (auto there = connectNow(); !there)
            return there;
        QSqlDatabase open = database();
        const auto watched = guarded();
        if (!open.transaction())
            return lose(verbatim(open.lastError().databaseText().simplified()));
        PostgresSession session(open);
        Done done = work(session);
        if (done && open.commit())
            return {};
        const Text why = done ? verbatim(open.lastError().databaseText().simplified()) : done.error().message;
        const bool isThere = open.rollback() && QSqlQuery(open).exec(QStringLiteral("SELECT 1"));
        if (isThere)
            return done ? Done(fail(away(why))) : done;
        return lose(why);
    }

    const BackendUrl m_place;
    Clock &m_clock;
    SocketGuard &m_guard;
    QRandomGenerator m_chance;
    const QString m_connection;
    bool m_isOpen = false;
    int m_failures = 0;
    qint64 m_nextTry = 0; ///< steady ms
    Text m_lastWhy;
};

PostgresTitles::PostgresTitles(BackendUrl place, Clock &clock, Milliseconds patience)
    : m_guard(patience)
    , m_worker(new Worker(std::move(place), clock, m_guard))
{
    m_thread.setObjectName(QStringLiteral("postgresql"));
    m_worker->moveToThread(&m_thread);
    m_thread.start();
}

PostgresTitles::~PostgresTitles()
{
    m_guard.cutForGood();
    m_worker->deleteLater();
    m_thread.quit();
    m_thread.wait();
}

Future<Result<DatabaseState>> PostgresTitles::state()
{
    return ask(m_worker, [worker = m_worker]() -> Result<DatabaseState> { return worker->state(); });
}

void PostgresTitles::enqueue(Access, Work work, std::function<void(const Done &)> finish)
{
    ask(m_worker, [worker = m_worker, work = std::move(work)] { return worker->run(work); }).then(finish);
}

std::optional<Error> lookAtPostgres(const BackendUrl &place)
{
    const QString connection = newConnection();
    const auto close = qScopeGuard([&connection] { QSqlDatabase::removeDatabase(connection); });
    if (const Text problem = openAs(connection, place); !problem.isEmpty())
        return away(place, problem);
    QSqlDatabase open = QSqlDatabase::database(connection, false);
    PostgresSession session(open);
    const auto may = session.rows("SELECT 1 WHERE has_database_privilege(current_database(), 'CREATE') OR EXISTS (SELECT 1 FROM pg_namespace WHERE nspname = 'kule')", {});
    if (!may)
        return away(place, may.error().message);
    if (may->empty())
        return away(place, text(QT_TRANSLATE_NOOP("Engine", "its user may make no schema there (GRANT CREATE ON DATABASE)")));
    return std::nullopt;
}

} // namespace kule
