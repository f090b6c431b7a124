import { expect, test } from "vitest";
import { done, refusalOf } from "@/test/bidding-market";
import { clearanceMarket, LINES } from "@/test/clearance-market";
import { actorOf } from "@/test/order-market";
import { reviseDeclaration } from "./draft-declaration";
import { clearancePage } from "./queries";
import { sendBackDraft } from "./review-draft";

test("a revision says packages, weights and quantity of its own, asks about more than the cargo once, and both sides read what they were", async () => {
  const of = await clearanceMarket();
  const id = await of.draft();
  done(await of.run("lin", sendBackDraft, { declarationId: id, words: "Nine packages came" }));
  const [first, ...others] = LINES;
  const own = {
    packages: 9,
    grossWeightGrams: 480_000,
    netWeightGrams: 450_000,
    quantity: { unit: "piece", milli: 24_000 },
  };
  const revise = (line: object, said: object = {}) =>
    of.run("timur", reviseDeclaration, { declarationId: id, lines: [{ ...first, ...line }, ...others], ...said });
  expect(refusalOf(await revise({ ...own, netWeightGrams: 480_001 }))).toBe("net_above_gross");
  const above = { ...own, packages: 11 };
  expect(refusalOf(await revise(above))).toBe("declared_above_cargo");
  done(await revise(above, { isConfirmed: true }));
  done(await revise({ ...above, name: "Inverters, used" }));
  expect(refusalOf(await revise({ ...above, packages: 12 }))).toBe("declared_above_cargo");
  done(await revise(own));
  const view = await clearancePage(of.database.read, actorOf("lin"), { orderId: of.orderId, now: of.now() });
  const [line, untouched] = view?.declarations[0]?.lines ?? [];
  const { quantity, ...figures } = own;
  expect(line?.goods).toMatchObject({ ...figures, quantitiesMilli: { [quantity.unit]: quantity.milli } });
  expect(line?.before?.goods).toMatchObject({ packages: 10, grossWeightGrams: 500_000, netWeightGrams: null });
  expect(untouched?.before).toBeNull();
});
