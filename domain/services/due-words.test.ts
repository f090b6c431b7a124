import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Instant, type LocalDate, parseIso } from "@/domain/shared/time";
import { kindOf, SERVICE_KINDS } from "./registry";
import { type Service, SERVICES } from "../shared/vocabulary";
import type { Agreed } from "./due-time";

const AT = parseIso("2026-11-24T02:00:00Z") as Instant;
const ZONE = "Asia/Shanghai";

/** Each promise that can be made, made; those that one word of the bid or another decides between, both ways. */
const SAID: Readonly<
  Record<Service, readonly { spec?: object; terms?: object; startDate?: null; bookedUntil?: Instant }[]>
> = {
  logistics: [
    {
      spec: { pickupFrom: "2026-11-25", pickupTo: "2026-11-26", deliveryTo: "2026-11-25" },
      terms: { legs: [{ place: "Horgos", mode: "road", days: 1 }], borderWaitHours: 1 },
    },
    { terms: { borderWaitHours: 1 }, bookedUntil: parseIso("2026-11-25T02:00:00Z") as Instant },
    {},
  ],
  payment: [{ terms: { lockMinutes: 60 } }, { spec: { lockMinutes: 60 } }],
  customs: [{ terms: { hoursToFile: 1, hoursToRelease: 1 } }, { terms: { hoursToReleaseP90: 1 } }, {}],
  inspection: [
    { spec: { date: "2026-11-27" }, terms: { reportHours: 24 } },
    { spec: { date: "2026-11-27", alternativeDate: "2026-11-28" }, terms: { dateSlots: ["2026-11-28"] } },
    { terms: { dateSlots: ["2026-11-28"] } },
    { spec: { type: "container_loading", loadingDate: "2026-11-29" }, terms: { dateSlots: ["2026-11-28"] } },
    {},
  ],
};

/** What times of a kind can be counted from, of kinds whose times wait for several things. */
const STARTS: Readonly<Partial<Record<Service, readonly string[]>>> = {
  customs: ["documents_complete", "draft_answered", "filed", "arrived_hub", "crossed_border", "arrived_port", "gate"],
};

const agreed = (more: object): Agreed => ({
  spec: {},
  terms: {},
  startDate: "2026-11-24" as LocalDate,
  transitDays: { min: 1, max: 2 },
  awaited: null,
  happenedAt: () => AT,
  zones: { origin: ZONE, hub: ZONE, destination: ZONE },
  hubPlaces: ["Horgos"],
  ...more,
});

const fieldsOf = (service: Service): string[] => [
  ...new Set(
    SAID[service].flatMap((one) =>
      Object.values(kindOf(service).dueTimes?.(agreed(one)) ?? {}).flatMap((time) =>
        time ? [`${time.source}.${time.field}`] : [],
      ),
    ),
  ),
];

describe.each(SERVICES)("%s", (service) => {
  test("promises only of its own steps", () => {
    const codes: readonly string[] = SERVICE_KINDS[service].milestones.map(({ code }) => code);
    const promised = SAID[service].flatMap((one) => Object.keys(kindOf(service).dueTimes?.(agreed(one)) ?? {}));
    expect(promised.length).toBeGreaterThan(0);
    expect(promised.every((code) => codes.includes(code))).toBe(true);
  });

  test.each(["en", "zh-CN"])("says in %s where each of its promises stands, and of no other", (locale) => {
    const file = join(import.meta.dirname, `../../messages/${locale}/service-${service}.json`);
    const { due } = JSON.parse(readFileSync(file, "utf8")) as { due: Record<string, Record<string, string>> };
    const worded = Object.entries(due).flatMap(([source, fields]) =>
      Object.keys(fields).map((field) => `${source}.${field}`),
    );
    expect(worded.sort()).toEqual(fieldsOf(service).sort());
  });

  test.each(["en", "zh-CN"])("says in %s what each of its times is counted from, and of nothing else", (locale) => {
    const file = join(import.meta.dirname, `../../messages/${locale}/service-${service}.json`);
    const { dueStart = {} } = JSON.parse(readFileSync(file, "utf8")) as { dueStart?: Record<string, string> };
    expect(Object.keys(dueStart).sort()).toEqual([...(STARTS[service] ?? [])].sort());
  });
});
