import { describe, expect, test } from "vitest";
import { FUNNEL_STEPS } from "@/domain/exports/funnel";
import { KNOWLEDGE_DEFINITIONS } from "@/domain/exports/knowledge";
import type { KeyedSum, TradeSum } from "@/domain/exports/trade";
import { LOCALES } from "@/domain/shared/locale";
import { type LocalDate, type Month } from "@/domain/shared/time";
import { startOfDay } from "@/domain/shared/zones";
import { drawn } from "@/test/drawn";
import type { ExportedOrder, ExportsReview, PublicExports } from "@/views/exports";
import { ExportedOrdersTable } from "./exported-orders";
import { ExportsAbout } from "./exports-about";
import { FunnelPanel } from "./exports-funnel";
import { ExportsOfLatePanel } from "./exports-of-late";
import { ExportsBoxes, MonthsReview, PartsOfExports } from "./exports-review";
import { PublicExportsView } from "./public-exports";

const ROOMS = [
  ...["exports", "hubs", "services", "admin", "ui", "common", "files"],
  ...["service-logistics", "service-payment", "service-customs", "service-inspection"],
];
const [SEPTEMBER, OCTOBER] = ["2026-09" as Month, "2026-10" as Month];
const definition = KNOWLEDGE_DEFINITIONS.mofcom;
const sum = (count: number, yuan: bigint): TradeSum => ({
  ...{ count, valueMinor: yuan * 100n, marginMinor: 1_200n, passThroughMinor: 3_400n },
});
const keyed = (key: string, count: number, yuan: bigint): KeyedSum => ({ key, ...sum(count, yuan) });
const shown = (count: number, yuan: bigint, providers = 9) => ({ count, valueMinor: yuan * 100n, providers });

const published: PublicExports = {
  month: OCTOBER,
  months: [
    { month: SEPTEMBER, total: null },
    { month: OCTOBER, total: shown(62, 812_345n, 31) },
  ],
  total: shown(62, 812_345n, 31),
  ofAll: { part: shown(62, 812_345n), whole: shown(145, 1_538_000n) },
  kinds: {
    shown: [{ key: "logistics", ...shown(29, 612_345n) }],
    rest: { keys: ["customs", "inspection", "payment"], ...shown(33, 200_000n) },
  },
  marginMinor: 9_900n,
  pairs: { shown: [{ key: "VN>CN", ...shown(20, 300_000n) }], rest: { keys: ["CN>KZ"], ...shown(42, 512_345n) } },
  corridors: { shown: [{ key: "CN-VN", ...shown(62, 812_345n) }], rest: null },
  quarter: {
    first: "2026-07" as Month,
    last: SEPTEMBER,
    knowledge: { part: shown(40, 50_000n), whole: shown(170, 900_000n) },
  },
  definition,
};

const review: ExportsReview = {
  ...{ first: SEPTEMBER, last: OCTOBER, exporters: 31, definition, readMs: 2, countries: ["CN", "KZ"] },
  ...{ exported: sum(62, 812_345n), all: sum(145, 1_538_000n), knowledge: sum(20, 101_000n), allCorridors: ["CN-KZ"] },
  months: [SEPTEMBER, OCTOBER].map((month) => ({
    ...{ month, exported: sum(31, 400_000n), all: sum(70, 800_000n), knowledge: sum(10, 50_000n) },
  })),
  kinds: [keyed("logistics", 29, 612_345n), keyed("payment", 33, 200_000n)],
  pairs: Array.from({ length: 15 }, (_, at) => keyed(`CN>${String.fromCharCode(65 + at)}X`, 15 - at, 1_000n)),
  corridors: [keyed("CN-KZ", 62, 812_345n)],
};

const links = {
  all: "/rows",
  ofMonth: (month: string) => `/rows?month=${month}`,
  ofKind: (kind: string) => `/rows?service=${kind}`,
  ofPair: (pair: string) => `/rows?pair=${pair}`,
  ofCorridor: (corridor: string) => `/rows?corridor=${corridor}`,
};

describe.each(LOCALES)("services exports in %s", (locale) => {
  const draw = (node: Parameters<typeof drawn>[0]) => drawn(node, { locale, rooms: ROOMS });

  test("say each figure that may be shown with its n, and that another is not shown", () => {
    const page = draw(<PublicExportsView view={published} monthHref={(month) => `/p?month=${month}`} />);
    expect(page).toMatch(/62/);
    expect(page).toMatch(/31/);
    expect(page).not.toContain("/p?month=2026-09");
    expect(page).toContain(definition.source.split(",")[0] as string);
  });

  test("say of a month that is too small nothing but that", () => {
    const none = { ...published, total: null, kinds: null, pairs: null, corridors: null };
    const page = draw(<PublicExportsView view={none} monthHref={(month) => month} />);
    expect(page).toContain('class="condition"');
    expect(page).not.toContain("waybill");
  });

  test("open each figure of an administrator to its orders", () => {
    const page = draw(
      <>
        <ExportsBoxes view={review} links={links} />
        <MonthsReview view={review} links={links} />
        <PartsOfExports view={review} links={links} />
        <ExportsAbout definition={KNOWLEDGE_DEFINITIONS.eurostat} isPublic={false} />
      </>,
    );
    for (const href of ["/rows", "/rows?month=2026-10", "/rows?service=payment", "/rows?corridor=CN-KZ"])
      expect(page).toContain(`href="${href}"`);
    expect(page.match(/rows\?pair=/g)).toHaveLength(12);
    expect(page).toContain("NACE Rev. 2");
  });

  test("say of each step of the funnel how many came and in how many days", () => {
    const steps = FUNNEL_STEPS.map((step, at) => ({ step, count: 9 - at, medianDays: at === 0 ? null : 17 }));
    const page = draw(<FunnelPanel funnel={{ from: SEPTEMBER, funnels: [{ month: null, steps }] }} />);
    expect(page.match(/17/g)?.length).toBe(4);
    const empty = steps.map((step) => ({ ...step, count: 0, medianDays: null }));
    expect(draw(<FunnelPanel funnel={{ from: SEPTEMBER, funnels: [{ month: null, steps: empty }] }} />)).not.toContain(
      "<table",
    );
  });

  test("name who sold what to whom, and the last month on the home", () => {
    const row: ExportedOrder = {
      ...{ id: "o", reference: "KO-1", title: "Tea", service: "payment", corridor: "CN-KZ", providerName: "Yibo" },
      ...{ providerCountry: "CN", buyerName: "Altyn", buyerCountry: "KZ", minor: 100n, currency: "CNY" },
      ...{ contractedAt: startOfDay("2026-10-10" as LocalDate), valueCnyMinor: 100n, marginCnyMinor: 0n },
      passThroughCnyMinor: 0n,
    };
    const table = draw(<ExportedOrdersTable rows={[row]} zone="Asia/Shanghai" />);
    expect(table).toContain("Yibo");
    expect(table).not.toContain("/orders/");
    const late = { month: OCTOBER, exported: sum(62, 812_345n), all: sum(145, 1_538_000n), knowledge: sum(20, 1n) };
    expect(draw(<ExportsOfLatePanel late={late} />)).toContain("/admin/exports");
    expect(draw(<ExportsOfLatePanel late={{ ...late, exported: sum(0, 0n) }} />)).not.toContain("62");
  });
});
