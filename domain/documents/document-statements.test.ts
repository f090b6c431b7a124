import { expect, test } from "vitest";
import { dealOf, GOODS, paperOf } from "@/test/deal-papers";
import { money } from "../shared/money";
import type { CheckedDocument } from "./deal-document";
import type { DocumentFields } from "./document-fields";
import { statementOf, statementOfDeal } from "./document-statements";

const within = (document: CheckedDocument, changes: object): CheckedDocument => ({
  ...document,
  fields: { ...document.fields, ...changes } as DocumentFields,
});
const invoice = (id: string, value: ReturnType<typeof money>, more: object = {}) =>
  within(paperOf("commercial_invoice", { ...GOODS, value }, id), more);

test("Papers of one kind say together what they come to: sums in one currency, codes in order, a term that all name.", () => {
  const line = (hsCode: string) => ({ lines: [{ description: "x", hsCode }] });
  const [a, b] = [money(100n, "CNY"), money(23n, "CNY")];
  const both = statementOf("commercial_invoice", [
    invoice("z", a, line("8504509900")),
    invoice("y", b, { lines: [line("850440").lines[0], line("850450").lines[0]] }),
  ]);
  expect(both).toMatchObject({
    ...{ documentIds: ["y", "z"], value: money(123n, "CNY"), hsCodes: ["850440", "850450"], incoterm: "DAP" },
    ...{ packages: null, grossWeightGrams: null },
  });
  const mixed = [invoice("a", a), invoice("b", a), invoice("c", money(1n, "USD"), { incoterm: "FCA" })];
  expect(statementOf("commercial_invoice", mixed)).toMatchObject({ value: null, incoterm: null });
  const half = [invoice("a", a), invoice("b", a, { lines: [{ description: "x" }] })];
  expect(statementOf("commercial_invoice", half)).toMatchObject({ value: money(200n, "CNY"), hsCodes: null });
  expect(statementOf("commercial_invoice", [invoice("a", a, { lines: [] })]).hsCodes).toBeNull();
});

test("Waybills add up in packages and weight and say nothing of goods; a deal says what all its lines come to.", () => {
  const parts = [1, 2, 3].map((count) =>
    paperOf("cmr", { ...GOODS, packages: count, grossWeightGrams: count * 10 }, String(count)),
  );
  expect(statementOf("cmr", parts)).toMatchObject({
    ...{ packages: 6, grossWeightGrams: 60, hsCodes: null, value: null, incoterm: null },
  });
  const deal = dealOf();
  const [line] = deal.cargo;
  const two = { ...deal, cargo: [...deal.cargo, { ...(line as (typeof deal.cargo)[number]), hsCode: "080810" }] };
  expect(statementOfDeal(two)).toMatchObject({
    ...{ packages: 800, grossWeightGrams: 24_800_000, hsCodes: ["080810", "850440"], value: deal.goodsValue },
  });
});
