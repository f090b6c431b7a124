import type { DemoCargo, DemoRoute } from "../../plan/market-data";
import { movementBy, type Movement, type ReferenceData } from "../../plan/plan-movement";

type Ware = Pick<DemoCargo, "title" | "hsCode" | "nationalCodes"> & { readonly like: string };

/** What the demo's own buyer sells and buys, and its other buyer's fruit; weights, packages and values are those of a cargo of the market's data that is like it. */
const WARES = {
  board: {
    like: "cargo-007",
    hsCode: "441114",
    nationalCodes: { CN: "4411142900", VN: "44111400" },
    title: { en: "MDF board 18 mm for furniture", "zh-CN": "家具用 18 毫米中纤板" },
  },
  panels: {
    like: "cargo-007",
    hsCode: "440711",
    nationalCodes: {},
    title: { en: "Pine boards, planed and finger-jointed", "zh-CN": "松木指接板（刨光）" },
  },
  decking: {
    like: "cargo-007",
    hsCode: "440910",
    nationalCodes: { CN: "4409101090" },
    title: { en: "Larch decking, profiled", "zh-CN": "落叶松户外地板（开槽）" },
  },
  plywood: {
    like: "cargo-007",
    hsCode: "441233",
    nationalCodes: { CN: "4412330090" },
    title: { en: "Birch plywood 12 mm", "zh-CN": "12 毫米桦木胶合板" },
  },
  shelves: {
    like: "cargo-059",
    hsCode: "940360",
    nationalCodes: { CN: "9403609990" },
    title: { en: "Flat-pack pine shelves", "zh-CN": "松木置物架（平板包装）" },
  },
  larch: {
    like: "cargo-105",
    hsCode: "440910",
    nationalCodes: { CN: "4409101090" },
    title: { en: "Larch floor boards, planed and grooved", "zh-CN": "落叶松地板条（刨光开槽）" },
  },
  melons: {
    like: "cargo-028",
    hsCode: "080711",
    nationalCodes: { CN: "0807110000", VN: "08071100" },
    title: { en: "Watermelons, loose loaded", "zh-CN": "西瓜（散装）" },
  },
} as const satisfies Readonly<Record<string, Ware>>;
export type WareName = keyof typeof WARES;

/** By truck through Pingxiang or Dongxing to Hanoi or back to Guangzhou, from Yiwu through Horgos to Almaty, or by wagon from Vladivostok through Suifenhe to Harbin. */
export type Lane = "v2" | "v7" | "v8" | "k2" | "r18";

const found = <T>(value: T | null | undefined, what: string): T => {
  if (value === undefined || value === null) throw new Error(`The demo's scenes need ${what}`);
  return value;
};

/** A ware on its lane in the month of `at`, as the market's data price it. */
export function movementOf(
  referenceData: ReferenceData,
  of: { readonly ware: WareName; readonly lane: Lane; readonly at: number },
): Movement {
  const { like, ...said } = WARES[of.ware];
  const { cargo, prices } = referenceData.market;
  const base: DemoCargo = found(
    cargo.find(({ id }) => id === like),
    like,
  );
  const route: DemoRoute = found(
    prices.routes.find(({ id }) => id === of.lane),
    of.lane,
  );
  return found(
    movementBy(referenceData, { cargo: { ...base, ...said }, route, month: new Date(of.at).getUTCMonth() }),
    `a way on ${of.lane}`,
  );
}
