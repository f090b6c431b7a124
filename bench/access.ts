// Run in a checkout of any commit, with the database of its market: writes whom the benchmark may ask as, and that commit's own example bodies.
// It loads only what every commit has had since November 2026, and looks for the examples at both addresses that they have had.
import { writeFileSync } from "node:fs";
import { openDatabase } from "@/db/open-database";
import { memberships, organisations } from "@/db/schema/accounts";
import { listings } from "@/db/schema/catalogue";
import { makeKey } from "@/test/make-key";

/** Keys to call as, and bodies to post. */
export type Access = {
  readonly buyers: readonly string[];
  readonly readers: readonly string[];
  readonly bidders: readonly string[];
  readonly administrator: string;
  readonly bodies: { readonly deal: object; readonly request: { readonly bidding: object }; readonly bid: object };
};

// A key may read, and an organisation write, only so often in a minute.
const READERS = 24;
const BUYERS = 64;

async function example(name: string, paths: readonly string[]): Promise<object> {
  for (const path of paths) {
    const found = (await import(path).catch(() => ({}))) as Record<string, object | undefined>;
    if (found[name]) return found[name];
  }
  throw new Error(`This commit has no ${name}`);
}

const database = openDatabase();
const members = await database.read.select().from(memberships);
const houses = new Map((await database.read.select().from(organisations)).map((one) => [one.id, one]));
const offered = await database.read.select().from(listings);
const providers = new Set(offered.map(({ organisationId }) => organisationId));
const brokers = new Set(
  offered.filter(({ service }) => service === "customs").map(({ organisationId }) => organisationId),
);
const owners = members.filter(({ role }) => role === "owner");
const buyers = owners.filter(({ organisationId }) => !providers.has(organisationId)).slice(0, BUYERS);
// Those of China declare there themselves.
const bidders = owners.filter(
  ({ organisationId }) => brokers.has(organisationId) && houses.get(organisationId)?.country === "CN",
);
if (buyers.length === 0 || bidders.length === 0) throw new Error("The market has nobody to trade with");
const keysOf = async (asked: readonly (typeof members)[number][]) => {
  const keys: string[] = [];
  for (const member of asked) keys.push(await makeKey(database, member));
  return keys;
};
const [buyer] = buyers as [(typeof members)[number]];
const platform = members.find(({ role }) => role === "administrator") as (typeof members)[number];
const old = "@/server/endpoints/examples";
const access: Access = {
  buyers: await keysOf(buyers),
  readers: await keysOf(Array.from({ length: READERS }, () => buyer)),
  bidders: await keysOf(bidders),
  administrator: await makeKey(database, platform),
  bodies: {
    deal: await example("DEAL_BODY", ["@/server/deals/examples", old]),
    request: (await example("REQUEST_BODY", ["@/server/requests/examples", old])) as Access["bodies"]["request"],
    bid: await example("BID_BODY", ["@/server/bidding/examples", old]),
  },
};
await database.close();
writeFileSync(process.argv[2] as string, JSON.stringify(access));
