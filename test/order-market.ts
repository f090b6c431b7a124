import { memberships, organisations, users } from "../db/schema/accounts";
import type { Role } from "../domain/access/policy";
import { type Instant, instant } from "../domain/shared/time";
import { mintActor } from "../server/platform/identity/mint-actor";
import { type Platform, platformOver } from "../server/platform/platform";
import { freshDatabase } from "./database";
import { contractDeal, type TradedDeal, tradingParties } from "./traffic-market";
import { settledChains } from "./settled-chains";

/** Whoever reports here can be asked why a step came so early, since the clock of a test stands still, and why papers are complete without what nobody entered. */
export const EARLY = {
  earlyReason: "The clock of a test stands still",
  papersReason: "They were handed over on paper",
  passedReason: "A test goes straight to its point",
  // The payer's funds, where the step is that they came in; the buyer of the tests is called so.
  funds: { amount: { minor: 10_000_000, currency: "USD" }, valueDate: "2026-11-24", remitter: "Buyer" },
};

/** The numbers of both sides' declarations, as whoever reports a filing or a release by hand gives them. */
export const DECLARED = {
  evidence: {
    declarations: [
      { country: "CN", number: "530320260123456789" },
      { country: "KZ", number: "55302/241126/0012345" },
    ],
  },
};

export const START = instant(Date.parse("2026-11-24T02:00:00Z"));

type Person = {
  readonly id: string;
  readonly organisationId: string;
  readonly role: Role;
  readonly name: string;
  readonly locale: string;
};

const PEOPLE: readonly Person[] = [
  { id: "lin", organisationId: "buyer", role: "owner", name: "林美华", locale: "zh-CN" },
  { id: "wei", organisationId: "buyer", role: "viewer", name: "Wei", locale: "en" },
  { id: "aigul", organisationId: "provider", role: "owner", name: "Aigul", locale: "en" },
  { id: "timur", organisationId: "provider", role: "operations", name: "Timur", locale: "zh-CN" },
  { id: "stranger", organisationId: "elsewhere", role: "owner", name: "Stranger", locale: "en" },
];

/** The actor of one of the people of this market. */
export function actorOf(id: "lin" | "wei" | "aigul" | "timur" | "stranger") {
  const person = PEOPLE.find((one) => one.id === id) as Person;
  return mintActor({ kind: "user", userId: id, organisationId: person.organisationId, role: person.role });
}

/** Who has not signed in. */
export const visitor = mintActor({ kind: "anonymous" });

/** A buyer with two people, a provider with two, a stranger; a clock that the test moves; one contracted deal. */
export async function orderMarket(deal: Partial<TradedDeal> = {}, names: Readonly<Record<string, string>> = {}) {
  const database = await freshDatabase();
  let now: Instant = START;
  const on: Platform = { ...platformOver(database, () => now), witness: settledChains };
  await tradingParties(database);
  await database.write(async (tx) => {
    await tx.insert(organisations).values({
      id: "elsewhere",
      kind: "trader",
      nameOwn: "elsewhere",
      nameLatin: "elsewhere",
      country: "CN",
      city: "Yiwu",
      registrationNumber: "elsewhere",
      description: "",
      createdAt: START,
    });
    for (const { id, organisationId, role, name, locale } of PEOPLE) {
      await tx.insert(users).values({
        id,
        email: `${id}@example.com`,
        emailVerifiedAt: START,
        name: names[id] ?? name,
        passwordHash: "",
        locale,
        timeZone: "Asia/Shanghai",
        createdAt: START,
      });
      await tx.insert(memberships).values({ userId: id, organisationId, role, createdAt: START });
    }
  });
  const contracted = await contractDeal(database, {
    hubId: "horgos",
    isBorderHub: true,
    services: ["logistics"],
    at: START,
    ...deal,
  });
  return {
    on,
    database,
    orders: contracted.orders,
    orderId: Object.values(contracted.orders)[0] ?? "",
    now: () => now,
    wait(ms: number) {
      now = instant(now + ms);
    },
  };
}
