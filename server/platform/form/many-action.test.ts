import { expect, test } from "vitest";
import { z } from "zod";
import { marketRules } from "@/db/schema/hubs";
import { accept, type Refusal, refuse, type Result } from "@/domain/shared/result";
import { accountMarket } from "@/test/account-market";
import { command } from "../command";
import { sessionBehind } from "../identity/session";
import { doEach, keyOfRow, rowsChosen } from "./many-action";

/** A command that writes a row, refuses "gone" and meets a fault with "broken". */
async function market() {
  const of = await accountMarket();
  const lin = await of.owner("lin");
  const actor = (await sessionBehind(lin.sessionId))?.actor;
  if (!actor) throw new Error("she is signed in");
  const note = command({
    name: "common.note",
    action: "organisation.change",
    input: z.strictObject({ row: z.string() }),
    async run({ tx, now, newId }, { row }): Promise<Result<{ id: string }, Refusal<"not_found">>> {
      if (row === "gone") return refuse("not_found");
      const values = { id: newId(), name: row, value: 1, effectiveFrom: now, reason: "" };
      await tx.insert(marketRules).values({ ...values, enteredByUserId: null, enteredAt: now });
      if (row === "broken") throw new Error("a fault");
      return accept({ id: values.id });
    },
  });
  const send = (ids: readonly string[], key: string) =>
    doEach({
      ...{ command: note, ids, caller: { actor }, inputOf: (row: string) => ({ row }) },
      keyOf: (id) => keyOfRow(formOf(ids, key), id),
    });
  const written = async () =>
    (await of.database.read.select().from(marketRules))
      .map(({ name }) => name)
      .filter((name) => /^(a|b|broken)$/.test(name));
  return { send, written: async () => (await written()).sort() };
}

function formOf(rows: readonly string[], key = "k1"): FormData {
  const data = new FormData();
  for (const row of rows) data.append("rows", row);
  data.append("idempotencyKey", key);
  return data;
}

test("each row is done by itself: one that is refused and one that meets a fault leave the others done", async () => {
  const { send, written } = await market();
  const outcomes = await send(["a", "gone", "broken", "b"], "k1");
  expect(await written()).toEqual(["a", "b"]);
  expect(outcomes).toEqual([
    { id: "a" },
    { id: "gone", refusal: expect.objectContaining({ code: "not_found" }) },
    { id: "broken", fault: expect.any(Error) },
    { id: "b" },
  ]);
});

test("a form that is sent twice does each row once, and with another key again", async () => {
  const { send, written } = await market();
  await send(["a", "b"], "k1");
  expect(await send(["a", "b"], "k1")).toEqual([{ id: "a" }, { id: "b" }]);
  expect(await written()).toEqual(["a", "b"]);
  await send(["a"], "k2");
  expect(await written()).toEqual(["a", "a", "b"]);
});

test("rows are chosen once each, and none or more than a hundred are none", () => {
  expect(rowsChosen(formOf(["a", "b", "a"]), "rows")).toEqual(["a", "b"]);
  expect(rowsChosen(formOf([]), "rows")).toBeNull();
  expect(rowsChosen(formOf(Array.from({ length: 101 }, (_, at) => `row${at}`)), "rows")).toBeNull();
  for (const wrong of ["a b", "字".repeat(10_000), "<b>", ""])
    expect(rowsChosen(formOf(["a", wrong]), "rows"), wrong).toBeNull();
});
