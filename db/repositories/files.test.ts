import { expect, test } from "vitest";
import { files } from "@/db/schema/files";
import type { FileState } from "@/domain/files/file";
import { later, MINUTE_MS } from "@/domain/shared/time";
import { orderMarket } from "@/test/order-market";
import { claimScans, countFiles, filesOfSubject, forgetLooseFiles, knownObjects } from "./files";

type Kept = Partial<typeof files.$inferInsert> & { readonly id: string };

/** A market whose store has these files, each the provider's own on an order where nothing else is said. */
async function stored(...rows: readonly Kept[]) {
  const market = await orderMarket();
  const now = market.now();
  const row = (one: Kept) => ({
    ...{ organisationId: "provider", uploadedByUserId: "timur", subjectKind: "order", subjectId: "o", state: "clean" },
    ...{ facts: Buffer.alloc(1), keyForOwner: Buffer.alloc(1), objectName: `object-${one.id}` },
    ...{ createdAt: now, attempts: 0, nextScanAt: now },
    ...one,
  });
  await market.database.write((tx) => tx.insert(files).values(rows.map(row) as (typeof files.$inferInsert)[]));
  const left = async () => (await market.database.read.select().from(files)).map(({ id }) => id).sort();
  return { ...market, left };
}

const ON_ORDER = { kind: "order", id: "o" } as const;

test("Pictures that came by links take nothing of how many files an organisation's people may put on a subject.", async () => {
  const { database } = await stored(
    { id: "by-hand" },
    { id: "by-link", fieldLinkId: "link" },
    { id: "of-the-buyer", organisationId: "buyer", uploadedByUserId: "lin" },
    { id: "elsewhere", subjectId: "p" },
    { id: "waiting", subjectKind: null, subjectId: null },
  );
  expect(await countFiles(database.read, "provider", ON_ORDER)).toBe(1);
  expect(await countFiles(database.read, "provider", null)).toBe(1);
  expect(await countFiles(database.read, "buyer", ON_ORDER)).toBe(1);
  const own = await filesOfSubject(database.read, ON_ORDER, "provider");
  expect(own.map(({ id }) => id)).toEqual(["by-hand", "by-link"]);
  expect(await filesOfSubject(database.read, ON_ORDER)).toHaveLength(3);
});

test("The store keeps what some row speaks of, but for what is infected.", async () => {
  const states: readonly FileState[] = ["pending", "clean", "unscanned", "infected"];
  const { database } = await stored(...states.map((state) => ({ id: state, state })));
  const asked = [...states.map((state) => `object-${state}`), "object-of-nobody"];
  const known = await knownObjects(database.read, asked);
  expect([...known].sort()).toEqual(["object-clean", "object-pending", "object-unscanned"]);
});

test("Only files that nothing was made of are forgotten, and only old ones.", async () => {
  const { database, now, left } = await stored({ id: "attached" }, { id: "loose", subjectKind: null, subjectId: null });
  await database.write((tx) => forgetLooseFiles(tx, now()));
  expect(await left()).toEqual(["attached", "loose"]);
  await database.write((tx) => forgetLooseFiles(tx, later(now(), 1)));
  expect(await left()).toEqual(["attached"]);
});

test("A file that one worker has taken to be scanned is nobody else's until its lease is over.", async () => {
  const { database, now } = await stored({ id: "one", state: "pending" }, { id: "done", state: "clean" });
  const claim = (afterMs: number) =>
    database.write(async (tx) =>
      (await claimScans(tx, { now: later(now(), afterMs), leaseMs: MINUTE_MS }, 10)).map(({ id, attempts }) => [
        id,
        attempts,
      ]),
    );
  expect(await claim(0)).toEqual([["one", 1]]);
  expect(await claim(MINUTE_MS - 1)).toEqual([]);
  expect(await claim(MINUTE_MS)).toEqual([["one", 2]]);
});
