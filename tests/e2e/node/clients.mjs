// SPDX-License-Identifier: GPL-3.0-or-later
// The official clients, versions 4 and 2, against a running Kule: each transport, jobs that succeed and fail, keys. By node:test;
// KULE_URL, KULE_KEY and the scripts' names come from the environment.
import assert from "node:assert/strict";
import { after, describe, it } from "node:test";
import { io } from "socket.io-client";
import io2 from "socket.io-client-2";

const url = process.env.KULE_URL;
const key = process.env.KULE_KEY;

async function run(file, args = [], processId = crypto.randomUUID()) {
  const answer = await fetch(`${url}/run`, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Auth-Hash": key },
    body: JSON.stringify({ process_id: processId, file_path: `packages/${file}`, args }),
  });
  assert.equal(answer.status, 202);
  return (await answer.json()).job_id;
}

const once = (socket, event) => new Promise((done) => socket.once(event, done));

/** All that a job says to this socket up to its end. */
function watch(socket, jobId) {
  const heard = [];
  return new Promise((done) => {
    const of = (name) => (data) => {
      if (data.jobId !== jobId) return;
      heard.push([name, data]);
      if (name !== "job:progress") done(heard);
    };
    for (const name of ["job:progress", "job:completed", "job:error"]) socket.on(name, of(name));
  });
}

function assertWhole(heard) {
  const ends = heard.filter(([name]) => name !== "job:progress");
  assert.equal(ends.length, 1);
  const numbers = heard.map(([, data]) => data.seq);
  for (let i = 1; i < numbers.length; i++) assert.equal(numbers[i], numbers[i - 1] + 1);
  for (const [name, data] of heard) {
    if (name !== "job:progress") continue;
    assert.ok(data.progress >= 0 && data.progress <= 100);
    assert.ok(["pending", "processing", "completed", "failed"].includes(data.status));
    assert.equal(typeof data.step, "string");
  }
}

const sockets = [];
after(() => sockets.forEach((socket) => socket.disconnect()));
function connect(library, options) {
  const socket = library(url, { forceNew: true, reconnection: false, ...options });
  sockets.push(socket);
  return socket;
}

for (const [version, library] of [[4, io], [2, io2]]) {
  for (const [name, transports] of [["polling", ["polling"]], ["websocket", ["websocket"]], ["an upgrade", undefined]]) {
    describe(`socket.io-client ${version} by ${name}`, () => {
      const options = transports ? { transports } : {};

      it("connects", async () => {
        const socket = connect(library, options);
        await once(socket, "connect");
        assert.equal(typeof socket.id, "string");
        if (!transports) {
          const engine = socket.io.engine;
          if (engine.transport.name !== "websocket") await once(engine, "upgrade");
          assert.equal(engine.transport.name, "websocket");
        }
      });
      it("follows a job to its result", async () => {
        const socket = connect(library, options);
        const jobId = await run("steps.py", ["ışık"]);
        socket.emit("job:subscribe", jobId);
        const heard = await watch(socket, jobId);
        assertWhole(heard);
        const [last, data] = heard.at(-1);
        assert.equal(last, "job:completed");
        assert.deepEqual([data.data, data.source], [{ greeted: "ışık" }, "script"]);
      });
      it("follows a job to its error", async () => {
        const socket = connect(library, options);
        const jobId = await run("fails.py");
        socket.emit("job:subscribe", jobId);
        const [last, data] = (await watch(socket, jobId)).at(-1);
        assert.equal(last, "job:error");
        assert.deepEqual([data.error.code, data.error.type, data.error.message], ["JOB_FAILED", "ValueError", "no such luck"]);
      });
      it("hears the end of a job that ended before", async () => {
        const jobId = await run("steps.py", ["x"]);
        const first = connect(library, options);
        first.emit("job:subscribe", jobId);
        await watch(first, jobId);
        const late = connect(library, options);
        late.emit("job:subscribe", jobId);
        const heard = await watch(late, jobId);
        assertWhole(heard);
        assert.equal(heard.length, 2);
      });
      it("is acknowledged, and unsubscribes", async () => {
        const socket = connect(library, options);
        const jobId = await run("steps.py", ["x"]);
        const answer = await new Promise((done) => socket.emit("job:subscribe", jobId, done));
        assert.equal(answer.jobId, jobId);
        assert.equal(typeof answer.seq, "number");
        assert.deepEqual(await new Promise((done) => socket.emit("job:unsubscribe", jobId, done)), { jobId });
      });
      it("is told of a job that is none", async () => {
        const socket = connect(library, options);
        const name = crypto.randomUUID();
        socket.emit("job:subscribe", name);
        const error = await once(socket, "job:error");
        assert.deepEqual([error.jobId, error.error.code], [name, "NOT_FOUND"]);
      });
      it("reaches no other namespace", async () => {
        const socket = library(`${url}/other`, { forceNew: true, reconnection: false, ...options });
        sockets.push(socket);
        await once(socket, version === 4 ? "connect_error" : "error");
      });
    });
  }
}

describe("keys", () => {
  it("open all jobs and those of a process", async () => {
    const socket = connect(io, { auth: { key } });
    await socket.emitWithAck("job:subscribe", "*");
    const processId = crypto.randomUUID().replaceAll("-", "");
    await socket.emitWithAck("job:subscribe", processId);
    const jobId = await run("steps.py", ["x"], processId);
    const heard = await watch(socket, jobId);
    assertWhole(heard);
    assert.equal(heard.at(-1)[1].processId, processId);
  });
  it("are needed for that", async () => {
    const socket = connect(io, {});
    for (const name of ["*", "4711"]) assert.equal((await socket.emitWithAck("job:subscribe", name)).error.code, "UNAUTHORIZED");
  });
  it("must be right", async () => {
    const error = await once(connect(io, { auth: { key: "wrong" } }), "connect_error");
    assert.equal(error.data.code, "auth.wrong_key");
  });
});

describe("many subscriptions", () => {
  it("are bounded, and others are served", async () => {
    const socket = connect(io, { auth: { key } });
    const answers = await Promise.all(Array.from({ length: 10_000 }, (_, i) => socket.emitWithAck("job:subscribe", `many-${i}`)));
    assert.equal(answers.filter((answer) => answer.error?.code === "TOO_MANY_SUBSCRIPTIONS").length, 9_000);
    const other = connect(io, {});
    const jobId = await run("steps.py", ["x"]);
    other.emit("job:subscribe", jobId);
    assertWhole(await watch(other, jobId));
  });
});

describe("foreign pages", () => {
  const refused = async (options) => {
    const error = await once(connect(io, options), "connect_error");
    assert.ok(error);
  };
  it("are refused by polling and WebSocket", async () => {
    const extraHeaders = { Origin: "https://evil.example" };
    await refused({ transports: ["polling"], extraHeaders });
    await refused({ transports: ["websocket"], extraHeaders });
  });
});
