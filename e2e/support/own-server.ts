import { createHmac } from "node:crypto";
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { appendFileSync, cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { freePort, startPostgres } from "@/test/postgres-server";
import { inPostgres } from "./stored";

const START_MS = 60_000;
const POLL_MS = 100;

export type OwnServer = {
  readonly url: string;
  /** All that it has written so far, a line each. */
  readonly lines: () => readonly string[];
  readonly stop: () => Promise<void>;
};

const ROOT = join(import.meta.dirname, "../..");
const PREPARE = ["--import", "./scripts/setup/typescript/on-the-server.mjs", "--import", "tsx", "scripts/prepare.ts"];

async function untilItAnswers(url: string, child: ChildProcess): Promise<void> {
  for (const endsAt = Date.now() + START_MS; Date.now() < endsAt; ) {
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}`);
    // Not before its start is over, which looks into the database.
    if ((await fetch(`${url}/api/ready`).catch(() => null))?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  throw new Error("The server does not answer");
}

/** Starts the tested build once more, over a database and a folder of its own, which may be filled before; whoever starts it stops it. */
async function startOwnServer(
  settings: Readonly<Record<string, string>>,
  fill: (folder: string) => Promise<void> = async () => {},
): Promise<OwnServer> {
  const port = String(await freePort());
  const folder = mkdtempSync(join(tmpdir(), "kouan-own-"));
  await fill(folder);
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: "production",
    HOST: "127.0.0.1",
    PORT: port,
    DATA_DIR: folder,
    ...settings,
  };
  execFileSync(process.execPath, PREPARE, { cwd: ROOT, env, stdio: ["ignore", "ignore", "inherit"] });
  const child = spawn(process.execPath, ["server/front-door/serve.ts"], {
    cwd: ROOT,
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let written = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => {
      written += chunk.toString();
    });
  const url = `http://127.0.0.1:${port}`;
  const stop = async () => {
    const ended = new Promise((resolve) => child.once("exit", resolve));
    if (child.exitCode === null && child.kill("SIGTERM")) await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await untilItAnswers(url, child);
  } catch (error) {
    await stop();
    throw new Error(`No server of its own: ${written}`, { cause: error });
  }
  return { url, lines: () => written.split("\n"), stop };
}

const FIELD_KEY = Buffer.alloc(32, 7);

/** What opens a link into the field on a server with the settings below, as server/platform/identity/tokens.ts signs it. */
export function fieldToken(): string {
  const body = `${"0".repeat(26)}-${Math.floor(Date.now() / 1_000 + 86_400).toString(36)}`;
  const mac = createHmac("sha256", FIELD_KEY).update(`field-link|${body}`).digest();
  return `${body}-${mac.subarray(0, 18).toString("base64url")}`;
}

/** The settings of a market in production. */
export const IN_PRODUCTION = {
  KOUAN_ENV: "production",
  BASE_URL: "https://kouan.example",
  SMTP_URL: "smtps://mail.kouan.example",
  SECURITY_CONTACT: "mailto:security@kouan.example",
  KOUAN_FIELD_KEY: FIELD_KEY.toString("base64"),
  WORKER: "off",
  SEED: "none",
  LOG_LEVEL: "error",
};

const DATABASE = "kouan_away";

/** A market in production whose PostgreSQL has crashed since it started. */
export async function startWithoutDatabase(): Promise<OwnServer> {
  const postgres = await startPostgres();
  await postgres.create(DATABASE);
  const server = await startOwnServer({ ...IN_PRODUCTION, DATABASE_URL: postgres.url(DATABASE) });
  await postgres.crash();
  return {
    ...server,
    async stop() {
      await server.stop();
      await postgres.stop();
    },
  };
}

/** The keys of the tested market, and its database as it is now. */
async function copyMarket(folder: string): Promise<void> {
  const tested = process.env.DATA_DIR as string;
  for (const name of readdirSync(tested))
    if (/\.(?:key|secret)$|^cities/.test(name)) cpSync(join(tested, name), join(folder, name));
  if (inPostgres) return;
  const database = new Sqlite(join(tested, "kouan.db"), { readonly: true });
  await database.backup(join(folder, "kouan.db"));
  database.close();
}

/** The demo market once more, and open to search engines: over a copy, or beside the other on one PostgreSQL. */
export const startFoundMarket = (): Promise<OwnServer> =>
  startOwnServer(
    { SEARCH_ENGINES: "open", SEED: "demo", LOG_LEVEL: "error", ...(inPostgres ? { WORKER: "off" } : {}) },
    copyMarket,
  );

/** The demo market over a copy, with an endpoint at this address that translates and reads for the clerk. */
export const startMarketWithModel = (url: string): Promise<OwnServer> =>
  startOwnServer(
    {
      ...{ KOUAN_CLERK_URL: url, KOUAN_CLERK_MODEL: "double", SEED: "demo", LOG_LEVEL: "error" },
      ...(inPostgres ? { WORKER: "off" } : {}),
    },
    copyMarket,
  );

/**
 * A fault of the server that a test provokes, by the reference that its page says: the run passes over it in the server's log, and over no
 * other. (`scripts/testing/server-log.mjs` reads the file.)
 */
export function expectFault(reference: string): void {
  const file = process.env.EXPECTED_FAULTS;
  if (file && reference !== "") appendFileSync(file, `${reference}\n`);
}
