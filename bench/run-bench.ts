import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import type { Database } from "@/db/database";
import type { BulkSize } from "@/demo/bulk/main";
import { memberships } from "@/db/schema/accounts";
import type { Constants } from "./bare/constants";
import { makeKey } from "@/test/make-key";
import { type Keys, actorOf, makeKeys, makeMarket, makePairs } from "./market";
import { type Measured, tableOf, verdictOf } from "./line";
import { compareHubShare } from "./hub-share";
import { compareCommands, PAIRS_NEEDED, SEALED_ROW_BYTES } from "./in-process";
import { BID_PAIRS_NEEDED, compareApi, compareBids, comparePages, type Paths, STARTS } from "./over-http";
import { comparisonOf } from "./load";
import { capture, countElements } from "./markup";
import { statementTable } from "./statements";
import { BARE, buildBoth, ROOT, type Server, serveNext } from "./server";

const say = (line: string) => console.log(line);

async function textOf(url: string, headers: Record<string, string> = {}): Promise<string> {
  const answer = await fetch(url, { headers });
  if (!answer.ok) throw new Error(`${url} answers ${answer.status}`);
  return await answer.text();
}

const serveOurs = () => serveNext(ROOT, { env: {}, health: "/api/health" });

/** Keeps what the product answers, for the bare application to answer the same. */
async function captureConstants(ours: Server, folder: string, keys: Keys): Promise<{ paths: Paths; file: string }> {
  const authorization = keys.readers[0] as string;
  const apiList = "/api/v1/requests?state=open&limit=25";
  const listed = await textOf(ours.url + apiList, { authorization });
  const { id } = (JSON.parse(listed) as { items: { id: string }[] }).items.at(-1) as { id: string };
  const paths = { list: "/en/requests", detail: `/en/requests/${id}`, apiList, apiDetail: `/api/v1/requests/${id}` };
  const constants: Constants = {
    list: capture(await textOf(ours.url + paths.list)),
    detail: capture(await textOf(ours.url + paths.detail)),
    apiList: listed,
    apiDetail: await textOf(ours.url + paths.apiDetail, { authorization }),
    databaseFile: join(folder, "bare.db"),
    rowBytes: SEALED_ROW_BYTES,
  };
  const file = join(folder, "constants.json");
  writeFileSync(file, JSON.stringify(constants));
  return { paths, file };
}

async function compareBytes(ours: Server, bare: Server, paths: Paths): Promise<void> {
  for (const page of ["list", "detail"] as const) {
    const [own, other] = [await textOf(ours.url + paths[page]), await textOf(`${bare.url}/${page}`)];
    const elements = (html: string) => countElements(capture(html).body);
    say(
      `  ${page}: ours ${own.length} bytes, ${elements(own)} elements; bare ${other.length} bytes, ${elements(other)} elements`,
    );
  }
}

/** Every line once, on servers started for it. */
async function oneStart(database: Database, folder: string, keys: Keys): Promise<Measured[]> {
  const ours = await serveOurs();
  try {
    const { paths, file } = await captureConstants(ours, folder, keys);
    const bare = await serveNext(BARE, { env: { BARE_CONSTANTS: file }, health: "/api/list" });
    try {
      await compareBytes(ours, bare, paths);
      const sides = { ours, bare };
      const pages = await comparePages(sides, paths);
      const api = await compareApi(sides, paths, keys);
      const pairs = await makePairs(database, keys, { count: BID_PAIRS_NEEDED, mode: "sealed" });
      return [...pages, ...api, await compareBids(sides, pairs)];
    } finally {
      await bare.stop();
    }
  } finally {
    await ours.stop();
  }
}

async function overHttp(database: Database, folder: string, keys: Keys): Promise<Measured[]> {
  const starts: Measured[][] = [];
  while (starts.length < STARTS) starts.push(await oneStart(database, folder, keys));
  const [first = []] = starts;
  return first.map((line, at) => ({ ...line, ...comparisonOf(starts.flatMap((lines) => lines[at]?.rounds ?? [])) }));
}

async function hubShare(folder: string, size: BulkSize, database: Database): Promise<Measured[]> {
  if (size === "10k") return [];
  const small = await makeMarket(folder, "10k", "small.db");
  const [person] = await database.read.select().from(memberships).where(eq(memberships.role, "administrator")).limit(1);
  if (!person) throw new Error("The market has no administrator");
  const administrator = await actorOf(await makeKey(database, person));
  const line = await compareHubShare({ large: database, small: small.database, administrator });
  await small.database.close();
  return [line];
}

/** Builds, measures and answers the table. */
export async function runBench(folder: string, size: BulkSize): Promise<string> {
  const startMs = performance.now();
  say("building the product and the bare application");
  await buildBoth();
  say(`making a market of ${size} orders`);
  const { database } = await makeMarket(folder, size, "kouan.db");
  const keys = await makeKeys(database);
  say(`${await statementTable(database, keys)}\n`);
  say("measuring");
  const commands = await compareCommands(
    database,
    folder,
    await makePairs(database, keys, { count: PAIRS_NEEDED, mode: "sealed" }),
  );
  const lines = [...(await overHttp(database, folder, keys)), ...commands, ...(await hubShare(folder, size, database))];
  await database.close();
  const below = lines.filter((line) => verdictOf(line) === "below").map((line) => line.name);
  const end = `${((performance.now() - startMs) / 1000).toFixed(0)} s; ${below.length > 0 ? `below the floor: ${below.join(", ")}` : "nothing is below its floor"}`;
  return `\n${tableOf(lines)}\n\n${end}`;
}
