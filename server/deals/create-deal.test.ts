import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findDeal, markContracted } from "@/db/repositories/deals";
import { deals } from "@/db/schema/deals";
import { cargoTotals, volumeOf } from "@/domain/deals/deal";
import { dealExample, type WireDeal } from "@/domain/deals/deal-example";
import { PACKAGE_TYPES } from "@/domain/deals/package-type";
import { postingMarket, START } from "@/test/posting-market";
import { createDeal } from "./create-deal";

async function posted(changes: Partial<WireDeal> = {}) {
  const market = await postingMarket();
  const outcome = await market.run(createDeal, market.actors.buyer, dealExample(changes));
  return { ...market, outcome };
}

const idOf = (outcome: { kind: string; value?: { id: string } }) => {
  if (outcome.kind !== "done" || !outcome.value) throw new Error(`not done: ${JSON.stringify(outcome)}`);
  return outcome.value.id;
};

test("a deal for any hub is kept with the way of the planner's hub", async () => {
  const { database, outcome } = await posted();
  const deal = await findDeal(database.read, idOf(outcome));
  expect(deal).toMatchObject({
    hubId: "horgos",
    hubChoice: "any",
    corridor: "CN-KZ",
    buyerOrganisationId: "buyer",
    contractedAt: null,
  });
  expect(deal?.way.hubId).toBe("horgos");
  expect(deal?.way.legs.at(0)?.fromId).toBe("CNYIU");
  expect(deal?.way.legs.at(-1)?.toId).toBe("KZALA");
});

test("a named hub is kept although another one is faster", async () => {
  const { database, outcome } = await posted({ hubId: "alashankou" });
  expect(await findDeal(database.read, idOf(outcome))).toMatchObject({ hubId: "alashankou", hubChoice: "chosen" });
});

test.each<[string, Partial<WireDeal>, object]>([
  [
    "a hub with no way names those that have one",
    { hubId: "pingxiang" },
    { code: "no_way", details: { field: "hubId" } },
  ],
  ["a hub nobody knows", { hubId: "atlantis" }, { code: "hub_unknown" }],
  ["an origin nobody knows", { originId: "XX" }, { code: "place_unknown", details: { field: "originId" } }],
  [
    "a direction against its ends",
    { direction: "import" },
    { code: "deal_invalid", details: { rule: "direction_mismatch" } },
  ],
  [
    "an HS code that is none of HS 2022",
    { cargo: dealExample().cargo.map((line) => ({ ...line, hsCode: "999999" })) },
    { code: "deal_invalid", details: { rule: "hs_not_in_hs2022", field: "cargo[0].hsCode" } },
  ],
  [
    "lithium batteries of class 3",
    {
      cargo: dealExample().cargo.map((line) => ({ ...line, dangerousGoods: { unNumber: "3480", hazardClass: "3" } })),
    },
    { code: "deal_invalid", details: { rule: "dg_class_mismatch", field: "cargo[0].dangerousGoods.hazardClass" } },
  ],
  [
    "lithium cells without a UN number",
    { cargo: dealExample().cargo.map((line) => ({ ...line, hsCode: "850760" })) },
    { code: "deal_invalid", details: { rule: "dg_answer_missing", field: "cargo[0].dangerousGoods.unNumber" } },
  ],
  [
    "arms",
    { cargo: dealExample().cargo.map((line) => ({ ...line, hsCode: "930200" })) },
    { code: "deal_invalid", details: { rule: "arms_hs93", field: "cargo[0].hsCode" } },
  ],
  [
    "goods made in North Korea",
    { cargo: dealExample().cargo.map((line) => ({ ...line, originCountry: "KP" })) },
    { code: "deal_invalid", details: { rule: "embargoed_country", field: "cargo[0].originCountry" } },
  ],
  ["goods of yesterday", { readyDate: "2026-11-23" }, { code: "deal_invalid", details: { rule: "ready_date_past" } }],
])("refused: %s", async (_, changes, refusal) => {
  const { outcome, database } = await posted(changes);
  expect(outcome).toMatchObject({ kind: "refused", refusal });
  expect(await database.read.$count(deals)).toBe(0);
});

test("the refusal of a hub without a way offers hubs by which the same truck would go", async () => {
  const { outcome } = await posted({ hubId: "pingxiang" });
  const alternatives = outcome.kind === "refused" ? String(outcome.refusal.details?.alternatives) : "";
  expect(alternatives.split(" ")).toContain("horgos");
});

test("a viewer, a visitor and an administrator post nothing", async () => {
  const { run, actors } = await postingMarket();
  for (const actor of [actors.viewer, actors.visitor, actors.administrator])
    expect((await run(createDeal, actor, dealExample())).kind).toBe("refused");
});

test("a deal is contracted once, whoever asks again", async () => {
  const { database, outcome } = await posted();
  const mark = () => database.write((tx) => markContracted(tx, idOf(outcome), START));
  expect([await mark(), await mark()]).toEqual([true, false]);
});

const DANGEROUS = [
  { unNumber: "1263", hazardClass: "3", packingGroup: "II" },
  { unNumber: "3480", hazardClass: "9" },
] as const;

describe("what is stored", () => {
  const money = fc.integer({ min: 1, max: 1_000_000_000 }).map((minor) => ({ minor, currency: "USD" as const }));
  const side = fc.integer({ min: 50, max: 1_500 });
  const line = fc
    .record({
      description: fc.stringMatching(/^[A-Za-z\u4e00-\u4eff0-9][A-Za-z\u4e00-\u4eff0-9 ]{0,40}[A-Za-z0-9]$/),
      hsCode: fc.constantFrom("850440", "84821090", "0810600000"),
      packages: fc.integer({ min: 1, max: 500 }),
      packageType: fc.constantFrom(...PACKAGE_TYPES),
      dimensionsMm: fc.option(fc.record({ length: side, width: side, height: side }), { nil: undefined }),
      cm3: fc.integer({ min: 1_000, max: 1_000_000_000 }),
      value: fc.option(money, { nil: undefined }),
      density: fc.integer({ min: 10, max: 2_000 }),
      netBps: fc.option(fc.integer({ min: 1, max: 10_000 }), { nil: undefined }),
      originCountry: fc.option(fc.constantFrom("CN", "KZ", "DE"), { nil: undefined }),
      dangerousGoods: fc.option(fc.constantFrom(...DANGEROUS), { nil: undefined }),
      isStackable: fc.option(fc.boolean(), { nil: undefined }),
      marks: fc.option(fc.constantFrom("ALMATY 1/12", "阿拉木图 №5"), { nil: undefined }),
    })
    .map(({ cm3, density, dimensionsMm, netBps, ...given }) => {
      const volume = dimensionsMm ? volumeOf(dimensionsMm, given.packages) : cm3;
      const grossWeightGrams = Math.max(
        1,
        Math.min(Math.round((volume * density) / 1000), given.packages * 100_000_000),
      );
      const netWeightGrams = netBps && Math.max(1, Math.floor((grossWeightGrams * netBps) / 10_000));
      const rest = { ...given, netWeightGrams };
      return dimensionsMm ? { ...rest, grossWeightGrams, dimensionsMm } : { ...rest, grossWeightGrams, volumeCm3: cm3 };
    });

  test("any cargo comes back as it was given, in its order, to the gram, the cubic centimetre and the cent", async () => {
    const { run, actors, database } = await postingMarket();
    const cargos = fc.array(line, { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(cargos, async (cargo) => {
        const goodsValue = { minor: 9_000_000_000_000, currency: "USD" as const };
        const deal = await findDeal(
          database.read,
          idOf(await run(createDeal, actors.buyer, dealExample({ cargo, goodsValue }))),
        );
        const given = cargo.map(({ dimensionsMm, ...rest }: WireDeal["cargo"][number]) => ({
          ...rest,
          description: rest.description.trim(),
          volumeCm3: rest.volumeCm3 ?? (dimensionsMm && volumeOf(dimensionsMm, rest.packages)),
          dimensionsMm: dimensionsMm ?? null,
          value: rest.value ? { minor: BigInt(rest.value.minor), currency: rest.value.currency } : null,
          netWeightGrams: rest.netWeightGrams ?? null,
          originCountry: rest.originCountry ?? null,
          dangerousGoods: rest.dangerousGoods ?? null,
          isStackable: rest.isStackable ?? null,
          marks: rest.marks ?? null,
        }));
        expect(deal?.cargo).toEqual(given);
        expect(cargoTotals(deal?.cargo ?? []).grossWeightGrams).toBe(
          given.reduce((all, one) => all + one.grossWeightGrams, 0),
        );
      }),
      { numRuns: 25 },
    );
  });
});
