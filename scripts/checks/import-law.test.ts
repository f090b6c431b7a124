import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { ROOT } from "./checkout";
import { cruise, tooFewModules } from "./import-law";

/** A small house with one breach of each rule in it. */
const PLANTED: Readonly<Record<string, string>> = {
  "domain/shared/money.ts": "export const money = 1;",
  "domain/requests/request.ts": 'import { read } from "../../db/database"; export const request = read;',
  "domain/requests/clock.ts": 'import { readFileSync } from "node:fs"; export const clock = readFileSync;',
  "domain/requests/priced.ts":
    'import { z } from "zod"; import { money } from "../shared/money"; export const priced = z.literal(money);',
  "domain/requests/left.ts": 'import { right } from "./right"; export const left = (): number => right;',
  "domain/requests/right.ts": 'import { left } from "./left"; export const right = Number(left);',
  "domain/requests/forgotten.ts": "export const forgotten = 1;",
  "db/database.ts": "export const read = 1;",
  "db/repositories/bids.ts":
    'import { pgTable } from "drizzle-orm/pg-core"; import { submit } from "../../server/bidding/submit-bid"; export const bids = [pgTable, submit];',
  "views/bidding.ts":
    'import { submit } from "../server/bidding/submit-bid"; import { Field } from "../components/ui/field"; export const bid = [submit, Field];',
  "demo/market.ts": 'import { submit } from "../server/bidding/submit-bid"; export const market = submit;',
  "demo/page.ts": 'import { Field } from "../components/ui/field"; export const page = Field;',
  "server/platform/identity/mint-actor.ts": "export const mintActor = 1;",
  "server/platform/identity/session.ts": 'import { mintActor } from "./mint-actor"; export const session = mintActor;',
  "server/bidding/submit-bid.ts":
    'import { mintActor } from "../platform/identity/mint-actor"; import { priced } from "../../domain/requests/priced"; export const submit = [mintActor, priced];',
  "server/requests/queries/request-page.ts":
    'import { execute } from "../../platform/execute"; import { market } from "../../../demo/market"; export const list = [execute, market];',
  "server/platform/execute.ts": "export const execute = 1;",
  "server/platform/page.ts": 'import { Field } from "../../components/ui/field"; export const page = Field;',
  "components/ui/field.tsx":
    'import { session } from "@/server/platform/identity/session"; export const Field = () => session;',
  "app/page.tsx":
    'import { read } from "../db/database"; import { helper } from "../test/helper"; export default [read, helper];',
  "messages/en/instead.json": "{}",
  "app/[locale]/words.tsx": 'import words from "@/messages/en/instead.json"; export const said = words;',
  "app/own-words.tsx": 'import { list } from "@/server/requests/queries/request-page"; export default list;',
  "app/room-words.tsx":
    'import { list } from "@/server/requests/queries/request-page"; import words from "@/messages/en/instead.json"; export default [list, words];',
  "e2e/play.spec.ts": 'import { list } from "@/server/requests/queries/request-page"; export default list;',
  "test/helper.ts": "export const helper = 1;",
};

let breaches: string[] = [];

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), "kouan-law-"));
  for (const name of ["dependency-cruiser.config.mjs", "tsconfig.json"])
    copyFileSync(join(ROOT, name), join(folder, name));
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
  for (const [path, text] of Object.entries(PLANTED)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  breaches = (await cruise(folder, ["app", "components", "views", "domain", "server", "db", "demo", "test", "e2e"]))
    .breaches;
  return () => rmSync(folder, { recursive: true, force: true });
}, 60_000);

test.each([
  ["domain-knows-nothing", "domain/requests/request.ts"],
  ["domain-has-pure-packages-only", "domain/requests/clock.ts"],
  ["db-knows-domain", "db/repositories/bids.ts"],
  ["server-knows-views-db-and-domain", "server/platform/page.ts"],
  ["views-know-domain", "views/bidding.ts → server"],
  ["views-know-domain", "views/bidding.ts → components"],
  ["demo-plays-by-commands", "demo/page.ts"],
  ["components-see-views-and-domain-only", "components/ui/field.tsx"],
  ["app-never-touches-db", "app/page.tsx"],
  ["app-opens-doors", "app/page.tsx"],
  ["app-opens-doors", "app/[locale]/words.tsx"],
  ["own-words-are-few", "app/own-words.tsx → server"],
  ["room-words-are-words", "app/room-words.tsx → server"],
  ["the-demo-is-no-library", "server/requests/queries/request-page.ts"],
  ["queries-never-write", "server/requests/queries/request-page.ts"],
  ["only-gates-mint-actors", "server/bidding/submit-bid.ts"],
  ["one-dialect-door", "db/repositories/bids.ts"],
  ["no-tests-in-code", "app/page.tsx"],
  ["plays-see-examples-only", "e2e/play.spec.ts"],
  ["no-cycles", "domain/requests/left.ts"],
  ["no-orphans", "domain/requests/forgotten.ts"],
])("%s is broken by %s, and the law says so", (rule, path) => {
  expect(breaches.filter((breach) => breach.startsWith(`${rule}: ${path}`))).not.toEqual([]);
});

test("what the law allows is not reported", () => {
  const allowed = ["domain/requests/priced.ts", "server/platform/identity/session.ts", "demo/market.ts"];
  expect(breaches.filter((breach) => allowed.some((path) => breach.includes(`: ${path}`)))).toEqual([]);
});

test("a run that read nothing does not pass", () => {
  expect(tooFewModules(0)).toHaveLength(1);
});
