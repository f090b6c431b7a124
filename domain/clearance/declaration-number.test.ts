import { describe, expect, test } from "vitest";
import { instant } from "../shared/time";
import type { DeclarationSide } from "./declaration";
import { declarationNumber, isOfCountries, mayBeDeclared, numbersBySide } from "./declaration-number";

describe("the number of a declaration", () => {
  const numbered = (country: string, text: string, more: { side?: DeclarationSide; filed?: string } = {}) =>
    declarationNumber(
      { country, side: more.side ?? "export", filedAt: instant(Date.parse(more.filed ?? "2026-11-24T04:00:00Z")) },
      text,
    );

  test.each([
    ["CN", "5303 2026 0123456789", "530320260123456789"],
    ["VN", "105678901230", "105678901230"],
    ["RU", "10720010/241126/5012345", "10720010/241126/5012345"],
    ["KZ", "50417/241126/0012345", "50417/241126/0012345"],
    ["KG", "41704/241126/0012345", "41704/241126/0012345"],
    ["BY", "09162/241126/0012345", "09162/241126/0012345"],
    ["AM", "05/241126/0012345", "05/241126/0012345"],
    ["MN", "ub-2026/77", "UB-2026/77"],
  ])("of %s: %s", (country, text, number) => {
    expect(numbered(country, text)).toEqual({ ok: true, value: number });
  });

  test.each([
    ["CN", "@2265180012345678", "2265180012345678"],
    ["CN", "@5300123456789", "5300123456789"],
    ["CN", "530320261123456789", "530320261123456789"],
    ["CN", "xq 81234567", "XQ81234567"],
    ["KZ", "55302/241126/0012345", "55302/241126/0012345"],
    ["RU", "10716050/241126/0012345", "10716050/241126/0012345"],
    ["RU", "XQ81234567", "XQ81234567"],
    ["VN", "105678901230", "105678901230"],
    ["MN", "ub-2026/77", "UB-2026/77"],
  ])("that opens a transit in %s: %s", (country, text, number) => {
    expect(numbered(country, text, { side: "transit" })).toEqual({ ok: true, value: number });
  });

  test.each([
    ["CN", "10716050/241126/0012345", "transit"],
    ["CN", "22651800123456789", "transit"],
    ["CN", "XQ8123456", "transit"],
    ["KZ", "2265180012345678", "transit"],
    ["RU", "10716050/311126/0012345", "transit"],
    ["VN", "XQ81234567", "transit"],
    ["CN", "2265180012345678", "export"],
    ["CN", "5300123456789", "export"],
    ["CN", "53001234567890", "transit"],
    ["CN", "XQ81234567", "import"],
    ["KZ", "XQ81234567", "import"],
  ] as const)("of %s is not %s for a side that is %s", (country, text, side) => {
    expect(numbered(country, text, { side })).toMatchObject({ refusal: { details: { side, why: "form" } } });
  });

  test.each([
    ["CN", "53032026012345678"],
    ["CN", "530320262123456789"],
    ["VN", "1056789012301"],
    ["RU", "10720010/311126/0012345"],
    ["KZ", "50417/240026/0012345"],
    ["KZ", "5041/241126/0012345"],
    ["KZ", "10720010/241126/0012345"],
    ["RU", "55302/241126/0012345"],
    ["AM", "55302/241126/0012345"],
    ["RU", "1072001/241126/0012345"],
    ["MN", "a?b"],
    ["MN", "<script>"],
  ])("of %s is not %s", (country, text) => {
    expect(numbered(country, text)).toMatchObject({ refusal: { details: { why: "form" } } });
  });

  test.each([
    ["an export in its year", "510120260123456789", "export", "2026-11-24T04:00:00Z", null],
    ["an import in its year", "510120261123456789", "import", "2026-11-24T04:00:00Z", null],
    ["an export with the sign of an import", "510120261123456789", "export", "2026-11-24T04:00:00Z", "direction"],
    ["an import with the sign of an export", "510120260123456789", "import", "2026-11-24T04:00:00Z", "direction"],
    ["a transit with either sign", "510120261123456789", "transit", "2026-11-24T04:00:00Z", null],
    [
      "the year before, filed in the first days of January",
      "510120260123456789",
      "export",
      "2027-01-05T15:59:00Z",
      null,
    ],
    ["the year before, filed after them", "510120260123456789", "export", "2027-01-05T16:00:00Z", "year"],
    ["the year before, filed in November", "510120250123456789", "export", "2026-11-24T04:00:00Z", "year"],
    ["the office of no customs district", "300120260123456789", "export", "2026-11-24T04:00:00Z", "office"],
    ["a collective declaration of its direction", "51012026E123456789", "export", "2026-11-24T04:00:00Z", null],
    ["a collective declaration of the other one", "51012026I123456789", "export", "2026-11-24T04:00:00Z", "direction"],
    ["two years before", "510120240123456789", "export", "2026-11-24T04:00:00Z", "year"],
    ["the year after", "510120270123456789", "export", "2026-11-24T04:00:00Z", "year"],
    ["the new year by China's clock", "510120270123456789", "export", "2026-12-31T16:30:00Z", null],
    ["a wrong year and sign", "510120251123456789", "export", "2027-11-24T04:00:00Z", "year"],
    ["the year before and a wrong sign", "510120251123456789", "export", "2026-11-24T04:00:00Z", "year"],
  ] as const)("of China for %s", (_, text, side, filed, why) => {
    const read = numbered("CN", text, { side, filed });
    expect(read.ok ? null : read.refusal.details?.why).toBe(why);
  });
});

test.each([
  ["goods that leave China", "CN", "KZ", "510120260123456789", null],
  ["goods that leave China, with the sign of an import", "CN", "KZ", "510120261123456789", "direction"],
  ["goods that enter China", "KZ", "CN", "510120261123456789", null],
  ["goods that enter China, with the sign of an export", "KZ", "CN", "510120260123456789", "direction"],
  ["goods that pass through China", "VN", "KZ", "510120261123456789", null],
  ["goods that leave China, with the number of the year before", "CN", "KZ", "510120250123456789", null],
  ["goods that leave China, with a number of the year before that", "CN", "KZ", "510120240123456789", "year"],
] as const)("a Chinese number that is told later of %s", (_, origin, destination, number, why) => {
  const filedAt = instant(Date.parse("2026-11-24T04:00:00Z"));
  const read = mayBeDeclared({ country: "CN", number }, { ends: { origin, destination }, filedAt, isLatest: true });
  expect(read.ok ? null : read.refusal.details?.why).toBe(why);
});

test.each([
  ["CN", ["CN", "VN"], true],
  ["VN", ["CN", "VN"], true],
  ["KZ", ["CN", "VN"], false],
  ["KZ", [], false],
])("a number of %s is of goods that are declared in %j: %s", (country, countries, expected) => {
  expect(isOfCountries({ country }, countries).ok).toBe(expected);
});

test("what an order has declared is numbered by its sides: kept or told by hand, each once, and nothing that was refused", () => {
  const ends = { origin: "CN", destination: "KZ" };
  const kept = [
    { side: "import", country: "KZ", state: "filed", registeredNumber: "55302/241126/0012345" },
    { side: "import", country: "KZ", state: "refused", registeredNumber: "55302/241126/0000001" },
    { side: "export", country: "CN", state: "drafted", registeredNumber: null },
  ] as const;
  const told = [
    { country: "KZ", number: "55302/241126/0012345" },
    { country: "CN", number: "530320260123456789" },
  ];
  expect(numbersBySide({ told, kept }, { ends })).toEqual([
    { side: "export", country: "CN", number: "530320260123456789" },
    { side: "import", country: "KZ", number: "55302/241126/0012345" },
  ]);
  const through = [{ country: "KZ", number: "55302/241126/0012345" }];
  expect(numbersBySide({ told: through, kept: [] }, { ends, side: "transit" })).toMatchObject([{ side: "transit" }]);
});
