import { and, eq, notExists, sql } from "drizzle-orm";
import type { Database } from "@/db/database";
import { memberships } from "@/db/schema/accounts";
import { listings } from "@/db/schema/catalogue";
import { makeKey } from "@/test/make-key";

type Member = { readonly userId: string; readonly organisationId: string };

export type Keys = { readonly buyer: string; readonly readers: readonly string[]; readonly bidders: readonly string[] };

// More than one, since each may ask only so often in a minute.
const READERS = 24;

/** Keys of a buyer, of readers, and of every provider that is listed for customs. */
export async function makeKeys(database: Database): Promise<Keys> {
  const { read } = database;
  const who = { userId: memberships.userId, organisationId: memberships.organisationId };
  const isOwner = eq(memberships.role, "owner");
  const offers = read
    .select({ one: sql`1` })
    .from(listings)
    .where(eq(listings.organisationId, memberships.organisationId));
  const [buyer] = await read
    .select(who)
    .from(memberships)
    .where(and(isOwner, notExists(offers)))
    .orderBy(memberships.organisationId)
    .limit(1);
  const providers = await read
    .select(who)
    .from(memberships)
    .innerJoin(listings, and(eq(listings.organisationId, memberships.organisationId), eq(listings.service, "customs")))
    .where(isOwner)
    .orderBy(memberships.organisationId);
  if (!buyer || providers.length === 0) throw new Error("The market has nobody to trade with");
  const keysOf = async (members: readonly Member[]) => {
    const keys: string[] = [];
    for (const member of members) keys.push(await makeKey(database, member));
    return keys;
  };
  return {
    buyer: await makeKey(database, buyer),
    readers: await keysOf(Array.from({ length: READERS }, () => buyer)),
    bidders: await keysOf(providers),
  };
}
