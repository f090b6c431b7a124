import { describe, expect, test } from "vitest";
import {
  addressWith,
  keptByForm,
  readAddress,
  type TrafficAddress,
} from "@/app/[locale]/(admin)/admin/traffic/traffic-address";
import { keptSort, readRowsAddress } from "@/app/[locale]/(admin)/admin/traffic/rows-address";
import { HOUR_MS, later, type LocalDate } from "@/domain/shared/time";
import { startOfDay } from "@/domain/shared/zones";

const NOW = later(startOfDay("2026-11-24" as LocalDate), 15 * HOUR_MS);
const read = (params: Readonly<Record<string, string>>) => readAddress(params, NOW);
const linked = (text: string) => read(Object.fromEntries(new URLSearchParams(text)));

/** The form of a page sent as it stands, but for what somebody changed in it. */
const sent = (address: TrafficAddress, changed: Readonly<Record<string, string>> = {}) =>
  read({ ...keptByForm(address), ...address.fields, ...changed });
const days = (from: string, to: string) => ({ from, to });

const SHOWN = [
  [{}, "90d", days("2026-08-27", "2026-11-24"), days("2026-05-29", "2026-08-26")],
  [{ period: "30d" }, "30d", days("2026-10-26", "2026-11-24"), days("2026-09-26", "2026-10-25")],
  [{ period: "12m" }, "12m", days("2025-11-25", "2026-11-24"), days("2024-11-25", "2025-11-24")],
  [{ from: "2026-02-03", to: "2026-03-04" }, null, days("2026-02-03", "2026-03-04"), days("2026-01-04", "2026-02-02")],
] as const;

test.each(SHOWN)(
  "The fields of %o hold the days that are shown and compared with.",
  (asked, preset, period, before) => {
    const address = read(asked);
    expect(address.preset).toBe(preset);
    expect(address.fields).toEqual({ ...period, compareFrom: before.from, compareTo: before.to });
    const again = sent(address);
    expect(again).toMatchObject({ isSent: true, preset, comparison: "before", question: address.question });
    expect(addressWith(again)).toBe(addressWith(address));
  },
);

describe("A comparison", () => {
  test("is in the address only where it is not the period before.", () => {
    expect(addressWith(read({}))).toBe("");
    const chosen = sent(read({}), { compareFrom: "2026-01-01", compareTo: "2026-01-31" });
    expect(chosen).toMatchObject({ preset: "90d", comparison: null });
    expect(addressWith(chosen)).toBe("?compareFrom=2026-01-01&compareTo=2026-01-31");
    expect(linked(addressWith(chosen)).question.comparison).toEqual(days("2026-01-01", "2026-01-31"));
    expect(addressWith(sent(chosen))).toBe(addressWith(chosen));
    expect(addressWith(sent(chosen, { compareFrom: "2026-05-29", compareTo: "2026-08-26" }))).toBe("");
    expect(addressWith(sent(chosen, { compareFrom: "", compareTo: "" }))).toBe("");
  });

  test("with a year earlier moves with the period, as does the period before.", () => {
    const year = linked(addressWith(read({}), { comparison: "year" }));
    expect(addressWith(year)).toBe("?compare=year");
    expect(year.question.comparison).toEqual(days("2025-08-27", "2025-11-24"));
    const moved = { from: "2026-09-01", to: "2026-09-30" };
    expect(sent(year, moved)).toMatchObject({
      comparison: "year",
      question: { comparison: days("2025-09-01", "2025-09-30") },
    });
    expect(sent(read({}), moved)).toMatchObject({
      comparison: "before",
      question: { comparison: days("2026-08-01", "2026-08-31") },
    });
  });

  test.each([
    [{ period: "12m" }, days("2024-11-25", "2025-11-24")],
    [{ from: "2026-01-01", to: "2026-11-24" }, days("2025-01-01", "2025-11-24")],
    [{ from: "2026-01", to: "2026-11" }, days("2025-01-01", "2025-11-24")],
    [{ from: "2025-12-01", to: "2026-11-30" }, days("2024-12-01", "2025-11-24")],
  ])("of %o with a year earlier ends on the same day, not with its month.", (asked, earlier) => {
    expect(read({ ...asked, compare: "year" }).question.comparison).toEqual(earlier);
  });

  test("whose fields were emptied is the period before again.", () => {
    const emptied = sent(read({ compare: "year" }), { compareFrom: "", compareTo: "" });
    expect(emptied).toMatchObject({ isSent: true, comparison: "before", comparisonRefusal: null });
  });

  test("that was chosen stays while its period stays, and goes with it.", () => {
    const chosen = read({ compareFrom: "2026-01-01", compareTo: "2026-01-31", measure: "value" });
    expect(addressWith(chosen, { corridor: "CN-KZ" })).toContain("compareTo=2026-01-31");
    expect(addressWith(chosen, { preset: "12m" })).toBe("?measure=value&period=12m");
    expect(addressWith(chosen, { comparison: "before" })).toBe("?measure=value");
  });
});

describe("Days that are refused", () => {
  test.each([
    [{ from: "2026-03-02", to: "2026-03-01" }, "period_backwards"],
    [{ from: "2026-03-02", to: "" }, "period_malformed"],
    [{ from: "2010-01-01", to: "2026-03-01" }, "period_too_long"],
  ])("keep what was typed: %o", (typed, code) => {
    const address = sent(read({ period: "30d" }), typed);
    expect(address).toMatchObject({ isSent: false, preset: "90d", refusal: { code }, comparisonRefusal: null });
    expect(address.fields).toMatchObject(typed);
    expect(addressWith(address)).toBe("");
    const compared = { compareFrom: typed.from, compareTo: typed.to };
    const other = sent(read({ period: "30d" }), compared);
    expect(other).toMatchObject({ isSent: false, preset: "30d", refusal: null, comparisonRefusal: { code } });
    expect(other).toMatchObject({ fields: compared, comparison: "before" });
    expect(other.question.comparison).toEqual(days("2026-09-26", "2026-10-25"));
  });
});

describe("Days after today", () => {
  test.each([
    ["that end a period", { from: "2026-11-01", to: "2026-12-31" }, days("2026-11-01", "2026-11-24")],
    ["of a running month", { from: "2026-11", to: "2026-11" }, days("2026-11-01", "2026-11-24")],
    ["alone", { from: "2027-01-01", to: "2027-02-01" }, days("2026-11-24", "2026-11-24")],
  ])("%s are cut at today, which the page says: %o", (_, typed, period) => {
    const address = sent(read({}), typed);
    expect(address).toMatchObject({ isCut: true, isSent: false, preset: null, question: { period }, fields: period });
    expect(sent(address)).toMatchObject({ isCut: false, isSent: true, question: { period } });
  });

  test("of a comparison are cut likewise.", () => {
    const compared = sent(read({}), { compareFrom: "2026-11-01", compareTo: "2026-12-01" });
    expect(compared).toMatchObject({ isCut: true, question: { comparison: days("2026-11-01", "2026-11-24") } });
  });
});

test.each([
  [{ q: "  solar yiwu " }, "solar yiwu"],
  [{ q: "a\0b" }, "a b"],
  [{ q: "\ud83d inverter" }, "\ufffd inverter"],
  [{ q: "%&" }, ""],
  [{ q: ["a", "b"] }, ""],
  [{}, ""],
])("Rows are looked through for what %o says.", (params, q) => {
  expect(readRowsAddress(params, "orders").q).toBe(q);
});

test("An order of the rows is in the address only where it is not the latest first, and every group but two is all.", () => {
  const asked = (sort: string, hub = "all") => readRowsAddress({ sort, hub }, "orders");
  expect([keptSort(asked("-contracted").sort), keptSort(asked("value").sort)]).toEqual([{}, { sort: "value" }]);
  expect(["border", "other", "horgos"].map((hub) => asked("", hub).hub)).toEqual(["border", "other", "all"]);
});
