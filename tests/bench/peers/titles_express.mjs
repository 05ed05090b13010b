// SPDX-License-Identifier: GPL-3.0-or-later
// POST /api/getinfo served from Redis by Express and node-redis, in the shape of the service that Kule replaces: key, body,
// url, cache. REDIS_URL and API_KEY in the environment; prints its port.
import { createRequire } from 'node:module';

const require = createRequire(new URL('./node/', import.meta.url));
const express = require('express');
const { createClient } = require('redis');

const cache = createClient({ url: process.env.REDIS_URL });
await cache.connect();
const app = express();
app.disable('x-powered-by');
app.use(express.json());

app.use('/api', (request, response, next) => {
    if (request.get('X-API-Key') === process.env.API_KEY)
        return next();
    response.status(403).json({ success: false, error: { code: 'FORBIDDEN', message: 'Invalid API key' } });
});

app.post('/api/getinfo', async (request, response) => {
    const found = /^https:\/\/www\.netflix\.com\/(?:([a-z]{2}(?:-[a-z]{2})?)\/)?title\/(\d+)/.exec(request.body.url ?? '');
    if (!found)
        return response.status(400).json({ success: false, error: { code: 'VALIDATION_ERROR', message: 'Invalid url' } });
    const cached = await cache.get(`title:${found[2]}:${found[1] ?? ''}`);
    if (!cached)
        return response.status(404).json({ success: false, error: { code: 'NOT_FOUND', message: 'Not cached' } });
    response.json({ success: true, data: JSON.parse(cached) });
});

const server = app.listen(0, '127.0.0.1', () => console.log(server.address().port));
