import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ChargeLine } from "../../services/charge-schema";
import { CHARGE_LINES_MAX } from "../../services/charge";
import { SERVICE_KINDS } from "../../services/registry";
import { shipmentExample } from "../../services/examples";
import { type LocalDate, parseIso } from "../../shared/time";
import { money } from "../../shared/money";
import type { Offer } from "../bid";
import { valuesOfBid } from "../bid-form";
import { chargeRows, editChargeRows, withChargeRows, withoutAlternative } from "./charge-rows";
import { fieldPathOf, readOfferForm } from "./offer-form";
import { choiceId, choiceOf, contentOfAlternative, offerOf } from "../bid-content";
import { offerSchema } from "./offer-schema";
import { needsRates, priceBasisOf, priceOffer } from "./price-offer";

const NOW = parseIso("2026-11-24T02:00:00Z") as NonNullable<ReturnType<typeof parseIso>>;
const BASIS = priceBasisOf(SERVICE_KINDS.customs, { side: "export", supervisionMode: "0110" }, shipmentExample());

const line = (code: ChargeLine["code"], minor: bigint, basis = "declaration"): ChargeLine =>
  ({ code, basis, unitPrice: money(minor, "CNY") }) as ChargeLine;

const alternative = (title: string, ...prices: bigint[]) => ({
  title,
  charges: prices.map((minor) => line("EXD", minor)),
  transitDays: { min: 3, max: 6 },
  startDate: "2026-12-01" as LocalDate,
  note: "",
});

const offer = (more: Partial<Offer> = {}): Offer => ({
  currency: "CNY",
  charges: [line("EXD", 320_00n), line("IMD", 101n, "shipment"), line("HSC", 15_00n, "hs_line")],
  transitDays: { min: 1, max: 2 },
  startDate: null,
  validUntil: NOW,
  exclusions: [],
  terms: {},
  remarks: "",
  gateAnswers: [],
  quoteNumber: "",
  ...more,
});

const priced = (of: Offer) => {
  const result = priceOffer(of, BASIS, { rates: [], now: NOW });
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value.content;
};

describe("alternatives", () => {
  test("are priced by the same engine as a bid that offers nothing else", () => {
    const rail = alternative("By rail", 280_00n, 1n, 99n);
    const content = priced(offer({ alternatives: [rail, alternative("By night", 400_00n)] }));
    const alone = priced(offer({ charges: rail.charges, transitDays: rail.transitDays, startDate: rail.startDate }));
    expect(contentOfAlternative(content, 1)).toEqual(alone);
    expect(contentOfAlternative(content, 0)).toEqual(priced(offer()));
    expect(contentOfAlternative(content, 2).totalMinor).toBe("40000");
  });

  test("share the forty lines of one bid with its main offer", () => {
    const lines = (count: number) => Array.from({ length: count }, () => 1n);
    const refusalOf = (count: number) => {
      const of = offer({ alternatives: [alternative("Many", ...lines(count))] });
      const result = priceOffer(of, BASIS, { rates: [], now: NOW });
      return result.ok ? null : result.refusal.code;
    };
    expect(refusalOf(CHARGE_LINES_MAX - 3)).toBeNull();
    expect(refusalOf(CHARGE_LINES_MAX - 2)).toBe("too_many_lines");
  });

  test("name themselves in a refusal of theirs", () => {
    const foreign = { ...alternative("By rail", 1n), charges: [line("OFT", 1n)] };
    const result = priceOffer(offer({ alternatives: [alternative("Fine", 1n), foreign] }), BASIS, {
      rates: [],
      now: NOW,
    });
    expect(result).toMatchObject({
      ok: false,
      refusal: { code: "charge_not_of_service", details: { alternative: 2 } },
    });
    const past = { ...alternative("Past", 1n), startDate: "2026-11-23" as LocalDate };
    const late = priceOffer(offer({ alternatives: [past] }), BASIS, { rates: [], now: NOW });
    expect(late).toMatchObject({ ok: false, refusal: { code: "starts_in_past", details: { alternative: 1 } } });
  });

  test("are chosen by the bid's id with their number behind it", () => {
    expect([0, 1, 3].map((place) => choiceId("01jd", place))).toEqual(["01jd", "01jd.1", "01jd.3"]);
    for (const place of [0, 1, 2, 3])
      expect(choiceOf(choiceId("01jd", place))).toEqual({ bidId: "01jd", alternative: place });
  });
});

test("typed = stored = shown, every line of every offer, three and more (lessons 6 and 7)", () => {
  const price = fc.bigInt(1n, 10_000_000n);
  const charges = fc.array(
    fc.record({
      code: fc.constantFrom("EXD", "IMD", "HSC", "CRT"),
      basis: fc.constantFrom("declaration", "shipment", "hs_line"),
      unitPrice: price.map((minor) => money(minor, "CNY")),
      note: fc.constantFrom("per line", "both sides"),
      tiers: fc.option(
        fc
          .uniqueArray(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 5 })
          .chain((froms) =>
            fc.tuple(
              ...froms
                .sort((a, b) => a - b)
                .map((from) =>
                  fc.record({ from: fc.constant(from), unitPrice: price.map((one) => money(one, "CNY")) }),
                ),
            ),
          ),
        { nil: undefined },
      ),
    }),
    { minLength: 3, maxLength: 8 },
  );
  const alternatives = fc.array(
    charges.map((lines) => ({ ...alternative("Another way"), charges: lines as ChargeLine[], note: "slower" })),
    { maxLength: 3 },
  );
  fc.assert(
    fc.property(charges, alternatives, (lines, others) => {
      const sent = offer({ charges: lines as ChargeLine[], alternatives: others });
      const content = priced(sent);
      const typed = valuesOfBid(content, { service: "customs", zone: "UTC" });
      const tree = treeOf({ ...typed, zone: "UTC", service: "customs" });
      const { input, issues } = readOfferForm(tree);
      expect(issues).toEqual([]);
      const again = priced(offerSchema.parse({ ...input, validUntil: "2026-11-24T02:00:00Z" }) as Offer);
      expect(again).toEqual(content);
      expect(priced(offerOf(content))).toEqual(content);
      const typedPrices = [lines, ...others.map((one) => one.charges)]
        .flat()
        .map((one) => "unitPrice" in one && one.unitPrice.minor);
      const kept = [content, ...(content.alternatives ?? [])].flatMap((one) =>
        one.lines.map((of) => BigInt(of.unitPriceMinor ?? "-1")),
      );
      expect(kept).toEqual(typedPrices);
    }),
    { numRuns: 40 },
  );
});

test("an offer that is read back to be revised keeps each line's share, least amount, note and whether it is passed through", () => {
  const share = {
    code: "DTY",
    basis: "percent_of_customs_value",
    rateBps: 1_200,
    minimum: money(5_00n, "CNY"),
  } as const;
  const charges: ChargeLine[] = [
    { ...share, isPassThrough: true, note: "at cost" },
    { ...line("CRT", 40_00n, "shipment"), isPassThrough: true } as ChargeLine,
    line("EXD", 320_00n),
  ];
  const rates = [{ base: "USD", quote: "CNY", rate: "7.12", day: "2026-11-24" as LocalDate, source: "test" } as const];
  const sent = offer({
    charges,
    alternatives: [{ ...alternative("Other", 1n), charges }],
    gateAnswers: [{ gate: 0, answer: "yes" }],
  });
  const content = priceOffer(sent, BASIS, { rates, now: NOW });
  if (!content.ok) throw new Error(content.refusal.code);
  const read = offerOf(content.value.content);
  expect(read.charges).toEqual(charges);
  expect(read.alternatives?.[0]?.charges).toEqual(charges);
  expect(read.gateAnswers).toEqual(sent.gateAnswers);
  expect(content.value.content.rates).toEqual(rates);
});

test("the rates behind an alternative's shares are kept with the bid, and are asked for where an alternative alone needs them", () => {
  const share = { code: "DTY", basis: "percent_of_customs_value", rateBps: 1_200 } as const;
  const other = { ...alternative("Other", 1n), charges: [share] };
  const rates = [{ base: "USD", quote: "CNY", rate: "7.12", day: "2026-11-24" as LocalDate, source: "test" } as const];
  const priced = priceOffer(offer({ alternatives: [other] }), BASIS, { rates, now: NOW });
  expect(priced.ok && priced.value.content.rates).toEqual(rates);
  expect(needsRates(offer())).toBe(false);
  expect(needsRates(offer({ alternatives: [other] }))).toBe(true);
});

test("the first day of the work may be today in the market's zone, and not the day before", () => {
  const judged = (startDate: string) =>
    priceOffer(offer({ startDate: startDate as LocalDate }), BASIS, { rates: [], now: NOW }).ok;
  expect([judged("2026-11-24"), judged("2026-11-23")]).toEqual([true, false]);
});

/** A form's names as conform turns them into a tree. */
function treeOf(values: Readonly<Record<string, string | readonly string[]>>): Record<string, unknown> {
  const tree: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(values)) {
    const parts = name.replace(/\[(\d+)\]/g, ".$1").split(".");
    let at: Record<string, unknown> = tree;
    for (const [place, part] of parts.entries()) {
      if (place === parts.length - 1) at[part] = value;
      else {
        at[part] ??= /^\d+$/.test(parts[place + 1] ?? "") ? [] : {};
        at = at[part] as Record<string, unknown>;
      }
    }
  }
  return tree;
}

test("the same offer priced anew for another quantity is priced by that quantity's tier, in every offer of the bid", () => {
  const tiers = [
    { from: 3, unitPrice: money(9_00n, "CNY") },
    { from: 10, unitPrice: money(7_00n, "CNY") },
  ];
  const tiered = { code: "HSC", basis: "hs_line", unitPrice: money(10_00n, "CNY"), tiers } as const;
  const content = priced(
    offer({ charges: [tiered], alternatives: [{ ...alternative("Other", 1n), charges: [tiered] }] }),
  );
  const repriced = (lines: number) => {
    const [first] = shipmentExample().cargo;
    const cargo = Array.from({ length: lines }, (_, place) => ({
      ...(first as NonNullable<typeof first>),
      hsCode: String(840_000 + place),
    }));
    const basis = priceBasisOf(
      SERVICE_KINDS.customs,
      { side: "export", supervisionMode: "0110" },
      shipmentExample({ cargo }),
    );
    const again = priceOffer(offerOf(content), basis, { rates: [], now: NOW });
    if (!again.ok) throw new Error(again.refusal.code);
    const { totalMinor, alternatives = [] } = again.value.content;
    return [totalMinor, alternatives[0]?.totalMinor];
  };
  expect(repriced(2)).toEqual(["2000", "2000"]);
  expect(repriced(3)).toEqual(["2700", "2700"]);
  expect(repriced(12)).toEqual(["8400", "8400"]);
});

describe("the form's lines of alternatives", () => {
  const values = {
    currency: "CNY",
    "charges[0].code": "EXD",
    "charges[0].basis": "declaration",
    "charges[0].price": "1",
    "charges[1].code": "EXD",
    "charges[1].basis": "declaration",
    "charges[1].price": "2",
    "charges[1].alternative": "2",
    "charges[2].code": "HSC",
    "charges[2].basis": "hs_line",
    "charges[2].price": "3",
    "charges[2].alternative": "2",
    "alternatives[0].title": "",
    "alternatives[1].title": "By rail",
    "alternatives[1].daysMin": "3",
    "alternatives[1].daysMax": "4",
  };

  test("go with the alternative that they name, though an empty row stands before it", () => {
    const { input, issues } = readOfferForm(treeOf(values));
    expect(issues).toEqual([]);
    expect(input.charges).toHaveLength(1);
    expect(input.alternatives).toMatchObject([{ title: "By rail", charges: [{ code: "EXD" }, { code: "HSC" }] }]);
    const shown = fieldPathOf(["alternatives", 0, "charges", 1, "unitPrice", "minor"], treeOf(values));
    expect(shown).toEqual(["charges", 2, "price"]);
    expect(fieldPathOf(["alternatives", 0, "transitDays", "max"], treeOf(values))).toEqual(["alternatives[1].daysMax"]);
  });

  test("complain where their alternative is not described, and an alternative where it has no line", () => {
    const lost = readOfferForm(treeOf({ ...values, "charges[2].alternative": "1" }));
    expect(lost.issues.map(({ path, message }) => [path.join("."), message])).toEqual([
      ["charges.2.alternative", "alternative_unknown"],
    ]);
    const bare = readOfferForm(treeOf({ ...values, "alternatives[2].title": "By air" }));
    expect(bare.issues.map(({ path, message }) => [path.join("."), message])).toEqual([
      ["alternatives[2].title", "alternative_without_lines"],
    ]);
  });

  test("are begun as a copy of the main offer's, and go with their alternative", () => {
    const copied = editChargeRows("copy-lines:1", chargeRows(values)) ?? [];
    expect(copied.map((row) => row.alternative)).toEqual(["", "2", "2", "1"]);
    expect(copied.at(-1)).toMatchObject({ code: "EXD", price: "1" });
    expect(withoutAlternative(copied, 0).map((row) => row.alternative)).toEqual(["", "1", "1"]);
    expect(withChargeRows({}, withoutAlternative(copied, 1))).not.toHaveProperty("charges[2].code");
  });
});
