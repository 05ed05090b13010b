-- SPDX-License-Identifier: GPL-3.0-or-later
-- Beside the English words of an error, the sentence with its arguments, so that it can be said in every language:
-- JSON, [source, argument …]; '' when the words are others' or have no arguments.
ALTER TABLE job ADD COLUMN error_source TEXT NOT NULL DEFAULT '';
ALTER TABLE attempt ADD COLUMN error_source TEXT NOT NULL DEFAULT '';
ALTER TABLE fatal ADD COLUMN error_source TEXT NOT NULL DEFAULT '';
ALTER TABLE callback_try ADD COLUMN error_source TEXT NOT NULL DEFAULT '';
ALTER TABLE title_batch_item ADD COLUMN error_source TEXT NOT NULL DEFAULT '';
