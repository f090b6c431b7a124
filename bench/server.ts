import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

export const ROOT = join(import.meta.dirname, "..");
export const BARE = join(import.meta.dirname, "bare");
const NEXT = join(ROOT, "node_modules/next/dist/bin/next");
const FRONT_DOOR = "server/front-door/serve.ts";
const POLL_MS = 100;
// As scripts/start.mjs starts the product; the bare application gets the same, so that ratios are of what each does.
const NODE_ARGS = ["--min-semi-space-size=32", "--max-semi-space-size=32", "--heap-growing-percent=50"];
const START_MAX_MS = 60_000;
const STOP_MAX_MS = 10_000;

export type Env = Readonly<Record<string, string>>;

const common: Env = { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };

function exitOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => child.once("exit", (code) => resolve(code ?? 1)));
}

/** Runs a program in a folder and throws where it fails. */
export async function mustRun(args: readonly string[], cwd: string, env: Env = {}): Promise<void> {
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...process.env, ...common, ...env },
    stdio: ["ignore", "ignore", "inherit"],
  });
  if ((await exitOf(child)) !== 0) throw new Error(`node ${args.join(" ")} failed in ${cwd}`);
}

/** A checkout of the product as its `npm start` builds it, where a source has changed. */
export async function build(checkout: string): Promise<void> {
  const whenChanged =
    'import { alone } from "./scripts/setup/lock.mjs"; import { buildWhenChanged } from "./scripts/setup/build.mjs"; await alone(buildWhenChanged);';
  await mustRun(["--input-type=module", "--eval", whenChanged], checkout);
}

export const buildBare = (): Promise<void> => mustRun([NEXT, "build"], BARE);

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

export type Server = {
  readonly url: string;
  /** Processor time spent so far, of all its threads; where the system does not tell, time itself. */
  cpuMs(): number;
  stop(): Promise<void>;
};

const NS_PER_MS = 1_000_000;

/** A thread's time on a processor in nanoseconds, the first field of its schedstat; none of one that has just ended. */
const spentNs = (file: string): number => (existsSync(file) ? Number(readFileSync(file, "utf8").split(" ", 1)[0]) : 0);

/** Linux only: a round of kept pages is too short for the ticks of /proc/<pid>/stat, of which each is a hundredth of a second. */
function cpuMsOf(pid: number): number {
  const threads = `/proc/${pid}/task`;
  if (!existsSync(`/proc/${pid}/schedstat`)) return performance.now();
  const each = readdirSync(threads).map((thread) => spentNs(join(threads, thread, "schedstat")));
  return each.reduce((all, one) => all + one, 0) / NS_PER_MS;
}

/** One process on loopback, answering: the front door of a checkout of the product, or `next start` of the bare application. */
export async function serveNext(
  folder: string,
  options: { readonly env: Env; readonly health: string; readonly nodeArgs?: readonly string[] },
): Promise<Server> {
  const { env, health, nodeArgs = [] } = options;
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const program = folder === BARE ? [NEXT, "start", "-H", "127.0.0.1", "-p", String(port)] : [FRONT_DOOR];
  const args = [...NODE_ARGS, ...nodeArgs, ...program];
  const child = spawn(process.execPath, args, {
    cwd: folder,
    env: { ...process.env, ...common, HOST: "127.0.0.1", PORT: String(port), ...env },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const ended = exitOf(child);
  // However this process ends, no server stays behind.
  const kill = () => child.kill("SIGKILL");
  process.once("exit", kill);
  const stop = async () => {
    child.kill("SIGTERM");
    await Promise.race([ended, pause(STOP_MAX_MS).then(kill)]);
    process.off("exit", kill);
  };
  for (const startMs = performance.now(); performance.now() - startMs < START_MAX_MS; await pause(POLL_MS)) {
    if (child.exitCode !== null) throw new Error(`the server ended in ${folder}`);
    const answer = await fetch(url + health).catch(() => null);
    if (answer?.ok) return { url, cpuMs: () => cpuMsOf(child.pid as number), stop };
  }
  await stop();
  throw new Error(`no server answers in ${folder}`);
}
