// The server of the browser tests: as `npm start`, with all that it prints kept in the files that SERVER_STDOUT and SERVER_STDERR name too.
// SERVER_PROCESSES=2 starts two over one database server, and gives each connection to the next of them.
import { spawn } from "node:child_process";
import { appendFileSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { join } from "node:path";
import { root } from "../setup/checkout.mjs";
import { freePort } from "../setup/free-port.mjs";
import { whenParentIsGone } from "../setup/when-parent-is-gone.mjs";

const HOST = "127.0.0.1";
const processes = Number(process.env.SERVER_PROCESSES ?? 1);
// The address that people know is the balancer's, not the port of the process that serves them.
const baseUrl = process.env.BASE_URL || `http://${HOST}:${process.env.PORT}`;
const files = [process.env.SERVER_STDOUT, process.env.SERVER_STDERR];
for (const file of files) if (file) writeFileSync(file, "");

function start(port) {
  const child = spawn(process.execPath, [join(root, "scripts/start.mjs")], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, PORT: String(port), BASE_URL: baseUrl },
  });
  for (const [from, to, file] of [
    [child.stdout, process.stdout, files[0]],
    [child.stderr, process.stderr, files[1]],
  ])
    from.on("data", (chunk) => {
      to.write(chunk);
      if (file) appendFileSync(file, chunk);
    });
  return child;
}

/** Whether a process takes traffic. */
const isReady = (port) =>
  fetch(`http://${HOST}:${port}/api/ready`).then(
    ({ ok }) => ok,
    () => false,
  );

/** Each connection to the next process, as a balancer in front of them does; none before all of them take traffic. */
async function balance(ports) {
  while (!(await Promise.all(ports.map(isReady))).every(Boolean)) await new Promise((done) => setTimeout(done, 200));
  let count = 0;
  createServer((client) => {
    const server = connect(ports[count++ % ports.length], HOST);
    for (const [from, to] of [
      [client, server],
      [server, client],
    ])
      from.on("error", () => to.destroy()).pipe(to);
  }).listen(Number(process.env.PORT), HOST);
}

const ports = processes === 1 ? [process.env.PORT] : await Promise.all(Array.from({ length: processes }, freePort));
const children = ports.map(start);
if (processes > 1) void balance(ports);

const stop = (signal) => children.map((child) => child.kill(signal));
for (const signal of ["SIGTERM", "SIGHUP", "SIGINT"]) process.on(signal, () => stop(signal));
whenParentIsGone(() => stop("SIGTERM"));
// Not at their exit: what they said last is still to be read then.
const codes = await Promise.all(children.map((child) => new Promise((done) => child.once("close", done))));
process.exit(codes.find((code) => code !== 0) ?? 0);
