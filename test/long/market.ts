import { insertRate } from "@/db/repositories/exchange-rates";
import type { Actor, Role } from "@/domain/access/policy";
import { addDays, DAY_MS, dayOf, instant, later, toIso } from "@/domain/shared/time";
import { saveListing } from "@/server/catalogue/listings";
import { createDeal } from "@/server/deals/create-deal";
import { DEAL_BODY } from "@/server/deals/examples";
import { createRequest } from "@/server/requests/create-request";
import { REQUEST_BODY } from "@/server/requests/examples";
import { enrol } from "@/demo/play/cast";
import { BID_BODY } from "@/server/bidding/examples";
import { type Platform, platformOver } from "@/server/platform/platform";
import type { Database } from "@/db/database";
import { makeKey } from "../make-key";
import { must } from "../must";

const PROVIDERS = 12;
const INVITED = 2;
const HUB = "horgos";

export type House = {
  readonly organisationId: string;
  readonly owner: Actor;
  readonly people: readonly { readonly userId: string; readonly email: string }[];
  readonly authorization: string;
};

export type AskedRequest = { readonly id: string; readonly invited: readonly House[] };

export type KillMarket = {
  readonly buyer: House;
  readonly providers: readonly House[];
  readonly requests: readonly AskedRequest[];
};

async function makeHouse(on: Platform, name: string, roles: readonly Role[]): Promise<House> {
  const people = roles.map((role) => ({
    name: role,
    email: `${role}@${name}.example`,
    role,
    timeZone: "UTC",
    locale: "en",
  }));
  const facts = {
    kind: "trader",
    nameOwn: name,
    nameLatin: name,
    country: "CN",
    city: "Yiwu",
    description: "",
  } as const;
  const { organisationId, actors } = await on.database.write((tx) =>
    enrol(tx, { ...facts, registrationNumber: name, people }, { newId: on.newId, now: on.clock(), passwordHash: "-" }),
  );
  const [owner] = actors as readonly [Actor, ...Actor[]];
  const userIds = actors.map(({ userId }) => userId ?? "");
  return {
    organisationId,
    owner,
    people: userIds.map((userId, at) => ({ userId, email: people[at]?.email ?? "" })),
    authorization: await makeKey(on.database, { userId: userIds[0] ?? "", organisationId }),
  };
}

async function ask(on: Platform, buyer: House, invited: readonly House[]): Promise<AskedRequest> {
  const now = on.clock();
  const actor = buyer.owner;
  const deal = await must(on, createDeal, {
    actor,
    input: { ...DEAL_BODY, hubId: HUB, readyDate: addDays(dayOf(now), 20) },
  });
  const bidding = {
    ...REQUEST_BODY.bidding,
    closesAt: toIso(later(now, 5 * DAY_MS)),
    decideBy: toIso(later(now, 9 * DAY_MS)),
    invitedIds: invited.map(({ organisationId }) => organisationId),
  };
  const { id } = await must(on, createRequest, { actor, input: { ...REQUEST_BODY, dealId: deal.id, bidding } });
  return { id, invited };
}

/** A buyer with sealed requests for customs, which all may bid on and some are invited to, and the providers who will. */
export async function makeKillMarket(database: Database, requestCount: number): Promise<KillMarket> {
  const on: Platform = { ...platformOver(database), isMetered: false, nudge: () => undefined };
  const usd = { base: "USD", quote: "CNY", rate: "7.12", source: "test", enteredByUserId: null } as const;
  const now = on.clock();
  await database.write((tx) => insertRate(tx, { id: on.newId(), ...usd, day: dayOf(now), enteredAt: now }));
  const buyer = await makeHouse(on, "buyer", ["owner", "manager"]);
  const providers: House[] = [];
  const listing = { service: "customs", summary: "Clearance", corridors: ["CN-KZ"], languages: ["en"], licences: [] };
  for (let serial = 1; serial <= PROVIDERS; serial++) {
    const provider = await makeHouse(on, `provider${serial}`, ["owner", "quoter"]);
    await must(on, saveListing, { actor: provider.owner, input: { ...listing, hubIds: [HUB], isActive: true } });
    providers.push(provider);
  }
  const requests: AskedRequest[] = [];
  for (let serial = 0; serial < requestCount; serial++) {
    const first = (serial * INVITED) % PROVIDERS;
    requests.push(await ask(on, buyer, providers.slice(first, first + INVITED)));
  }
  return { buyer, providers, requests };
}

/** What a bid says: no other has its price, so that it can be told whose was kept. */
export const bidOf = (priceMinor: number): object => ({
  ...BID_BODY,
  charges: [{ code: "EXD", basis: "declaration", unitPrice: { minor: priceMinor, currency: "CNY" } }],
  validUntil: toIso(later(instant(Date.now()), 20 * DAY_MS)),
});
