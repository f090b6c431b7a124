import { expect, test } from "vitest";
import { done, refusalOf } from "@/test/bidding-market";
import { clearanceMarket, IMPORT, LINES } from "@/test/clearance-market";
import { actorOf } from "@/test/order-market";
import { draftDeclaration, reviseDeclaration } from "./draft-declaration";
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

test("a quantity in a unit in which China's customs do not count such goods is asked about, in a draft and in its revision", async () => {
  const { run, orderId } = await clearanceMarket({
    side: "export",
    supervisionMode: "0110",
    exporterCode: "3307960001",
  });
  const [first, second] = LINES;
  const customsValue = { minor: 500, currency: "CNY" };
  const lines = (unit: string) => [
    { ...first, customsValue, quantity: { unit, milli: 24_000 } },
    { ...second, customsValue },
  ];
  const odd = { refusal: { code: "declared_unit_odd", details: { line: 1, unit: "piece" } } };
  const draft = (more: object) => run("timur", draftDeclaration, { orderId, side: "export", ...more });
  expect(await draft({ lines: lines("litre") })).toMatchObject(odd);
  const { id: declarationId } = done(await draft({ lines: lines("piece") }));
  const revise = (more: object) => run("timur", reviseDeclaration, { declarationId, lines: lines("litre"), ...more });
  expect(await revise({})).toMatchObject(odd);
  done(await revise({ isUnitConfirmed: true }));
  done(await revise({ remarks: "By the maker's data sheet" }));
});

test("the only declaration of a side is asked about where it leaves goods out, once, and one of several is not", async () => {
  const of = await clearanceMarket();
  const [first, second] = LINES;
  const draft = (lines: readonly object[], more: object = {}) =>
    of.run("timur", draftDeclaration, { orderId: of.orderId, side: "import", lines, ...more });
  expect(await draft([first as object])).toMatchObject({
    refusal: { code: "goods_undeclared", details: { lines: 1, goods: 2 } },
  });
  const { id: declarationId } = done(await draft([first as object], { isConfirmed: true }));
  const revise = (lines: readonly object[]) => of.run("timur", reviseDeclaration, { declarationId, lines });
  done(await revise([{ ...first, name: "Inverters, used" }]));
  done(await revise(LINES));
  expect(refusalOf(await revise([second as object]))).toBe("goods_undeclared");
  const several = await clearanceMarket({ ...IMPORT, declarations: 2 });
  await several.draft({ lines: [first] });
});
