// SPDX-License-Identifier: GPL-3.0-or-later
// What public suites of the Engine.IO 4 and Socket.IO 5 protocols ask of a server, asked of kule-socketio-reference. By node:test;
// REFERENCE_URL says where it listens.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { WebSocket } from "ws";

const url = process.env.REFERENCE_URL;
const wsUrl = url.replace("http", "ws");
const INTERVAL = 300, TIMEOUT = 200;
const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

class Socket {
  constructor(address) {
    this.queue = [];
    this.waiting = [];
    this.closed = new Promise((done) => {
      this.socket = new WebSocket(wsUrl + address);
      this.socket.on("error", () => {});
      this.socket.on("close", done);
    });
    this.opened = new Promise((done) => this.socket.on("open", done));
    this.socket.on("message", (data, isBinary) => {
      const value = isBinary ? data : data.toString();
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

async function webSocket(path) {
  const socket = new Socket(`${path}?EIO=4&transport=websocket`);
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
      await sleep(20);
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
      const [first, second] = await Promise.all([get(path, base + sid), sleep(5).then(() => get(path, base + sid + "&t=burst"))]);
      assert.equal(first.status, 200);
      assert.equal(await first.text(), "1");
      assert.equal(second.status, 400);
      assert.equal((await get(path, base + sid)).status, 400);
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
    it("goes on by polling", async () => {
      const sid = await polling(path);
      for (let i = 0; i < 3; i++) {
        assert.equal(await (await get(path, base + sid)).text(), "2");
        assert.equal((await post(path, base + sid, "3")).status, 200);
      }
    });
    it("ends the silent by polling", async () => {
      const sid = await polling(path);
      await sleep(INTERVAL + TIMEOUT);
      assert.equal((await get(path, base + sid)).status, 400);
    });
    it("goes on by WebSocket", async () => {
      const socket = await webSocket(path);
      for (let i = 0; i < 3; i++) {
        assert.equal(await socket.next(), "2");
        socket.send("3");
      }
      socket.close();
    });
    it("ends the silent by WebSocket", async () => {
      const begun = Date.now();
      await (await webSocket(path)).closed;
      const took = Date.now() - begun;
      assert.ok(took >= INTERVAL + TIMEOUT - 10, `after ${took} ms`);
    });
    it("goes from us to the client only", async () => {
      const socket = await webSocket(path);
      socket.send("2");
      await socket.closed;
    });
  });

  describe("close", () => {
    it("by polling", async () => {
      const sid = await polling(path);
      const poll = get(path, base + sid);
      await sleep(20);
      assert.equal((await post(path, base + sid, "1")).status, 200);
      const answer = await poll;
      assert.equal(answer.status, 200);
      assert.equal(await answer.text(), "6");
      assert.equal((await get(path, base + sid)).status, 400);
      assert.equal((await post(path, base + sid, "4x")).status, 400);
    });
    it("by WebSocket", async () => {
      const socket = await webSocket(path);
      socket.send("1");
      await socket.closed;
    });
  });

  describe("upgrade", () => {
    async function upgraded() {
      const sid = await polling(path);
      const socket = new Socket(`${path}?EIO=4&transport=websocket&sid=${sid}`);
      await socket.opened;
      socket.send("2probe");
      assert.equal(await socket.next(), "3probe");
      socket.send("5");
      return { sid, socket };
    }
    it("goes over", async () => {
      const { socket } = await upgraded();
      socket.send("4hello");
      assert.equal(await socket.next(), "4hello");
      socket.close();
    });
    it("brings what was not polled", async () => {
      const sid = await polling(path);
      await post(path, base + sid, "4before");
      const socket = new Socket(`${path}?EIO=4&transport=websocket&sid=${sid}`);
      await socket.opened;
      socket.send("2probe");
      assert.equal(await socket.next(), "3probe");
      socket.send("5");
      assert.equal(await socket.next(), "4before");
      socket.close();
    });
    it("lets the held poll go", async () => {
      const sid = await polling(path);
      const poll = get(path, base + sid);
      await sleep(20);
      const socket = new Socket(`${path}?EIO=4&transport=websocket&sid=${sid}`);
      await socket.opened;
      socket.send("2probe");
      assert.equal(await socket.next(), "3probe");
      assert.equal(await (await poll).text(), "6");
      socket.send("5");
      socket.close();
    });
    it("ignores polling afterwards", async () => {
      const { sid, socket } = await upgraded();
      await sleep(20);
      assert.equal((await get(path, base + sid)).status, 400);
      assert.equal((await post(path, base + sid, "4x")).status, 400);
      socket.send("4hello");
      assert.equal(await socket.next(), "4hello");
      socket.close();
    });
    it("ignores another WebSocket afterwards", async () => {
      const { sid, socket } = await upgraded();
      await new Socket(`${path}?EIO=4&transport=websocket&sid=${sid}`).closed;
      socket.send("4hello");
      assert.equal(await socket.next(), "4hello");
      socket.close();
    });
    it("survives a probe that is broken off", async () => {
      const sid = await polling(path);
      const socket = new Socket(`${path}?EIO=4&transport=websocket&sid=${sid}`);
      await socket.opened;
      socket.send("2probe");
      assert.equal(await socket.next(), "3probe");
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
    it("not to an unknown namespace", async () => {
      const socket = await webSocket(path);
      socket.send("40/random");
      assert.equal(await socket.next(), '44/random,{"message":"Invalid namespace"}');
      socket.close();
    });
    it("not with an invalid handshake", async () => {
      const socket = await webSocket(path);
      socket.send("4abc");
      await socket.closed;
    });
    it("within the connect timeout", async () => {
      const socket = await webSocket(path);
      const pong = setInterval(() => socket.send("3"), 150);
      await socket.closed;
      clearInterval(pong);
    });
  });

  describe("disconnect", () => {
    it("from the main namespace, and the connection stays", async () => {
      const socket = await joined();
      socket.send("41");
      assert.equal(await socket.next(), "2");
      socket.close();
    });
    it("from a custom namespace, and the main one stays", async () => {
      const socket = await joined();
      socket.send("40/custom");
      await socket.next();
      await socket.next();
      socket.send("41/custom");
      socket.send('42["message","message to main namespace"]');
      assert.equal(await socket.next(), '42["message-back","message to main namespace"]');
      socket.close();
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
    for (const said of ["4abc", "42{}", '42abc["message-with-ack",1]', "42", '42/random,["message"]', "40", '451-["message",{"_placeholder":true,"num":9}]'])
      it(`closes upon ${said}`, async () => {
        const socket = await joined();
        socket.send(said);
        await socket.closed;
      });
  });
});
