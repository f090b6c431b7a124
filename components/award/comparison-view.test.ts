import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CellWords, type CompareWords, chosenCells, sumWords } from "./comparison-view";

type Told = Partial<Pick<CellWords, "packages" | "minor" | "contractMinor" | "columnId">>;

const cell = (choiceId: string, providerId: string, told: Told = {}): CellWords => ({
  choiceId,
  providerId,
  columnId: providerId,
  title: null,
  packages: [],
  minor: "1000",
  contractMinor: "1500",
  amount: "",
  quoted: "",
  split: null,
  declares: [],
  days: "",
  quoteEnds: null,
  valid: "",
  isLowest: false,
  isFastest: false,
  isLongestValid: false,
  isChoosable: true,
  awarded: null,
  payout: null,
  problem: null,
  ...told,
});

const words = (cells: Readonly<Record<"logistics" | "customs", readonly CellWords[]>>): CompareWords => ({
  dealId: "d",
  currency: "CNY",
  digits: 2,
  locale: "en",
  providers: [],
  services: (["logistics", "customs"] as const).map((service) => ({
    requestId: `r-${service}`,
    service,
    reference: "",
    href: "",
    isDecided: false,
    problem: null,
    countedFrom: "",
    payoutHead: null,
    below: [],
    cells: cells[service],
  })),
});

const withCustoms = [
  { services: ["customs"], discountBps: 500, minor: "950", contractMinor: "1450", words: "5 % less" },
];

describe("the choice while choosing", () => {
  const all = words({
    logistics: [
      cell("a", "p", { packages: withCustoms }),
      cell("a.1", "p", { packages: withCustoms, columnId: "p.1" }),
    ],
    customs: [cell("b", "p"), cell("c", "q")],
  });
  const sumOf = (...ids: [string, string?]) => {
    const chosen = { "r-logistics": ids[0], ...(ids[1] ? { "r-customs": ids[1] } : {}) };
    return sumWords(all, chosenCells(all, chosen), "minor");
  };

  test("reaches a package with the same bidder's other service, and not with another's", () => {
    expect(sumOf("a", "b")).toBe("¥19.50");
    expect(sumOf("a", "c")).toBe("¥20.00");
    expect(sumOf("a")).toBe("¥10.00");
  });

  test("reaches it with an alternative of the same bidder too", () => {
    expect(sumOf("a.1", "b")).toBe("¥19.50");
    expect(chosenCells(all, { "r-logistics": "a.1", "r-customs": "b" })[0]?.reached?.words).toBe("5 % less");
  });

  test("sums nothing where a price after its package is not known", () => {
    const unknown = words({
      logistics: [
        cell("a", "p", {
          packages: [{ ...(withCustoms[0] as (typeof withCustoms)[0]), minor: null, contractMinor: null }],
        }),
      ],
      customs: [cell("b", "p")],
    });
    expect(sumWords(unknown, chosenCells(unknown, { "r-logistics": "a", "r-customs": "b" }), "minor")).toBeNull();
  });

  test("is the exact sum of what is chosen, whatever the amounts", () => {
    const minor = fc.bigInt(0n, 10n ** 15n);
    fc.assert(
      fc.property(minor, minor, (a, b) => {
        const told = words({
          logistics: [cell("a", "p", { minor: String(a) })],
          customs: [cell("b", "q", { minor: String(b) })],
        });
        const said = sumWords(told, chosenCells(told, { "r-logistics": "a", "r-customs": "b" }), "minor") ?? "";
        expect(BigInt(said.replace(/\D/g, ""))).toBe(a + b);
      }),
    );
  });
});
