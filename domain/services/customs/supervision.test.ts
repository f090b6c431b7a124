import { describe, expect, test } from "vitest";
import { type Money, money } from "@/domain/shared/money";
import type { Shipment } from "../kind";
import { shipmentExample, wireSpecExample } from "../examples";
import { SUPERVISION_MODES } from "./choices";
import { customs } from "./kind";
import { customsSpecSchema } from "./schema";
import type { CustomsSpec } from "./spec";

const importer = { name: "Almaty Machine Trade LLP", country: "KZ", taxId: "990140000126" };
const spec = (changes: object = {}): CustomsSpec =>
  customsSpecSchema.parse({ ...wireSpecExample, importerOfRecord: importer, ...changes });
const cooperative = { name: "凭祥市友谊关边民互助合作社", country: "CN", taxId: "93451481MA5KC7XQ2E" };
const messages = (changes: object, shipment: Partial<Shipment> = {}) =>
  customs.checkSpec(spec(changes), shipmentExample(shipment)).map((issue) => issue.message);

describe("market procurement (1039)", () => {
  const under1039 = (goodsValue: Money, goodsValueUsd?: Money, changes: object = {}) =>
    messages({ supervisionMode: "1039", ...changes }, { goodsValue, goodsValueUsd });

  test("ends at USD 150,000 a declaration", () => {
    expect(under1039(money(15_000_000n, "USD"))).toEqual([]);
    expect(under1039(money(15_000_001n, "USD"))).toEqual(["issue.market_procurement_limit"]);
    expect(under1039(money(15_000_001n, "USD"), undefined, { declarations: 2 })).toEqual([]);
  });

  test("counts goods in another currency by their value in US dollars", () => {
    const goods = money(110_000_000n, "CNY");
    expect(under1039(goods, money(15_000_000n, "USD"))).toEqual([]);
    expect(under1039(goods, money(15_000_001n, "USD"))).toEqual(["issue.market_procurement_limit"]);
  });

  test("is not waved through where the value in US dollars is not known", () => {
    expect(under1039(money(1n, "CNY"))).toEqual(["issue.value_usd_unknown"]);
    expect(under1039(money(1n, "CNY"), money(1n, "EUR"))).toEqual(["issue.value_usd_unknown"]);
  });

  test("is the only mode with that limit", () => {
    expect(messages({}, { goodsValue: money(99_000_000n, "USD") })).toEqual([]);
  });
});

describe("a supervision mode", () => {
  // Written out by hand: which way each mode goes, and whether it is border trade, over land with a country beside China.
  const TABLE = [
    ["0110", "export import", false],
    ["1039", "export", false],
    ["1210", "export import", false],
    ["1233", "export import", false],
    ["2600", "export import", false],
    ["3422", "export", false],
    ["4019", "export import", true],
    ["9610", "export import", false],
    ["9710", "export", false],
    ["9810", "export", false],
    ["mutual_trade", "import", true],
  ] as const;

  test("is one of the table", () => {
    expect(TABLE.map(([mode]) => mode)).toEqual([...SUPERVISION_MODES]);
  });

  const WAYS = ["road", "rail", "sea", "air"] as const;
  const HUB_OF = { road: "border", rail: "border", sea: "sea", air: "air" } as const;
  const PARCEL = {
    hsCode: "640411",
    packages: 100,
    packageType: "CT",
    grossWeightGrams: 100_000,
    volumeCm3: 1,
    value: null,
  };

  const PROCEDURE_OF: Readonly<Record<string, string>> = { "1233": "warehouse", "2600": "temporary" };

  /** What is told of a mode, of goods that any mode would carry. */
  const told = (supervisionMode: string, direction: "export" | "import", shipment: Partial<Shipment> = {}) =>
    messages(
      {
        ...{ side: direction, supervisionMode, importProcedure: PROCEDURE_OF[supervisionMode] },
        ...(supervisionMode === "mutual_trade"
          ? { borderResidents: { persons: 1 }, importerOfRecord: cooperative }
          : {}),
      },
      {
        ...{ direction, hubKind: "border", cargo: [PARCEL], goodsValueUsd: money(1n, "USD") },
        goodsValue: money(1n, "CNY"),
        ...(direction === "import" ? { originCountry: "KZ", destinationCountry: "CN" } : {}),
        ...shipment,
      },
    );

  test.each(TABLE)("%s goes %s; border trade: %s", (supervisionMode, directions, isBorderTrade) => {
    for (const direction of ["export", "import"] as const)
      for (const mode of WAYS) {
        const found = told(supervisionMode, direction, { mode, hubKind: HUB_OF[mode] });
        const isByLand = mode === "road" || mode === "rail";
        const otherWay = `issue.supervision_mode_${direction === "export" ? "import" : "export"}_only`;
        const wrong = !directions.includes(direction)
          ? [otherWay]
          : isBorderTrade && !isByLand
            ? ["issue.supervision_mode_land_only"]
            : [];
        expect(found, `${supervisionMode} ${direction} ${mode}`).toEqual(wrong);
      }
  });

  test.each(TABLE)(
    "%s goes %s, and as border trade (%s) with a country beside China alone",
    (mode, directions, isBorderTrade) => {
      if (!directions.includes("import")) return;
      const refused = isBorderTrade ? ["issue.border_trade_not_neighbour"] : [];
      expect(told(mode, "import", { originCountry: "TH" })).toEqual(refused);
      expect(told(mode, "import", { originCountry: "LA" })).toEqual([]);
    },
  );

  test("of border trade does not go by road through a sea gateway", () => {
    expect(messages({ supervisionMode: "4019" }, { mode: "road", hubKind: "sea" })).toEqual([
      "issue.supervision_mode_land_only",
    ]);
  });
});

describe("retail by electronic commerce (9610)", () => {
  const line = (packages: number, grossWeightGrams: number) => ({
    ...{ hsCode: "640411", packageType: "CT", volumeCm3: 1, value: null },
    ...{ packages, grossWeightGrams },
  });
  const of = (cargo: Shipment["cargo"], changes: object = {}) =>
    messages({ supervisionMode: "9610", ...changes }, { cargo });

  test.each([
    ["parcels of 30 kg", [line(100, 3_000_000)], []],
    ["parcels of a gram more", [line(1, 30_000), line(1, 30_001)], ["issue.retail_not_parcels"]],
    ["five tonnes of parcels", [line(1_000, 2_500_000), line(1_000, 2_500_000)], []],
    ["a gram more of parcels", [line(1_000, 2_500_000), line(1_000, 2_500_001)], ["issue.retail_not_parcels"]],
    ["a truck of sawn wood", [line(20, 20_000_000)], ["issue.retail_not_parcels"]],
  ] as const)("of %s", (_, cargo, found) => {
    expect(of(cargo)).toEqual(found);
  });

  test("is refused where one importer abroad takes all, and 9710 is not", () => {
    const [parcels, both] = [[line(100, 100_000)], { side: "both" }] as const;
    expect(of(parcels, both)).toEqual(["issue.retail_to_one_importer"]);
    expect(of(parcels, { ...both, supervisionMode: "9710" })).toEqual([]);
  });
});

describe("what goods may do in China", () => {
  const told = (direction: "export" | "import", supervisionMode: string, importProcedure?: string) => {
    const asked = { side: direction === "export" ? "both" : "import", supervisionMode, importProcedure };
    const ends = direction === "import" ? { originCountry: "KZ", destinationCountry: "CN" } : {};
    return messages(asked, { direction, ...ends });
  };

  test.each([
    ["0110", undefined, true],
    ["0110", "home_use", true],
    ["0110", "temporary", false],
    ["0110", "warehouse", false],
    // To the customs inland, where they are released.
    ["0110", "transit", true],
    ["1210", "home_use", true],
    ["1210", "warehouse", true],
    ["1233", "warehouse", true],
    ["1233", undefined, false],
    ["2600", "temporary", true],
    ["2600", "home_use", false],
  ])("under %s goes with the procedure %s: %s", (mode, procedure, isRight) => {
    expect(told("import", mode, procedure)).toEqual(isRight ? [] : ["issue.procedure_not_of_mode"]);
  });

  test("says nothing of what the customs abroad do with them", () => {
    expect(told("export", "0110", "temporary")).toEqual([]);
  });
});

describe("border residents' mutual trade", () => {
  const bring = (goods: Money, borderResidents: object | undefined, changes: object = {}) =>
    messages(
      { side: "import", supervisionMode: "mutual_trade", borderResidents, importerOfRecord: cooperative, ...changes },
      { direction: "import", originCountry: "VN", destinationCountry: "CN", hubKind: "border", goodsValue: goods },
    );

  test.each([
    ["a cooperative of residents", cooperative, false],
    ["a company", { name: "Pingxiang Hengtong Trading Co., Ltd.", country: "CN", taxId: "91451481MA5KB3TR8J" }, true],
    ["an importer abroad", { name: "Lang Son Fruit JSC", country: "VN", taxId: "0100109106" }, true],
  ])("by %s is refused at the mode, naming it: %s", (_, importerOfRecord, isRefused) => {
    const asked = spec({
      side: "import",
      supervisionMode: "mutual_trade",
      borderResidents: { persons: 1 },
      importerOfRecord,
    });
    const ends = {
      originCountry: "VN",
      destinationCountry: "CN",
      hubKind: "border",
      goodsValue: money(1n, "CNY"),
    } as const;
    const refused = {
      path: ["supervisionMode"],
      message: "issue.mutual_trade_by_company",
      values: { importer: importerOfRecord.name },
    };
    expect(customs.checkSpec(asked, shipmentExample({ direction: "import", ...ends }))).toEqual(
      isRefused ? [refused] : [],
    );
  });

  test("a company may import as border small-scale trade", () => {
    const importerOfRecord = {
      name: "Pingxiang Hengtong Trading Co., Ltd.",
      country: "CN",
      taxId: "91451481MA5KB3TR8J",
    };
    const changes = { supervisionMode: "4019", importerOfRecord };
    expect(bring(money(1n, "CNY"), undefined, changes)).toEqual([]);
  });

  test("above its limit is refused at the goods value of the deal, with what its residents may bring in", () => {
    const asked = spec({
      side: "import",
      supervisionMode: "mutual_trade",
      borderResidents: { persons: 12, days: 3 },
      importerOfRecord: cooperative,
    });
    const over = (goodsValue: Money) =>
      customs.checkSpec(
        asked,
        shipmentExample({
          direction: "import",
          originCountry: "VN",
          destinationCountry: "CN",
          hubKind: "border",
          goodsValue,
        }),
      );
    expect(over(money(28_800_001n, "CNY"))).toEqual([
      {
        path: ["deal", "goodsValue"],
        message: "issue.mutual_trade_limit",
        values: { persons: 12, days: 3, yuan: 288_000 },
      },
    ]);
    expect(over(money(1n, "USD"))).toMatchObject([{ path: ["deal", "goodsValue", "currency"] }]);
  });

  test.each([
    [800_000n, { persons: 1 }, []],
    [800_001n, { persons: 1 }, ["issue.mutual_trade_limit"]],
    [9_600_000n, { persons: 12 }, []],
    [9_600_001n, { persons: 12 }, ["issue.mutual_trade_limit"]],
    [28_800_000n, { persons: 12, days: 3 }, []],
    [28_800_001n, { persons: 12, days: 3 }, ["issue.mutual_trade_limit"]],
    [99_000_000n, undefined, ["issue.residents_missing"]],
  ])("of %d fen by %j answers %j", (minor, residents, issues) => {
    expect(bring(money(minor, "CNY"), residents)).toEqual(issues);
  });

  test("is not waved through where the value is not in yuan", () => {
    expect(bring(money(1n, "USD"), { persons: 1 })).toEqual(["issue.mutual_trade_not_in_cny"]);
  });

  test("shows what its residents may bring in", () => {
    const shipment = shipmentExample({ direction: "import" });
    const asked = spec({ supervisionMode: "mutual_trade", borderResidents: { persons: 12, days: 3 } });
    expect(customs.figures(asked, shipment)).toContainEqual({
      key: "mutual_trade_limit",
      value: { kind: "money", money: money(28_800_000n, "CNY") },
    });
  });

  test("is the only mode that has residents", () => {
    expect(messages({ borderResidents: { persons: 1 } })).toEqual(["issue.residents_without_mutual_trade"]);
  });
});
