import { expect, test } from "vitest";
import type { ReadinessRow } from "@/domain/documents/readiness";
import type { Gate } from "@/domain/orders/chain/gate";
import { enterDocument, reviseDocument, withdrawDocument } from "@/server/documents/enter-document";
import { chainMarket } from "@/test/chain-market";
import { GOODS, paperOf } from "@/test/deal-papers";
import { readinessOfDeal } from "./document-readiness";

const PAPERS: Gate = { need: { kind: "papers" }, holds: { service: "logistics", code: "picked_up" } };
const CNY = { minor: 5_000, currency: "CNY" };

type Paper = Pick<ReadinessRow, "kind" | "provider">;

/** Declarations bear the numbers of their customs. */
const NUMBERS: Readonly<Record<string, string>> = {
  export_declaration: "530120260123456789",
  import_declaration: "55302/241126/0012345",
};

/** What is typed in of a paper: sums are whole numbers on the wire. */
const wireOf = (kind: ReadinessRow["kind"]) => {
  const { number, date, fields } = paperOf(kind, { ...GOODS, packages: 4, grossWeightGrams: 1_000 });
  const sums = "total" in fields ? { total: CNY, lines: [{ description: "Inverters", amount: CNY }] } : {};
  return {
    ...{ kind, date, number: NUMBERS[kind] ?? number },
    fields: { ...fields, ...sums, ...("value" in fields ? { value: CNY } : {}) },
  };
};

/** A deal whose carrier waits for the papers of the deal before it fetches the goods. */
async function waitingMarket() {
  const market = await chainMarket([PAPERS]);
  const { database, dealId, run } = market;
  await market.report("logistics", "booked");
  return {
    ...market,
    missing: async () => (await readinessOfDeal(database.read, dealId)).rows.filter(({ state }) => state === "missing"),
    async enter({ kind, provider }: Paper, more: object = {}): Promise<string> {
      const who = provider === "buyer" ? "lin" : "timur";
      const outcome = await run(who, enterDocument, { dealId, ...wireOf(kind), ...more });
      if (outcome.kind !== "done") throw new Error(`${kind}: ${JSON.stringify(outcome)}`);
      return outcome.value.id;
    },
    told: async () => {
      const types = (await market.events()).map(({ type }) => type);
      return types.filter((type) => /^order\.(held|resumed)$|^chain\.gate_/.test(type));
    },
  };
}

const OPENED = "chain.gate_opened";
const CLOSED = "chain.gate_closed";

test("the last missing paper that is entered opens the gate that waits for papers, and none before it does", async () => {
  const of = await waitingMarket();
  const missing = await of.missing();
  expect(missing.length).toBeGreaterThan(1);
  for (const row of missing) {
    expect(await of.told()).toEqual([]);
    expect(await of.report("logistics", "picked_up")).toMatchObject({ refusal: { code: "gate_closed" } });
    await of.enter(row);
  }
  expect(await of.missing()).toEqual([]);
  expect(await of.told()).toEqual([OPENED]);
  expect(await of.report("logistics", "picked_up")).toMatchObject({ kind: "done" });
});

test("a paper that is taken back closes the gate again until it is entered anew", async () => {
  const of = await waitingMarket();
  const [last, ...others] = await of.missing();
  if (!last) throw new Error("a paper is missing");
  for (const row of others) await of.enter(row);
  const documentId = await of.enter(last);
  const who = last.provider === "buyer" ? "lin" : "timur";
  expect(await of.run(who, withdrawDocument, { documentId })).toMatchObject({ kind: "done" });
  expect(await of.told()).toEqual([OPENED, CLOSED]);
  await of.enter(last);
  expect(await of.told()).toEqual([OPENED, CLOSED, OPENED]);
});

/** Half of what the packing list says: one of two trucks. */
const HALF = { ...wireOf("cmr").fields, packages: 2, grossWeightGrams: 500 };

test("an order held by the waybill of one truck resumes once the waybill of the other is entered", async () => {
  const of = await waitingMarket();
  for (const row of await of.missing()) if (row.kind !== "cmr") await of.enter(row);
  const waybill = { kind: "cmr", provider: "logistics" } as const;
  await of.enter(waybill, { fields: HALF });
  expect(await of.state("logistics")).toBe("on_hold");
  await of.enter(waybill, { number: "CMR-2", fields: HALF });
  expect(await of.state("logistics")).toBe("scheduled");
  expect(await of.told()).toEqual(["order.held", "order.resumed", OPENED]);
});

test("an order held by a paper that contradicts another resumes once it is typed in anew", async () => {
  const of = await waitingMarket();
  for (const row of await of.missing()) if (row.kind !== "cmr") await of.enter(row);
  const documentId = await of.enter({ kind: "cmr", provider: "logistics" }, { fields: HALF });
  const revised = { documentId, version: 1, ...wireOf("cmr") };
  expect(await of.run("timur", reviseDocument, revised)).toMatchObject({ kind: "done" });
  expect(await of.state("logistics")).toBe("scheduled");
});
