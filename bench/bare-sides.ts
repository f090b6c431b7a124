import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Constants } from "./bare/constants";
import { askerOf } from "./drive";
import { SEALED_ROW_BYTES } from "./in-process";
import type { Client, Line } from "./lines";
import { capture, countElements } from "./markup";
import { BARE, serveNext } from "./server";
import type { Running } from "./side";

/** Keeps what the product answers, for the bare application to answer the same. */
async function captureConstants({ ask, access, requestId }: Client, folder: string): Promise<string> {
  const headers = { authorization: access.readers[0] as string };
  const constants: Constants = {
    list: capture((await ask({ path: "/en/requests" })).text),
    detail: capture((await ask({ path: `/en/requests/${requestId}` })).text),
    apiList: (await ask({ path: "/api/v1/requests?state=open&limit=25", headers })).text,
    apiDetail: (await ask({ path: `/api/v1/requests/${requestId}`, headers })).text,
    databaseFile: join(folder, "bare.db"),
    rowBytes: SEALED_ROW_BYTES,
  };
  const file = join(folder, "constants.json");
  writeFileSync(file, JSON.stringify(constants));
  return file;
}

/** One bare application as two sides: it draws and answers the same as ours, or a table written by hand in place of every page. */
export async function startBare(ours: Client, folder: string): Promise<readonly [same: Running, table: Running]> {
  const file = await captureConstants(ours, folder);
  const server = await serveNext(BARE, { env: { BARE_CONSTANTS: file }, health: "/api/list" });
  const ask = askerOf(server.url);
  const get = (path: string) => async () => (await ask({ path })).bytes;
  const insert = (path: string) => async () =>
    (await ask({ path, method: "POST", body: ours.access.bodies.bid })).bytes;
  const side = (name: string, actOf: (line: Line) => (() => Promise<number>) | null): Running => ({
    name,
    server,
    contender(line) {
      const act = actOf(line);
      return act && { cpuMs: () => server.cpuMs(), prepare: () => Promise.resolve(act) };
    },
  });
  const { text, bytes } = await ask({ path: "/table" });
  console.log(`  the table written by hand: ${bytes} bytes, ${countElements(capture(text).body)} elements`);
  return [
    side("same", ({ bare, kind }) => (bare ? (kind === "write" ? insert : get)(bare.path) : null)),
    side("table", ({ kind }) => (kind === "page" ? get("/table") : null)),
  ];
}
