import { describe, expect, test } from "vitest";
import { chargeRows, EMPTY_ROW, editChargeRows, withChargeRows } from "./charge-rows";
import { readLine, readRateBps, writeRateBps } from "./charge-lines-form";
import { NOTHING_BESIDE } from "./commercial-terms-form";
import { fieldPathOf, readOfferForm } from "./offer-form";
import { offerSchema } from "./offer-schema";

const sent = {
  service: "customs",
  currency: "CNY",
  zone: "Asia/Almaty",
  charges: [
    { code: "EXD", basis: "declaration", price: "1 250,00", note: "" },
    { code: "IMD", basis: "shipment", price: "" },
    { code: "HSC", basis: "percent_of_customs_value", price: "0,35 %", isPassThrough: "on" },
  ],
  transitDays: { min: "2", max: "4" },
  validUntil: "2026-12-01T18:00",
  exclusions: "CRT",
  startDate: "2026-11-28",
  quoteNumber: " Q-2026/118 ",
  remarks: " CO form ",
};

describe("the bid form", () => {
  test("reads amounts as people write them, leaves out lines without a price, and the clock in the form's own zone", () => {
    const { input, issues } = readOfferForm(sent);
    expect(issues).toEqual([]);
    expect(input).toEqual({
      ...NOTHING_BESIDE,
      gateAnswers: [],
      currency: "CNY",
      charges: [
        { code: "EXD", basis: "declaration", unitPrice: { minor: 125_000, currency: "CNY" } },
        { code: "HSC", basis: "percent_of_customs_value", rateBps: 35, isPassThrough: true },
      ],
      transitDays: { min: 2, max: 4 },
      validUntil: "2026-12-01T13:00:00.000Z",
      exclusions: ["CRT"],
      terms: {},
      remarks: "CO form",
      startDate: "2026-11-28",
      quoteNumber: "Q-2026/118",
    });
    expect(offerSchema.safeParse(input).success).toBe(true);
  });

  test("one number of days is both ends", () => {
    for (const transitDays of [{ min: "3", max: "" }, { min: "3" }])
      expect(readOfferForm({ ...sent, transitDays }).input.transitDays).toEqual({ min: 3, max: 3 });
  });

  test("fields that go deeper than the form's are none, and lines that are missing altogether are said at the first price", () => {
    const { issues } = readOfferForm({ ...sent, terms: { licenceNumber: [{ x: "1" }], clearancePost: { x: "1" } } });
    expect(issues).toEqual([]);
    expect(fieldPathOf(["charges"], { charges: [] })).toEqual(["charges", 0, "price"]);
  });

  test("a wrong amount is complained of at its own line, and so is what the schema finds", () => {
    const wrong = { ...sent, charges: [{}, { code: "EXD", basis: "declaration", price: "12,34,5" }] };
    expect(readOfferForm(wrong).issues.map((issue) => [issue.path, issue.message])).toEqual([
      [["charges", 1, "price"], "amount_malformed"],
    ]);
    expect(fieldPathOf(["charges", 0, "unitPrice", "minor"], wrong)).toEqual(["charges", 1, "price"]);
    expect(fieldPathOf(["charges", 0, "note"], wrong)).toEqual(["charges", 1, "note"]);
  });

  test("a percentage takes its least amount; beside a unit price it is complained of at its own field", () => {
    const line = { code: "HSC", basis: "percent_of_customs_value", price: "0.35", minimum: "200.5" };
    expect(readOfferForm({ ...sent, charges: [line] }).input.charges).toEqual([
      {
        code: "HSC",
        basis: "percent_of_customs_value",
        rateBps: 35,
        minimum: { minor: 20_050, currency: "CNY" },
      },
    ]);
    const wrong = [
      { ...line, minimum: "much" },
      { ...line, basis: "declaration" },
    ];
    expect(readOfferForm({ ...sent, charges: wrong }).issues.map((issue) => [issue.path, issue.message])).toEqual([
      [["charges", 0, "minimum"], "amount_malformed"],
      [["charges", 1, "minimum"], "minimum_without_percent"],
    ]);
  });

  test("terms that break a rule of their service are complained of at their own field, each once", () => {
    const terms = { channel: "cips", fallbackChannel: "cips", amountMax: "much", amountMaxCurrency: "CNY" };
    const { issues } = readOfferForm({ ...sent, service: "payment", terms });
    expect(issues.map((issue) => [issue.path, issue.message])).toEqual([
      [["terms", "amountMax"], "amount_malformed"],
      [["terms", "fallbackChannel"], "fallback_same_channel"],
    ]);
  });

  test("a form without one priced line says so", () => {
    expect(readOfferForm({ ...sent, charges: [] }).issues[0]?.message).toBe("no_line_priced");
  });

  test.each([
    ["0.35", "percent_of_value", 35],
    ["8,5", "percent_of_OFT", 850],
    ["0.45", "bps_of_amount", 45],
    ["0,3", "bps_of_amount", 30],
    ["0.355", "percent_of_value", null],
    ["0.455", "bps_of_amount", null],
    ["-1", "percent_of_value", null],
    ["abc", "percent_of_value", null],
  ] as const)("%s as %s is %s", (typed, basis, rateBps) => {
    const { input } = readLine({ code: "FXS", basis, price: typed }, "CNY");
    expect(input.rateBps ?? null).toBe(rateBps);
    if (rateBps !== null) expect(readRateBps(writeRateBps(rateBps))).toBe(rateBps);
  });

  test("a spread that can only be meant in basis points is asked for in percent", () => {
    const problemsOf = (price: string, basis: string) =>
      readLine({ code: "FXS", basis, price }, "CNY").problems.map(({ part, code }) => `${part} ${code}`);
    expect(problemsOf("10", "bps_of_amount")).toEqual([]);
    for (const points of ["10.01", "45"])
      expect(problemsOf(points, "bps_of_amount")).toEqual(["price spread_not_percent"]);
    expect(problemsOf("45", "percent_of_value")).toEqual([]);
  });
});

describe("charge lines of a form", () => {
  const values = withChargeRows({ currency: "CNY" }, [
    { ...EMPTY_ROW, code: "EXD", basis: "declaration", price: "1" },
    { ...EMPTY_ROW, code: "IMD", basis: "shipment", price: "2", note: "x", isPassThrough: "on" },
  ]);

  test("come and go without touching what was typed elsewhere", () => {
    const more = editChargeRows("add-line", chargeRows(values));
    expect(more).toHaveLength(3);
    const fewer = editChargeRows("remove-line:0", chargeRows(values)) ?? [];
    expect(withChargeRows(values, fewer)).toMatchObject({
      currency: "CNY",
      "charges[0].code": "IMD",
      "charges[0].note": "x",
    });
    expect(withChargeRows(values, fewer)).not.toHaveProperty("charges[1].code");
    expect(editChargeRows("send", chargeRows(values))).toBeNull();
  });

  test("are never more than forty", () => {
    const full = Array.from({ length: 40 }, () => chargeRows(values)[0] as ReturnType<typeof chargeRows>[number]);
    expect(editChargeRows("add-line", full)).toHaveLength(40);
  });
});
