// SPDX-License-Identifier: GPL-3.0-or-later
// The same by Node's socket.io, as its documentation has it: a room a job, one emit an event. Prints its port.
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";

const require = createRequire(new URL("../../e2e/node/package.json", import.meta.url));
const { Server } = require("socket.io");

const jobId = "550e8400-e29b-41d4-a716-446655440000";
const http = createServer();
const io = new Server(http);
io.on("connection", (socket) => {
  socket.on("job:subscribe", (id) => socket.join(id));
  socket.on("job:unsubscribe", (id) => socket.leave(id));
});
http.listen(0, "127.0.0.1", () => console.log(http.address().port));

let seq = 0;
const tell = () => io.to(jobId).emit("job:progress", {
  jobId, progress: 50, status: "processing", step: process.hrtime.bigint().toString(), message: process.hrtime.bigint().toString(), seq: ++seq, kind: "script",
});
createInterface({ input: process.stdin }).on("line", (line) => {
  const [verb, count, apart] = line.split(" ");
  if (verb === "paced") {
    let left = Number(count);
    const pace = setInterval(() => {
      tell();
      if (--left === 0) clearInterval(pace);
    }, Number(apart));
  } else {
    for (let i = 0; i < Number(count); i++) tell();
  }
}).on("close", () => process.exit());
