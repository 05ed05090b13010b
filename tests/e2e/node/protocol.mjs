// SPDX-License-Identifier: GPL-3.0-or-later
// What public suites of the Engine.IO 4 and Socket.IO 5 protocols ask of a server, asked of kule-socketio-reference. By node:test;
// REFERENCE_URL says where it listens.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { WebSocket } from "ws";

const url = process.env.REFERENCE_URL;
const wsUrl = url.replace("http", "ws");
const INTERVAL = 300, TIMEOUT = 200, CONNECT = 1000;
const EARLY = 10; // ms by which the clocks of two programs may differ

/** A WebSocket whose messages are read one by one. Pings are answered, unless hearsPings. */
class Socket {
  constructor(address, { hearsPings = false } = {}) {
    this.queue = [];
    this.waiting = [];
    this.closed = new Promise((done) => {
      this.socket = new WebSocket(wsUrl + address);
      this.socket.on("error", (error) => (this.error = error));
      this.socket.on("close", done);
    });
    this.opened = new Promise((done) => this.socket.on("open", done));
    this.socket.on("message", (data, isBinary) => {
      const value = isBinary ? data : data.toString();
      if (value === "2" && !hearsPings) return this.send("3");
      const reader = this.waiting.shift();
      if (reader) reader(value);
      else this.queue.push(value);
    });
  }
  send(data) { this.socket.send(data); }
  next() {
    if (this.queue.length) return Promise.resolve(this.queue.shift());
    return Promise.race([new Promise((done) => this.waiting.push(done)), this.closed.then(() => { throw new Error("closed"); })]);
  }
  close() { this.socket.close(); }
}

const get = (path, query) => fetch(`${url}${path}?${query}`);
const post = (path, query, body, headers) => fetch(`${url}${path}?${query}`, { method: "POST", body, headers });

async function polling(path) {
  const answer = await get(path, "EIO=4&transport=polling");
  assert.equal(answer.status, 200);
  const text = await answer.text();
  assert.equal(text[0], "0");
  return JSON.parse(text.slice(1)).sid;
}

async function webSocket(path, options) {
  const socket = new Socket(`${path}?EIO=4&transport=websocket`, options);
  const open = await socket.next();
  assert.equal(open[0], "0");
  return socket;
}

async function refused(answer, code) {
  assert.equal(answer.status, 400);
  const body = await answer.json();
  assert.equal(body.code, code);
  assert.equal(typeof body.message, "string");
}

for (const path of ["/engine.io/", "/socket.io/"]) {
  describe(`handshake on ${path}`, () => {
    it("opens by polling", async () => {
      const answer = await get(path, "EIO=4&transport=polling");
      assert.equal(answer.headers.get("access-control-allow-origin"), "*");
      const open = JSON.parse((await answer.text()).slice(1));
      assert.deepEqual(Object.keys(open).sort(), ["maxPayload", "pingInterval", "pingTimeout", "sid", "upgrades"]);
      assert.deepEqual([open.upgrades, open.pingInterval, open.pingTimeout, open.maxPayload], [["websocket"], INTERVAL, TIMEOUT, 1000000]);
    });
    it("opens by WebSocket", async () => {
      const socket = new Socket(`${path}?EIO=4&transport=websocket`);
      const open = JSON.parse((await socket.next()).slice(1));
      assert.deepEqual([open.upgrades, open.pingInterval, open.pingTimeout, open.maxPayload], [[], INTERVAL, TIMEOUT, 1000000]);
      socket.close();
    });
    it("refuses by polling", async () => {
      await refused(await get(path, "EIO=4"), 0);
      await refused(await get(path, "EIO=4&transport=abc"), 0);
      await refused(await get(path, "transport=polling"), 5);
      await refused(await get(path, "EIO=abc&transport=polling"), 5);
      await refused(await get(path, "EIO=3&transport=polling"), 5);
      await refused(await get(path, "EIO=4&transport=polling&sid=abc"), 1);
      await refused(await get(path, "EIO=4&transport=polling&sid=99.abcdefghijklmnopqrst"), 1);
      await refused(await get(path, "EIO=4&transport=websocket"), 3);
      assert.equal((await get(path, "EIO=4&transport=abc")).headers.get("access-control-allow-origin"), "*");
      for (const method of ["POST", "PUT", "DELETE"]) await refused(await fetch(`${url}${path}?EIO=4&transport=polling`, { method }), 2);
    });
    it("refuses by WebSocket", async () => {
      for (const query of ["EIO=abc&transport=websocket", "transport=websocket", "EIO=4", "EIO=4&transport=abc", "EIO=4&transport=polling",
        "EIO=4&transport=websocket&sid=abc", "EIO=4&transport=websocket&sid=1.abcdefghijklmnopqrst", ""])
        await new Socket(`${path}?${query}`).closed;
    });
  });
}

describe("Engine.IO", () => {
  const path = "/engine.io/";
  const base = "EIO=4&transport=polling&sid=";

  describe("messages by polling", () => {
    it("echoes text, several packets and bytes", async () => {
      const sid = await polling(path);
      for (const body of ["4hello", "4test1\x1e4test2\x1e4test3", "4test4\x1ebAQIDBA==", "4utf8 — string ğüşiöç 😀"]) {
        const pushed = await post(path, base + sid, body);
        assert.equal(pushed.status, 200);
        assert.equal(await pushed.text(), "ok");
        assert.equal(await (await get(path, base + sid)).text(), body);
      }
    });
    it("answers a poll that waits", async () => {
      const sid = await polling(path);
      const poll = get(path, base + sid);
      await post(path, base + sid, "4late");
      assert.equal(await (await poll).text(), "4late");
    });
    it("closes upon an invalid packet", async () => {
      for (const body of ["abc", "7", "", "b!", "4a\x1e"]) {
        const sid = await polling(path);
        assert.equal((await post(path, base + sid, body)).status, 400);
        assert.equal((await get(path, base + sid)).status, 400);
        assert.equal((await post(path, base + sid, "4x")).status, 400);
      }
    });
    it("closes upon a second poll", async () => {
      const sid = await polling(path);
      const polls = await Promise.all([get(path, base + sid), get(path, base + sid + "&t=burst")]);
      const [first, second] = polls.sort((a, b) => a.status - b.status);
      assert.equal(first.status, 200);
      assert.equal(await first.text(), "1");
      assert.equal(second.status, 400);
      assert.equal((await get(path, base + sid)).status, 400);
    });
    it("closes upon a poll that is broken off, however late it asks again", async () => {
      for (const pause of [0, 2 * INTERVAL / 3, INTERVAL + TIMEOUT / 2]) {
        const sid = await polling(path);
        const leaving = new AbortController();
        const poll = fetch(`${url}${path}?${base}${sid}`, { signal: leaving.signal }).catch(() => {});
        await new Promise((done) => setTimeout(done, 20));
        leaving.abort();
        await poll;
        await new Promise((done) => setTimeout(done, pause));
        assert.equal((await get(path, base + sid)).status, 400);
      }
    });
    it("refuses a body beyond maxPayload and goes on", async () => {
      const sid = await polling(path);
      assert.equal((await post(path, base + sid, "4" + "x".repeat(1e6))).status, 413);
      assert.equal((await post(path, base + sid, "4" + "x".repeat(1e6 - 1))).status, 200);
      assert.equal((await (await get(path, base + sid)).text()).length, 1e6);
    });
  });

  describe("messages by WebSocket", () => {
    it("echoes text and bytes", async () => {
      const socket = await webSocket(path);
      for (const text of ["4hello", "4", "4" + "x".repeat(126), "4" + "ğ".repeat(70000)]) {
        socket.send(text);
        assert.equal(await socket.next(), text);
      }
      const bytes = Buffer.from([1, 2, 3, 4]);
      socket.send(bytes);
      assert.deepEqual(await socket.next(), bytes);
      socket.close();
    });
    it("closes upon an invalid packet", async () => {
      for (const text of ["abc", "7", ""]) {
        const socket = await webSocket(path);
        socket.send(text);
        await socket.closed;
      }
    });
    it("closes upon a message beyond maxPayload", async () => {
      const socket = await webSocket(path);
      socket.send("4" + "x".repeat(1e6));
      await socket.closed;
    });
    it("closes upon bytes that are no frame", async () => {
      const socket = await webSocket(path);
      socket.socket._socket.write(Buffer.from([0xff, 0xff, 0xff, 0xff]));
      await socket.closed;
    });
  });

  describe("heartbeat", () => {
    const silent = (ms) => new Promise((done) => setTimeout(done, ms));

    it("goes on by polling", async () => {
      const sid = await polling(path);
      for (let i = 0; i < 3; i++) {
        assert.equal(await (await get(path, base + sid)).text(), "2");
        assert.equal((await post(path, base + sid, "3")).status, 200);
      }
    });
    it("ends the silent by polling", async () => {
      const sid = await polling(path);
      await silent(INTERVAL + TIMEOUT);
      assert.equal((await get(path, base + sid)).status, 400);
      assert.equal((await post(path, base + sid, "3")).status, 400);
    });
    it("ends one who polls and says nothing", async () => {
      const begun = Date.now();
      const sid = await polling(path);
      assert.equal(await (await get(path, base + sid)).text(), "2");
      assert.ok(Date.now() - begun >= INTERVAL - EARLY);
      assert.equal(await (await get(path, base + sid)).text(), "1");
      assert.ok(Date.now() - begun >= INTERVAL + TIMEOUT - EARLY);
      assert.equal((await get(path, base + sid)).status, 400);
    });
    it("goes on by WebSocket", async () => {
      const begun = Date.now(); // of all: who hears one ping late hears the next one early
      const socket = await webSocket(path, { hearsPings: true });
      for (let i = 1; i <= 3; i++) {
        assert.equal(await socket.next(), "2");
        assert.ok(Date.now() - begun >= i * INTERVAL - EARLY);
        socket.send("3");
      }
      socket.close();
    });
    it("ends the silent by WebSocket", async () => {
      const begun = Date.now();
      const socket = await webSocket(path, { hearsPings: true });
      assert.equal(await socket.next(), "2");
      await socket.closed;
      assert.ok(Date.now() - begun >= INTERVAL + TIMEOUT - EARLY);
    });
    it("goes from us to the client only", async () => {
      const socket = await webSocket(path);
      socket.send("2");
      await socket.closed;
    });
  });

  describe("close", () => {
    it("by polling", async () => {
      for (let i = 0; i < 20; i++) {
        const sid = await polling(path);
        const [poll, said] = await Promise.all([get(path, base + sid), post(path, base + sid, "1")]);
        assert.equal(said.status, 200);
        assert.equal(poll.status, 200);
        assert.equal(await poll.text(), "6");
        assert.equal((await get(path, base + sid)).status, 400);
        assert.equal((await post(path, base + sid, "4x")).status, 400);
      }
    });
    it("by WebSocket", async () => {
      const socket = await webSocket(path);
      socket.send("1");
      await socket.closed;
    });
  });

  describe("upgrade", () => {
    const probing = (sid) => new Socket(`${path}?EIO=4&transport=websocket&sid=${sid}`);
    async function probed() {
      const sid = await polling(path);
      const socket = probing(sid);
      await socket.opened;
      socket.send("2probe");
      assert.equal(await socket.next(), "3probe");
      return { sid, socket };
    }
    async function assertEchoes(socket) {
      socket.send("4hello");
      assert.equal(await socket.next(), "4hello");
      socket.close();
    }

    it("goes over", async () => {
      const { socket } = await probed();
      socket.send("5");
      await assertEchoes(socket);
    });
    it("brings what was not polled", async () => {
      const { sid, socket } = await probed();
      await post(path, base + sid, "4before");
      socket.send("5");
      assert.equal(await socket.next(), "4before");
      socket.close();
    });
    it("lets a held poll go", async () => {
      const sid = await polling(path);
      const poll = get(path, base + sid);
      const socket = probing(sid);
      await socket.opened;
      socket.send("2probe");
      assert.equal(await socket.next(), "3probe");
      assert.equal(await (await poll).text(), "6");
      socket.send("5");
      await assertEchoes(socket);
    });
    it("lets polls between the probe and the upgrade go", async () => {
      const { sid, socket } = await probed();
      for (let i = 0; i < 2; i++) assert.equal(await (await get(path, base + sid)).text(), "6");
      socket.send("5");
      await assertEchoes(socket);
    });
    it("ignores requests afterwards, however soon they come", async () => {
      for (let i = 0; i < 20; i++) {
        const sid = await polling(path);
        const socket = probing(sid);
        await socket.opened;
        socket.send("2probe");
        socket.send("5");
        assert.equal((await get(path, base + sid)).status, 400);
        assert.equal((await post(path, base + sid, "4x")).status, 400);
        assert.equal(await socket.next(), "3probe");
        await assertEchoes(socket);
      }
    });
    it("closes another WebSocket afterwards, once that is open", async () => {
      const { sid, socket } = await probed();
      socket.send("5");
      const other = probing(sid);
      await other.opened;
      await other.closed;
      assert.equal(other.error, undefined);
      await assertEchoes(socket);
    });
    it("closes another WebSocket meanwhile", async () => {
      const { sid, socket } = await probed();
      await probing(sid).closed;
      socket.send("5");
      await assertEchoes(socket);
    });
    for (const said of ["4early", "2", "5", "abc", Buffer.from([1])])
      it(`ends a probe that says ${JSON.stringify(said)}, and polling goes on`, async () => {
        const sid = await polling(path);
        const socket = probing(sid);
        await socket.opened;
        socket.send(said);
        await socket.closed;
        await post(path, base + sid, "4still here");
        assert.equal(await (await get(path, base + sid)).text(), "4still here");
      });
    it("survives a probe that is broken off", async () => {
      const { sid, socket } = await probed();
      socket.socket.terminate();
      await post(path, base + sid, "4still here");
      assert.equal(await (await get(path, base + sid)).text(), "4still here");
    });
  });
});

describe("Socket.IO", () => {
  const path = "/socket.io/";
  const base = "EIO=4&transport=polling&sid=";

  async function joined() {
    const socket = await webSocket(path);
    socket.send("40");
    assert.match(await socket.next(), /^40\{"sid":"[^"]+"\}$/);
    assert.equal(await socket.next(), '42["auth",{}]');
    return socket;
  }
  async function assertSpeaks(socket) {
    socket.send('42["message","hello"]');
    assert.equal(await socket.next(), '42["message-back","hello"]');
    socket.close();
  }

  describe("connect", () => {
    for (const [name, said, nsp, auth] of [["the main namespace", "40", "", "{}"], ["the main namespace with a payload", '40{"token":"123"}', "", '{"token":"123"}'],
      ["a custom namespace", "40/custom,", "/custom,", "{}"], ["a custom namespace without comma", "40/custom", "/custom,", "{}"],
      ["a custom namespace with a payload", '40/custom,{"token":"abc"}', "/custom,", '{"token":"abc"}']]) {
      it(`to ${name}`, async () => {
        const socket = await webSocket(path);
        socket.send(said);
        const reply = await socket.next();
        assert.ok(reply.startsWith(`40${nsp}{"sid":"`), reply);
        assert.equal(await socket.next(), `42${nsp}["auth",${auth}]`);
        socket.close();
      });
      it(`to ${name} by polling`, async () => {
        const sid = await polling(path);
        assert.equal(await (await post(path, base + sid, said)).text(), "ok");
        let text = await (await get(path, base + sid)).text();
        if (!text.includes("\x1e")) text += "\x1e" + (await (await get(path, base + sid)).text());
        const [reply, event] = text.split("\x1e");
        assert.ok(reply.startsWith(`40${nsp}{"sid":"`), reply);
        assert.equal(event, `42${nsp}["auth",${auth}]`);
      });
    }
    it("is told in two breaths", async () => { // suites listen for one message at a time, by once()
      const tries = [];
      for (let i = 0; i < 20 && tries.at(-1) !== '42["auth",{}]'; i++) {
        const other = new WebSocket(`${wsUrl}${path}?EIO=4&transport=websocket`);
        const heard = () => new Promise((done) => { other.once("message", (data) => done(data.toString())); other.once("close", () => done("lost")); });
        await heard();
        other.send("40");
        await heard();
        tries.push(await heard());
        other.close();
      }
      assert.equal(tries.at(-1), '42["auth",{}]');
    });
    it("not to an unknown namespace, and the others stay", async () => {
      const socket = await joined();
      socket.send("40/random");
      assert.equal(await socket.next(), '44/random,{"message":"Invalid namespace"}');
      await assertSpeaks(socket);
    });
    it("not with an invalid handshake", async () => {
      const socket = await webSocket(path);
      socket.send("4abc");
      await socket.closed;
    });
    it("within the connect timeout", async () => {
      const begun = Date.now();
      await (await webSocket(path)).closed;
      assert.ok(Date.now() - begun >= CONNECT - EARLY);
    });
    it("within the connect timeout, though another is refused", async () => {
      const socket = await webSocket(path);
      socket.send("40/random");
      assert.equal(await socket.next(), '44/random,{"message":"Invalid namespace"}');
      await socket.closed;
    });
  });

  describe("disconnect", () => {
    it("from the main namespace, and the connection stays", async () => {
      const socket = await webSocket(path, { hearsPings: true });
      const next = async () => {
        const said = await socket.next();
        if (said !== "2") return said;
        socket.send("3");
        return next();
      };
      socket.send("40");
      await next();
      await next();
      socket.send("41");
      assert.equal(await socket.next(), "2");
      socket.send("3");
      socket.send("40");
      assert.match(await next(), /^40\{"sid":"[^"]+"\}$/);
      socket.close();
    });
    it("from a custom namespace, and the main one stays", async () => {
      const socket = await joined();
      socket.send("40/custom");
      await socket.next();
      await socket.next();
      socket.send("41/custom");
      await assertSpeaks(socket);
    });
  });

  describe("message", () => {
    it("of text", async () => {
      const socket = await joined();
      socket.send('42["message",1,"2",{"3":[true]}]');
      assert.equal(await socket.next(), '42["message-back",1,"2",{"3":[true]}]');
      socket.close();
    });
    it("of bytes", async () => {
      const socket = await joined();
      socket.send('452-["message",{"_placeholder":true,"num":0},{"_placeholder":true,"num":1}]');
      socket.send(Buffer.from([1, 2, 3]));
      socket.send(Buffer.from([4, 5, 6]));
      assert.equal(await socket.next(), '452-["message-back",{"_placeholder":true,"num":0},{"_placeholder":true,"num":1}]');
      assert.deepEqual(await socket.next(), Buffer.from([1, 2, 3]));
      assert.deepEqual(await socket.next(), Buffer.from([4, 5, 6]));
      socket.close();
    });
    it("of text with an ack", async () => {
      const socket = await joined();
      socket.send('42456["message-with-ack",1,"2",{"3":[false]}]');
      assert.equal(await socket.next(), '43456[1,"2",{"3":[false]}]');
      socket.close();
    });
    it("of bytes with an ack", async () => {
      const socket = await joined();
      socket.send('452-789["message-with-ack",{"_placeholder":true,"num":0},{"_placeholder":true,"num":1}]');
      socket.send(Buffer.from([1, 2, 3]));
      socket.send(Buffer.from([4, 5, 6]));
      assert.equal(await socket.next(), '462-789[{"_placeholder":true,"num":0},{"_placeholder":true,"num":1}]');
      assert.deepEqual(await socket.next(), Buffer.from([1, 2, 3]));
      assert.deepEqual(await socket.next(), Buffer.from([4, 5, 6]));
      socket.close();
    });
    it("of bytes by polling", async () => {
      const sid = await polling(path);
      await post(path, base + sid, "40");
      await get(path, base + sid);
      await post(path, base + sid, '451-["message",{"_placeholder":true,"num":0}]\x1ebAQID');
      assert.equal(await (await get(path, base + sid)).text(), '451-["message-back",{"_placeholder":true,"num":0}]\x1ebAQID');
    });
    it("of text and bytes without an ack that is asked for", async () => {
      const socket = await joined();
      socket.send('42["message-with-ack",1]');
      await assertSpeaks(socket);
    });
    for (const said of ["4abc", "42{}", '42abc["message-with-ack",1]', "42", '42/random,["message"]', "40", '451-["message",{"_placeholder":true,"num":9}]'])
      it(`closes upon ${said}`, async () => {
        const socket = await joined();
        socket.send(said);
        await socket.closed;
      });
  });
});
