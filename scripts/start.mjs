// From a fresh clone to a running market: installs, builds, prepares the database and serves. Each step is skipped where it
// has nothing to do. Plain JavaScript without packages, because it runs before they are there.
import { spawn } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { buildWhenChanged, hashOfSources } from "./setup/build.mjs";
import { inRoot, root } from "./setup/checkout.mjs";
import { hasPackages } from "./setup/has-packages.mjs";
import { alone } from "./setup/lock.mjs";
import { endWith } from "./setup/node/own-node.mjs";
import { main, mustRun } from "./setup/run.mjs";
import { secondsSince, startedMs, step } from "./setup/step.mjs";
import { typescript } from "./setup/typescript/typescript.mjs";

const HOST = process.env.HOST || "127.0.0.1";
const PORT = process.env.PORT || "3000";
const POLL_MS = 50;
// A page makes much that is needed no longer once it is sent: with room for it from the start the collector runs less often, a tenth
// more pages. What has outlived that may grow by half before it is looked through: left to itself it trebles, and buffers with it.
const NODE_ARGS = ["--min-semi-space-size=32", "--max-semi-space-size=32", "--heap-growing-percent=50"];
const isDevelopment = process.argv[2] === "dev";

/** The address to ask ourselves at: a server on all interfaces answers on the loopback one. */
const address = `http://${["0.0.0.0", "::"].includes(HOST) ? "127.0.0.1" : HOST.includes(":") ? `[${HOST}]` : HOST}:${PORT}`;

async function untilItAnswers(child) {
  while (child.exitCode === null) {
    const answer = await fetch(`${address}/api/health`, { signal: AbortSignal.timeout(5000) }).catch(() => null);
    if (answer) return { status: answer.status, ...(await answer.json().catch(() => null)) };
    await pause(POLL_MS);
  }
  return null;
}

async function serve() {
  const args = [...NODE_ARGS, "server/front-door/serve.ts"];
  const env = {
    ...process.env,
    HOST,
    PORT,
    NODE_ENV: isDevelopment ? "development" : "production",
    NEXT_TELEMETRY_DISABLED: "1",
    // Code that one start has compiled the next one takes as it is. A build throws it away with the rest.
    ...(isDevelopment ? {} : { NODE_COMPILE_CACHE: inRoot(".next/compiled") }),
  };
  const child = spawn(process.execPath, args, { cwd: root, stdio: "inherit", env });
  endWith(child);
  const health = await untilItAnswers(child);
  if (health === null) return;
  const complaint = health.status === "ok" ? "" : `; its health check says ${health.reason ?? health.status}`;
  console.log(`\nKouan 口岸 is at ${address} after ${secondsSince(startedMs)}${complaint}\n`);
}

/** Prepares the database where it was not by these very sources. Answers false where it was. */
async function prepareWhenChanged(hash) {
  // Loaded only here: its driver comes with the packages.
  const { embeddedFile, isPrepared, notePrepared } = await import("./setup/prepared.mjs");
  const file = embeddedFile();
  if (isPrepared(file, hash)) return false;
  await mustRun(
    "Preparing the database",
    // The market's making leaves much behind at once; with more room for it node clears it away less often.
    [process.execPath, "--max-semi-space-size=128", ...typescript("scripts/prepare.ts")],
    // Reports are drawn by React, which looks less closely at what it is given there.
    { env: { NODE_ENV: "production" } },
  );
  notePrepared(file, hash);
}

await main(async () => {
  if (!(await hasPackages(isDevelopment ? "all" : "runs"))) return;
  // Neither needs the other: the market is made on the core that the build leaves idle. Both come to their end before one of them is told of.
  const hash = hashOfSources();
  const made = await Promise.allSettled([
    isDevelopment ? null : alone(() => step("build", () => buildWhenChanged(hash))),
    step("database", () => prepareWhenChanged(hash)),
  ]);
  for (const { reason } of made) if (reason) throw reason;
  await serve();
});
