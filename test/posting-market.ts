import type { Database } from "../db/database";
import { insertRate } from "../db/repositories/exchange-rates";
import { insertListing } from "../db/repositories/listings";
import { insertRule } from "../db/repositories/market-rules";
import { organisations, users } from "../db/schema/accounts";
import { outbox } from "../db/schema/notices";
import type { Actor, Role } from "../domain/access/policy";
import type { MarketRuleName } from "../domain/requests/market-rules";
import type { Service } from "../domain/shared/vocabulary";
import { dayOf, type Instant, instant } from "../domain/shared/time";
import { execute } from "../server/platform/execute";
import { mintActor } from "../server/platform/identity/mint-actor";
import { type Platform, platformOver } from "../server/platform/platform";
import type { Command } from "../server/platform/command";
import type { Refusal } from "../domain/shared/result";
import type { StoredDraft } from "../db/repositories/deal-drafts";
import { isSuggestible } from "../domain/deals/clerk/suggestions";
import { firstDraft } from "../domain/deals/posting/first-draft";
import type { FormValues } from "../domain/shared/form-state";
import { freshDatabase } from "./database";
import { settledChains } from "./settled-chains";

/** A Tuesday afternoon in China. */
export const START = instant(Date.parse("2026-11-24T08:00:00Z"));

/** Buyers are of Kazakhstan; providers of China, where the goods of the market's deals are declared for export. */
const organisation = (id: string, kind: "trader" | "platform" = "trader") => ({
  id,
  kind,
  nameOwn: id,
  nameLatin: id,
  ...(id.startsWith("provider") ? { country: "CN", city: "Yiwu" } : { country: "KZ", city: "Almaty" }),
  registrationNumber: id,
  description: "",
  foundedYear: null,
  suspendedAt: null,
  suspensionReason: null,
  createdAt: START,
});

const user = (id: string) => ({
  id,
  email: `${id}@example.com`,
  emailVerifiedAt: START,
  name: id,
  passwordHash: "-",
  locale: "en",
  timeZone: "Asia/Almaty",
  suspendedAt: null,
  createdAt: START,
});

const personOf = (organisationId: string, role: Role): Actor =>
  mintActor({ kind: "user", userId: `user-${organisationId}`, organisationId, role });

async function fill(database: Database): Promise<void> {
  await database.write(async (tx) => {
    for (const id of ["buyer", "buyer2", "provider", "provider2"]) {
      await tx.insert(organisations).values(organisation(id));
      await tx.insert(users).values(user(`user-${id}`));
    }
    await tx.insert(organisations).values(organisation("platform", "platform"));
    for (const id of ["user-platform", "user-platform2"]) await tx.insert(users).values(user(id));
    await insertRate(tx, {
      id: "usd",
      base: "USD",
      quote: "CNY",
      rate: "7.12",
      day: dayOf(START),
      source: "test",
      enteredByUserId: null,
      enteredAt: START,
    });
  });
}

export type PostingMarket = Awaited<ReturnType<typeof postingMarket>>;

/** Two buyers, two providers and an administrator over a fresh database, with a clock that stands until it is set. */
export async function postingMarket(over?: Database) {
  const database = over ?? (await freshDatabase());
  await fill(database);
  let now: Instant = START;
  const on: Platform = { ...platformOver(database, () => now), witness: settledChains };
  return {
    database,
    on,
    actors: {
      buyer: personOf("buyer", "owner"),
      buyer2: personOf("buyer2", "owner"),
      provider: personOf("provider", "owner"),
      provider2: personOf("provider2", "owner"),
      viewer: personOf("buyer", "viewer"),
      administrator: personOf("platform", "administrator"),
      administrator2: mintActor({
        ...{ kind: "user", userId: "user-platform2", organisationId: "platform", role: "administrator" },
      }),
      visitor: mintActor({ kind: "anonymous" }),
    },
    setClock: (at: Instant) => {
      now = at;
    },
    run: <Input, Output, R extends Refusal>(command: Command<Input, Output, R>, actor: Actor, input: unknown) =>
      execute(command, { actor, input }, on),
    rule: (name: MarketRuleName, value: number) =>
      database.write((tx) =>
        insertRule(tx, {
          id: `${name}-${value}`,
          name,
          value,
          effectiveFrom: START,
          reason: "test",
          enteredByUserId: null,
          enteredAt: START,
        }),
      ),
    list: (organisationId: string, service: Service) =>
      database.write((tx) =>
        insertListing(tx, {
          id: `${organisationId}-${service}`,
          organisationId,
          service,
          summary: "",
          hubIds: ["horgos"],
          corridors: ["CN-KZ"],
          languages: ["en"],
          licences: [],
          isActive: true,
          searchText: "",
          createdAt: START,
          updatedAt: START,
        }),
      ),
    events: async () => (await database.read.select({ event: outbox.event }).from(outbox)).map((row) => row.event),
  };
}

/**
 * The fields of a draft that no text may fill, as they are, beside what they are of any text in which the same was read: what most ask for.
 * A draft that was not made is as a new one.
 */
export function besideRead(draft: StoredDraft | undefined) {
  const all = Object.entries(draft?.fields ?? {});
  const read = Object.fromEntries(all.filter(([name]) => isSuggestible(name)));
  const pick = (fields: FormValues) =>
    Object.fromEntries(Object.entries(fields).filter(([name]) => !isSuggestible(name)));
  const usual = draft ? firstDraft(read, { zone: "Asia/Almaty", now: draft.createdAt }) : {};
  return { others: pick(draft?.fields ?? {}), usual: pick(usual) };
}
