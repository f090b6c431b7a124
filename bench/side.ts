import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Access } from "./access";
import { askerOf, type Contender } from "./drive";
import { type Client, type Dialect, type Line, type Size } from "./lines";
import { type Env, mustRun, ROOT, type Server, serveNext } from "./server";

/** What can be driven: a server that takes part in the lines that it has. */
export type Running = {
  readonly name: string;
  readonly server: Server;
  /** Null where it has no such line. */
  contender(line: Line): Contender | null;
};

/** A checkout of the product with a market of its own. */
export type Side = {
  readonly name: string;
  readonly checkout: string;
  readonly env: Env;
  readonly access: Access;
};

export type Market = {
  readonly name: string;
  readonly checkout: string;
  readonly dialect: Dialect;
  readonly size: Size;
  /** Holds the secrets, and on SQLite the database; a market that is in it already is taken as it is. */
  readonly folder: string;
  /** Of an empty PostgreSQL database, or one that an earlier side of this folder has filled. */
  readonly url?: string;
};

const TYPESCRIPT = ["--max-semi-space-size=128", "--conditions=react-server", "--import", "tsx"];

/** Makes the market by the checkout's own code, and whom to ask as. */
export async function openSide({ name, checkout, dialect, size, folder, url }: Market): Promise<Side> {
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const env = {
    DATA_DIR: folder,
    DATABASE_URL: dialect === "postgres" ? (url as string) : `file:${join(folder, "kouan.db")}`,
    KOUAN_ENV: "demo",
    SEED: size,
    LOG_LEVEL: "error",
  };
  const startMs = performance.now();
  await mustRun([...TYPESCRIPT, "scripts/prepare.ts"], checkout, env);
  console.log(`  ${name}: the market is there after ${((performance.now() - startMs) / 1000).toFixed(0)} s`);
  const file = join(folder, "access.json");
  await mustRun([...TYPESCRIPT, join(ROOT, "bench/access.ts"), file], checkout, env);
  return { name, checkout, env, access: JSON.parse(readFileSync(file, "utf8")) as Access };
}

/** Signs in by the demo's form for that person, as a browser without JavaScript does; answers the cookie. */
async function cookieOf(url: string, handle: string): Promise<string> {
  const address = `${url}/en/sign-in`;
  const html = await (await fetch(address)).text();
  const forms = html.split("<form").slice(1);
  const isOf = new RegExp(`name="handle" value="${handle}"|value="${handle}" name="handle"`);
  const form = forms.find((one) => isOf.test(one.split("</form>")[0] ?? "")) ?? "";
  const body = new FormData();
  for (const [field] of form.split("</form>")[0]?.matchAll(/<input[^>]*>/g) ?? []) {
    const [name, value] = ["name", "value"].map((key) => new RegExp(` ${key}="([^"]*)"`).exec(field)?.[1] ?? "");
    body.set(name as string, (value as string).replaceAll("&quot;", '"').replaceAll("&amp;", "&"));
  }
  body.set("handle", handle);
  const answer = await fetch(address, { method: "POST", body, redirect: "manual", headers: { origin: url } });
  const cookies = answer.headers.getSetCookie().map((one) => one.split(";")[0]);
  if (cookies.length === 0) throw new Error(`${handle} cannot sign in: ${answer.status}`);
  return cookies.join("; ");
}

/** Starts a server of the side; its environment may be told otherwise, as to go through a wire that counts. */
export async function startSide(
  { name, checkout, env, access }: Side,
  changes: Env = {},
): Promise<Running & { readonly client: Client }> {
  const server = await serveNext(checkout, { env: { ...env, ...changes, SEED: "none" }, health: "/api/health" });
  const ask = askerOf(server.url);
  const cookies = {
    visitor: "",
    buyer: await cookieOf(server.url, "buyer"),
    admin: await cookieOf(server.url, "admin"),
  };
  const [authorization] = access.readers as [string];
  const { text } = await ask({ path: "/api/v1/requests?state=open&limit=25", headers: { authorization } });
  const { id } = (JSON.parse(text) as { items: { id: string }[] }).items.at(-1) as { id: string };
  const client = { ask, access, cookies, requestId: id };
  const contender = (line: Line) => ({
    cpuMs: () => server.cpuMs(),
    prepare: (count: number) => line.prepare(client, count),
  });
  return { name, server, client, contender };
}
