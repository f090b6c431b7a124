import { type ChildProcess, spawn } from "node:child_process";
import { openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

const ROOT = join(import.meta.dirname, "../..");
const FRONT_DOOR = join(ROOT, "server/front-door/serve.ts");
const HOST = "127.0.0.1";
const POLL_MS = 50;
const START_MAX_MS = 120_000;

export type Server = {
  readonly url: string;
  /** Starts the built product and answers once it serves. */
  start(): Promise<void>;
  /** Ends the process as a power cut would: it has no say in it. */
  kill(): Promise<void>;
  stop(): Promise<void>;
  /** Of the one that runs. */
  processId(): number;
  /** What the log says of a fault, by the reference that its caller was given. */
  logOf(reference: string): string;
};

/** The product as `npm start` serves it, in one process on a port of its own (PORT's where none is told), with its log in a file. */
export function serverOf(
  env: Readonly<Record<string, string>>,
  logFile: string,
  port: number | string = process.env.PORT ?? "3900",
): Server {
  const url = `http://${HOST}:${port}`;
  let child: ChildProcess | undefined;
  let ended: Promise<void> = Promise.resolve();
  process.once("exit", () => child?.kill("SIGKILL"));

  async function end(signal: "SIGKILL" | "SIGTERM"): Promise<void> {
    child?.kill(signal);
    await ended;
  }

  async function start(): Promise<void> {
    const log = openSync(logFile, "a");
    const running = spawn(process.execPath, [FRONT_DOOR], {
      cwd: ROOT,
      env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", HOST, PORT: String(port), ...env },
      stdio: ["ignore", log, log],
    });
    child = running;
    ended = new Promise((resolve) => running.once("exit", () => resolve()));
    for (const startMs = performance.now(); performance.now() - startMs < START_MAX_MS; await pause(POLL_MS)) {
      if (running.exitCode !== null) throw new Error(`the server ended; its log is ${logFile}`);
      const answer = await fetch(`${url}/api/health`).catch(() => null);
      if (answer?.ok) return;
    }
    throw new Error(`the server does not answer; its log is ${logFile}`);
  }

  const logOf = (reference: string): string =>
    readFileSync(logFile, "utf8")
      .split("\n")
      .filter((line) => line.includes(reference))
      .join("\n");

  const processId = (): number => child?.pid ?? 0;

  return { url, start, logOf, processId, kill: () => end("SIGKILL"), stop: () => end("SIGTERM") };
}
