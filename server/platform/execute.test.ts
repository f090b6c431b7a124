import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { z } from "zod";
import { freshDatabase } from "@/test/database";
import type { Database } from "../../db/database";
import { marketRules } from "../../db/schema/hubs";
import { outbox } from "../../db/schema/notices";
import { auditEntries, idempotencyKeys } from "../../db/schema/platform";
import { accept, refuse } from "../../domain/shared/result";
import { command } from "./command";
import { execute } from "./execute";
import { mintActor } from "./identity/mint-actor";
import { platformOver } from "./platform";
import { takePoint } from "./rate-limit";

const owner = mintActor({ kind: "user", userId: "u1", organisationId: "o1", role: "owner" });

/** A command that writes a row and an event, and refuses where it is told to after having written. */
const note = command({
  name: "test.note",
  action: "listing.change",
  input: z.strictObject({ value: z.int(), isRefused: z.boolean().default(false) }),
  async run({ tx, now, newId, publish, concerns }, { value, isRefused }) {
    const id = newId();
    await tx
      .insert(marketRules)
      .values({ id, name: "note", value, effectiveFrom: now, reason: "", enteredByUserId: null, enteredAt: now });
    publish({ type: "organisation.suspended", organisationId: id });
    concerns(id);
    return isRefused ? refuse("wrong_state") : accept({ id });
  },
});

async function market() {
  const database = await freshDatabase();
  const notes = () => database.read.select().from(marketRules).where(eq(marketRules.name, "note"));
  return { on: platformOver(database), database, notes };
}

/** A command that asks somebody else before it writes, and is told how often it asked and whether a transaction was open. */
function asking(database: Database) {
  const asked: string[] = [];
  const ask = command({
    name: "test.ask",
    action: "listing.change",
    input: z.strictObject({ value: z.int() }),
    async prepare({ read, actor }, { value }) {
      // Within a transaction this would throw: there is no write inside a write.
      await database.write((tx) => tx.select().from(marketRules).limit(1));
      asked.push(`${actor.userId} ${value}`);
      return { before: (await read.select().from(marketRules).where(eq(marketRules.name, "note"))).length };
    },
    async run({ tx, now, newId }, { value }, { before }) {
      const rule = { id: newId(), name: "note", value, effectiveFrom: now, reason: String(before) } as const;
      await tx.insert(marketRules).values({ ...rule, enteredByUserId: null, enteredAt: now });
      return accept({ before });
    },
  });
  return { ask, asked };
}

test("what a command prepares is there when it runs, and was gathered outside of its transaction", async () => {
  const { on, notes, database } = await market();
  const { ask, asked } = asking(database);
  expect(await execute(ask, { actor: owner, input: { value: 7 } }, on)).toMatchObject({
    kind: "done",
    value: { before: 0 },
  });
  expect(asked).toEqual(["u1 7"]);
  expect(await notes()).toMatchObject([{ value: 7, reason: "0" }]);
});

test("a call that comes again is answered without preparing anything", async () => {
  const { on, notes, database } = await market();
  const { ask, asked } = asking(database);
  const send = (value = 1) => execute(ask, { actor: owner, input: { value }, idempotencyKey: "k1" }, on);
  expect(await send()).toMatchObject({ isReplay: false, value: { before: 0 } });
  expect(await send()).toMatchObject({ isReplay: true, value: { before: 0 } });
  expect(await send(2)).toMatchObject({ kind: "refused", refusal: { code: "idempotency_key_reused" } });
  expect(asked).toHaveLength(1);
  expect(await notes()).toHaveLength(1);
});

test("nothing is prepared for who may not, nor for what is malformed or too much", async () => {
  const { on, database } = await market();
  const { ask, asked } = asking(database);
  const viewer = mintActor({ kind: "user", userId: "u1", organisationId: "o1", role: "viewer" });
  await execute(ask, { actor: viewer, input: { value: 1 } }, on);
  await execute(ask, { actor: owner, input: { value: "1" } }, on);
  const often = mintActor({ kind: "user", userId: "u9", organisationId: "o9", role: "owner" });
  while ((await takePoint("write", "o9")) === 0);
  expect(await execute(ask, { actor: often, input: { value: 1 } }, on)).toMatchObject({
    refusal: { code: "too_many_requests" },
  });
  expect(asked).toEqual([]);
});

test("the rules of what is malformed are told to whom the command is for, as often as it may be called", async () => {
  const { on } = await market();
  const asked: string[] = [];
  const judged = command({
    ...note,
    async refusedSoFar({ actor }) {
      asked.push(String(actor.userId));
      return [refuse("wrong_state").refusal];
    },
  });
  const user = (userId: string, role: "owner" | "viewer") =>
    mintActor({ kind: "user", userId, organisationId: `of ${userId}`, role });
  const send = (userId: string, role: "owner" | "viewer" = "owner", input: unknown = { value: "1" }) =>
    execute(judged, { actor: user(userId, role), input }, on);
  expect(await send("a")).toMatchObject({ kind: "malformed", refusals: [{ code: "wrong_state" }] });
  expect(await send("b", "viewer")).toMatchObject({ kind: "refused" });
  for (const input of ["no members", { value: "\u0000" }])
    expect(await send("c", "owner", input)).toMatchObject({ kind: "malformed" });
  while ((await takePoint("write", "of d")) === 0);
  expect(await send("d")).toMatchObject({ kind: "malformed", refusals: [] });
  expect(asked).toEqual(["a"]);
});

test("one key makes one effect, however often and however many at once it is sent", async () => {
  const { on, notes, database } = await market();
  const send = () => execute(note, { actor: owner, input: { value: 1 }, idempotencyKey: "k1" }, on);
  const outcomes = await Promise.all(Array.from({ length: 20 }, send));
  const ids = new Set(outcomes.map((outcome) => (outcome.kind === "done" ? outcome.value.id : outcome.kind)));
  expect(ids.size).toBe(1);
  expect(outcomes.filter((outcome) => outcome.kind === "done" && !outcome.isReplay)).toHaveLength(1);
  expect(await notes()).toHaveLength(1);
  expect(await database.read.select().from(outbox)).toHaveLength(1);
});

test("a key that comes again with other values is refused and changes nothing", async () => {
  const { on, notes } = await market();
  await execute(note, { actor: owner, input: { value: 1 }, idempotencyKey: "k1" }, on);
  const second = await execute(note, { actor: owner, input: { value: 2 }, idempotencyKey: "k1" }, on);
  expect(second).toMatchObject({ kind: "refused", refusal: { code: "idempotency_key_reused" } });
  expect(await notes()).toHaveLength(1);
});

test("a key that comes again for another command is refused, though it says the same", async () => {
  const { on, notes } = await market();
  await execute(note, { actor: owner, input: { value: 1 }, idempotencyKey: "k1" }, on);
  const other = { ...note, name: "test.other_note" };
  const second = await execute(other, { actor: owner, input: { value: 1 }, idempotencyKey: "k1" }, on);
  expect(second).toMatchObject({ kind: "refused", refusal: { code: "idempotency_key_reused" } });
  expect(await execute(other, { actor: owner, input: { value: 1 }, idempotencyKey: "k2" }, on)).toMatchObject({
    isReplay: false,
  });
  expect(await notes()).toHaveLength(2);
});

test("two organisations may use the same key", async () => {
  const { on, notes } = await market();
  const other = mintActor({ kind: "user", userId: "u2", organisationId: "o2", role: "owner" });
  await execute(note, { actor: owner, input: { value: 1 }, idempotencyKey: "k1" }, on);
  await execute(note, { actor: other, input: { value: 1 }, idempotencyKey: "k1" }, on);
  expect(await notes()).toHaveLength(2);
});

test("a link's keys are its own: neither its organisation's nor those of another link", async () => {
  const { on, notes } = await market();
  const told = { ...note, action: "field.report" as const };
  const send = (id: string) => {
    const link = { id, orderId: "o", role: "driver" as const };
    const actor = mintActor({ kind: "link", organisationId: "o1", link });
    return execute(told, { actor, input: { value: 1 }, idempotencyKey: "k1" }, on);
  };
  for (const id of ["l1", "l2"]) {
    expect(await send(id)).toMatchObject({ kind: "done", isReplay: false });
    expect(await send(id)).toMatchObject({ kind: "done", isReplay: true });
  }
  expect(await execute(note, { actor: owner, input: { value: 1 }, idempotencyKey: "k1" }, on)).toMatchObject({
    isReplay: false,
  });
  expect(await notes()).toHaveLength(3);
});

test("a refusal leaves no row, no event and no key, and is on record", async () => {
  const { on, notes, database } = await market();
  const outcome = await execute(note, { actor: owner, input: { value: 1, isRefused: true }, idempotencyKey: "k1" }, on);
  expect(outcome).toMatchObject({ kind: "refused", refusal: { code: "wrong_state" } });
  expect(await notes()).toHaveLength(0);
  expect(await database.read.select().from(outbox)).toHaveLength(0);
  expect(await database.read.select().from(idempotencyKeys)).toHaveLength(0);
  const [entry] = await database.read.select().from(auditEntries);
  expect(entry).toMatchObject({ command: "test.note", outcome: "wrong_state", userId: "u1" });
});

test("what was done is on record with who did it and to what", async () => {
  const { on, database } = await market();
  const outcome = await execute(
    note,
    { actor: owner, input: { value: 1 }, origin: { ip: "192.0.2.1", requestId: "r1" } },
    on,
  );
  const [entry] = await database.read.select().from(auditEntries);
  const id = outcome.kind === "done" ? outcome.value.id : "";
  expect(entry).toMatchObject({
    outcome: "done",
    subjectId: id,
    organisationId: "o1",
    ip: "192.0.2.1",
    requestId: "r1",
  });
});

test("a role that may never do it is turned away before anything is read", async () => {
  const { on, notes } = await market();
  const viewer = mintActor({ kind: "user", userId: "u1", organisationId: "o1", role: "viewer" });
  const outcome = await execute(note, { actor: viewer, input: { value: 1 } }, on);
  expect(outcome).toMatchObject({ kind: "refused", refusal: { code: "not_permitted" } });
  const stranger = await execute(note, { actor: mintActor({ kind: "anonymous" }), input: { value: 1 } }, on);
  expect(stranger).toMatchObject({ kind: "refused", refusal: { code: "sign_in_needed" } });
  expect(await notes()).toHaveLength(0);
});

test("malformed input never reaches the command", async () => {
  const { on, notes } = await market();
  const outcome = await execute(note, { actor: owner, input: { value: "1", extra: true } }, on);
  expect(outcome.kind).toBe("malformed");
  expect(await notes()).toHaveLength(0);
});

test("the audit log can be neither changed nor emptied", async () => {
  const { on, database } = await market();
  await execute(note, { actor: owner, input: { value: 1 } }, on);
  await expect(database.write((tx) => tx.update(auditEntries).set({ outcome: "x" }))).rejects.toThrow();
  await expect(database.write((tx) => tx.delete(auditEntries))).rejects.toThrow();
  expect(await database.read.select().from(auditEntries)).toHaveLength(1);
});

test("a command that tells of a deal names the lock that it rests on", async () => {
  const { on, database } = await market();
  const deal = { dealId: "d1", reference: "KD-1", buyerOrganisationId: "o1" };
  const unlocked = command({
    name: "test.unlocked",
    action: "listing.change",
    input: z.strictObject({}),
    async run({ publish }) {
      publish({ type: "chain.changed", ...deal });
      return accept({});
    },
  });
  await expect(execute(unlocked, { actor: owner, input: {} }, on)).rejects.toThrow("test.unlocked locks");
  expect(await database.read.select().from(outbox)).toEqual([]);
});
