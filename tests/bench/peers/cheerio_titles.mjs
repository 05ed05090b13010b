// SPDX-License-Identifier: GPL-3.0-or-later
// A title's page read as a Node service reads it: cheerio over parse5, the same fields from the same places.
//   node cheerio_titles.mjs FILE SECONDS     (after: npm ci --prefix tests/bench/peers/node)
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';

const { load } = createRequire(new URL('./node/', import.meta.url))('cheerio');

const names = (text) => text.split(',').map((name) => name.trim()).filter(Boolean);

function extract(bytes) {
  const $ = load(bytes.toString('utf8'));
  const uia = (name) => $(`[data-uia="${name}"]`).first();
  const script = $('script[type="application/ld+json"]').first().text();
  const jsonLd = script ? JSON.parse(script) : null;
  const rating = jsonLd?.contentRating ?? uia('item-maturity').find('.maturity-number').text().trim();
  return {
    title: jsonLd?.name ?? (uia('title-info-title').text().trim() || $('meta[property="og:title"]').attr('content')?.split('|')[0].trim()),
    year: Number(uia('item-year').text()) || null,
    plot: jsonLd?.description ?? uia('title-info-synopsis').text().trim(),
    genres: [rating, ...names(jsonLd?.genre ?? uia('item-genre').text())],
    cast: jsonLd?.actors.map((actor) => actor.name) ?? names(uia('info-starring').text()),
    backdrop: jsonLd?.image ?? $('picture > source[srcset]').first().attr('srcset'),
  };
}

const bytes = readFileSync(process.argv[2]);
const until = (seconds) => {
  const begin = performance.now();
  let pages = 0, data;
  for (; performance.now() - begin < seconds * 1000; pages++) data = extract(bytes);
  return { pages_per_s: pages / ((performance.now() - begin) / 1000), data };
};
until(1); // the compiler's time is not what is asked
console.log(JSON.stringify(until(Number(process.argv[3]))));
