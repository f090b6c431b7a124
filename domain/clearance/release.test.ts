import { describe, expect, test } from "vitest";
import { instant, type LocalDate } from "../shared/time";
import type { CustomsSpec } from "../services/customs/spec";
import { gateOfKey } from "../orders/chain/gate";
import {
  declarantOf,
  mayPassThrough,
  mayStateRelease,
  type OnRecord,
  readRelease,
  releaseFields,
  sideOfRelease,
  transitCountries,
} from "./release";

const at = (iso: string) => instant(Date.parse(iso));
const NOW = at("2026-11-26T20:00:00Z");
const gateOf = (key: string) => {
  const gate = gateOfKey(key);
  if (!gate) throw new Error(key);
  return gate;
};
const RELEASED = gateOf("customs.released>logistics.import_released");

describe("the side of a release", () => {
  test.each([
    ["customs.released", "export", "export"],
    ["customs.export_released", "both", "export"],
    ["customs.released", "import", "import"],
    ["customs.released", "both", "import"],
    ["customs.released", "transit", "transit"],
    ["customs.released", null, "import"],
    ["logistics.export_released", "both", "export"],
    ["logistics.import_released", "export", "import"],
  ] as const)("of %s where a clearance of %s was asked for is %s", (need, side, expected) => {
    expect(sideOfRelease(gateOf(`${need}>payment.sent`).need, { side })).toBe(expected);
  });
});

test.each([
  ["the one that its request names", "RU", ["CN", "KZ"], true],
  ["one on its way", "KZ", ["CN", "KZ"], true],
  ["none that its goods do not pass", "PL", ["CN", "KZ"], false],
  ["any where its way is not known", "PL", null, true],
] as const)("a transit is declared to %s", (_, country, onWay, isTaken) => {
  const transit = { country: "RU" } as NonNullable<CustomsSpec["transit"]>;
  expect(mayPassThrough(country, transitCountries({ transit }, onWay)).ok).toBe(isTaken);
});

describe("the declarant of a declaration", () => {
  const partner = {
    name: "Lạng Sơn Customs Agent",
    country: "VN",
    registrationNumber: "4900123456",
    parts: ["IMD"] as const,
  };

  test.each([
    ["import", "VN", "Lạng Sơn Customs Agent"],
    ["export", "VN", null],
    ["import", "KZ", null],
    ["transit", "VN", null],
  ] as const)("of an %s in %s is %s: whom the bid named there, else the provider", (side, country, name) => {
    expect(declarantOf([partner], { side, country })?.name ?? null).toBe(name);
  });
});

const NOTHING: OnRecord = { declared: [], pickedUpAt: null };

describe("a release is stated", () => {
  const read = (
    number: string,
    ends: { origin: string; destination: string },
    releasedOn = "2026-11-26",
    onRecord = NOTHING,
  ) =>
    readRelease(
      { number, releasedOn: releasedOn as LocalDate, reason: "Seen" },
      { need: RELEASED.need, deal: { ends, side: "import" }, onRecord, now: NOW },
    );
  const toKazakhstan = { origin: "CN", destination: "KZ" };

  test.each([
    ["a number of the Eurasian form", "50417/241126/0012345", toKazakhstan, true],
    ["a Chinese number for Kazakhstan", "940220261000012345", toKazakhstan, false],
    ["an import into China", "9402 2026 1 000012345", { origin: "KZ", destination: "CN" }, true],
    ["an export's number for an import", "940220260000012345", { origin: "KZ", destination: "CN" }, false],
    [
      "a number of the year before, which may have been filed then",
      "940220251000012345",
      { origin: "KZ", destination: "CN" },
      true,
    ],
    ["a number of another year", "940220241000012345", { origin: "KZ", destination: "CN" }, false],
    ["a number of no known form", "tj/55-01", { origin: "CN", destination: "TJ" }, true],
    ["three characters", "T-1", { origin: "CN", destination: "TJ" }, false],
    ["other signs", "TJ#5501", { origin: "CN", destination: "TJ" }, false],
  ] as const)("with the number of its country: %s", (_, number, ends, isTaken) => {
    const found = read(number, ends);
    if (isTaken) expect(found).toMatchObject({ ok: true, value: { number: number.replaceAll(" ", "").toUpperCase() } });
    else expect(found).toMatchObject({ ok: false, refusal: { code: "declaration_number_malformed" } });
  });

  test("of a day that has begun at the market, which is ahead of UTC", () => {
    const number = "50417/241126/0012345";
    expect(read(number, toKazakhstan, "2026-11-27").ok).toBe(true);
    expect(read(number, toKazakhstan, "2026-11-28")).toMatchObject({ refusal: { code: "release_in_future" } });
  });

  test.each([
    ["before it was filed", "filed", "2026-11-23", "release_before_filing"],
    ["on the day of its filing", "filed", "2026-11-24", null],
    ["told by hand, before the filing", null, "2026-11-23", "release_before_filing"],
    ["with an open question", "questioned", "2026-11-25", "release_on_hold"],
    ["that is inspected", "inspected", "2026-11-25", "release_on_hold"],
    ["that was refused", "refused", "2026-11-25", "release_on_hold"],
    ["that is answered", "answered", "2026-11-25", null],
  ] as const)("of the deal's own declaration %s", (_, state, releasedOn, code) => {
    const declared = [{ number: "50417/241126/0012345", state, filedAt: at("2026-11-24T03:00:00Z") }];
    const found = read("50417/241126/0012345", toKazakhstan, releasedOn, { declared, pickedUpAt: null });
    expect(found.ok ? null : found.refusal.code).toBe(code);
    const other = read("50417/241126/0012346", toKazakhstan, releasedOn, { declared, pickedUpAt: null });
    expect(other.ok).toBe(true);
  });

  test("no earlier than on the day on which its goods were picked up", () => {
    const onRecord = { declared: [], pickedUpAt: at("2026-11-25T03:00:00Z") };
    const number = "50417/241126/0012345";
    expect(read(number, toKazakhstan, "2026-11-25", onRecord).ok).toBe(true);
    expect(read(number, toKazakhstan, "2026-11-24", onRecord)).toMatchObject({
      refusal: { code: "release_before_pickup" },
    });
  });

  test.each(["number", "releasedOn", "reason"] as const)("with its %s, which is not left empty", (field) => {
    const whole = { number: "50417/241126/0012345", releasedOn: "2026-11-26", reason: "Seen" };
    expect(releaseFields.safeParse(whole).success).toBe(true);
    expect(releaseFields.safeParse({ ...whole, [field]: " " }).success).toBe(false);
  });
});

describe("who may state a release", () => {
  const may = (key: string, why: "not_yet" | "not_stated", passedAt: number | null = null) => {
    const gate = { ...gateOf(key), why, passedAt: passedAt === null ? null : NOW };
    return [
      mayStateRelease(gate, { mayState: true, mayWaive: false }),
      mayStateRelease(gate, { mayState: true, mayWaive: true }),
    ];
  };

  test("is whoever may open gates, and where the buyer clears itself whoever gives its word", () => {
    expect(may("customs.released>logistics.import_released", "not_yet")).toEqual([false, true]);
    expect(may("customs.released>logistics.import_released", "not_stated")).toEqual([true, true]);
  });

  test("is nobody of what is no release or has let its order through", () => {
    expect(may("customs.filed>logistics.crossed_border", "not_yet")).toEqual([false, false]);
    expect(may("customs.released>logistics.import_released", "not_yet", 1)).toEqual([false, false]);
  });
});
