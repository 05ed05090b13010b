-- SPDX-License-Identifier: GPL-3.0-or-later
-- Bots: what they are, what they received, who is subscribed, and each message that they send. Tokens are never here.

CREATE TABLE bot (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,                  -- introduction, announcements, script
    mode TEXT NOT NULL,                  -- dev, prod
    enabled INTEGER NOT NULL,            -- shall it run
    quantity INTEGER NOT NULL,           -- chats handled at once
    number INTEGER,                      -- Telegram's id of the bot, the part of its token that is no secret
    username TEXT NOT NULL DEFAULT '',
    cron TEXT NOT NULL,                  -- of scheduled restarts; empty: none
    timezone TEXT NOT NULL,
    jitter_ms INTEGER NOT NULL,
    config TEXT NOT NULL,                -- JSON, the newest version
    version INTEGER NOT NULL,
    update_offset INTEGER NOT NULL DEFAULT 0,
    last_update_at INTEGER,
    created_at INTEGER NOT NULL
);
CREATE UNIQUE INDEX bot_number ON bot (number) WHERE number IS NOT NULL;

CREATE TABLE bot_config (
    bot INTEGER NOT NULL REFERENCES bot (seq) ON DELETE CASCADE,
    version INTEGER NOT NULL,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    config TEXT NOT NULL,
    PRIMARY KEY (bot, version)
) WITHOUT ROWID;

-- The inbox: an update is here before Telegram may forget it. new, handled, given_up
CREATE TABLE bot_update (
    n INTEGER PRIMARY KEY AUTOINCREMENT, -- order of arrival
    bot INTEGER NOT NULL REFERENCES bot (seq) ON DELETE CASCADE,
    update_id INTEGER NOT NULL,
    state TEXT NOT NULL,
    at INTEGER NOT NULL,
    body TEXT NOT NULL,                  -- JSON as it came; empty once it is handled
    UNIQUE (bot, update_id)
);
CREATE INDEX bot_update_new ON bot_update (bot, n) WHERE state = 'new';
CREATE INDEX bot_update_age ON bot_update (bot, at);

CREATE TABLE bot_chat (
    bot INTEGER NOT NULL REFERENCES bot (seq) ON DELETE CASCADE,
    chat INTEGER NOT NULL,
    language TEXT NOT NULL,              -- tr, en
    PRIMARY KEY (bot, chat)
) WITHOUT ROWID;

CREATE TABLE bot_subscription (
    bot INTEGER NOT NULL REFERENCES bot (seq) ON DELETE CASCADE,
    chat INTEGER NOT NULL,
    title TEXT NOT NULL,
    by INTEGER NOT NULL,                 -- the person's id; 0: not known
    since INTEGER NOT NULL,
    ended_at INTEGER,                    -- NULL: it holds
    reason TEXT NOT NULL DEFAULT '',     -- code of what ended it: stopped, telegram.blocked …
    PRIMARY KEY (bot, chat)
) WITHOUT ROWID;

-- What a source brought, once for each bot and item.
CREATE TABLE bot_announcement (
    n INTEGER PRIMARY KEY AUTOINCREMENT,
    bot INTEGER NOT NULL REFERENCES bot (seq) ON DELETE CASCADE,
    source TEXT NOT NULL,                -- address of the page, or the channel's id
    item TEXT NOT NULL,                  -- its id there
    at INTEGER NOT NULL,
    parts TEXT NOT NULL,                 -- JSON list of what is sent, in order
    UNIQUE (bot, source, item)
);

-- The ledger: queued, sending, sent, failed, review.
CREATE TABLE bot_delivery (
    n INTEGER PRIMARY KEY AUTOINCREMENT,
    bot INTEGER NOT NULL REFERENCES bot (seq) ON DELETE CASCADE,
    chat INTEGER NOT NULL,
    announcement INTEGER REFERENCES bot_announcement (n) ON DELETE CASCADE, -- NULL: it answers an update
    source INTEGER NOT NULL,             -- the announcement, or the update's update_id
    part INTEGER NOT NULL,
    body TEXT,                           -- JSON of what is sent; NULL: that part of the announcement
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    messages TEXT NOT NULL DEFAULT '',   -- JSON list of the ids that Telegram gave
    error TEXT NOT NULL DEFAULT '',      -- stable code
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL
);
-- Whatever happens, a part of a source goes to a chat once.
CREATE UNIQUE INDEX bot_delivery_once ON bot_delivery (bot, source, chat, part, announcement IS NULL);
CREATE INDEX bot_delivery_state ON bot_delivery (bot, state, n);
-- A person's answer is not looked for among the announcements that wait.
CREATE INDEX bot_delivery_reply ON bot_delivery (bot, n) WHERE state = 'queued' AND announcement IS NULL;
