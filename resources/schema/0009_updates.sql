-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whose updates the offset and the inbox count: Telegram's number of the bot that ran last; 0: not known.
ALTER TABLE bot ADD COLUMN updates_of INTEGER NOT NULL DEFAULT 0;
