import type { Hub } from "../../../../domain/hubs/hub";
import { waitKey } from "../../../../domain/hubs/network/prepare-network";
import type { Mode } from "../../../../domain/hubs/place";
import { DAY_MS, type Instant, instant, toIso } from "../../../../domain/shared/instant";
import { dayOf } from "../../../../domain/shared/local-date";
import { announceClosure } from "../../../commands/hubs/announce-closure";
import { enterHubState } from "../../../commands/hubs/enter-hub-state";
import type { DemoParties } from "../cast";
import type { World } from "../../plan/plan-movement";
import { between, type Random } from "../../plan/random";
import type { Stage } from "../stage";

/** The named hubs' boards go back two months, the others' as far as a queue is forgotten. */
const NAMED_WEEKS = 8;
const OTHER_WEEKS = 2;
const COUNT_EVERY_DAYS = 3.5;
const COUNTED_HOUR_SHARE = 0.1;

type Counted = {
  readonly hubId: string;
  readonly mode: Mode;
  /** Trucks or wagons a day that the crossing lets through at most, in one direction. */
  readonly capacity: number;
  readonly weeks: number;
  readonly opensAt?: string;
  readonly shutsAt?: string;
  readonly source: string;
};

/** What people who stand there count: estimates of the demo, in the size of the crossings' published figures. */
const NAMED: readonly Counted[] = [
  {
    ...{ hubId: "horgos", mode: "road", capacity: 900, weeks: NAMED_WEEKS },
    source: "霍尔果斯口岸现场值守 · Watch at the Horgos crossing",
  },
  {
    ...{ hubId: "horgos", mode: "rail", capacity: 480, weeks: NAMED_WEEKS },
    source: "霍尔果斯站货运值班 · Freight desk of Horgos station",
  },
  {
    ...{ hubId: "pingxiang", mode: "road", capacity: 1_500, weeks: NAMED_WEEKS, opensAt: "07:00", shutsAt: "19:00" },
    source: "友谊关口岸现场值守 · Watch at the Friendship Pass",
  },
  {
    ...{ hubId: "suifenhe", mode: "road", capacity: 360, weeks: NAMED_WEEKS, opensAt: "09:00", shutsAt: "19:00" },
    source: "绥芬河公路口岸现场值守 · Watch at the Suifenhe road crossing",
  },
];

/** Trucks a day that the other road crossings let through at most, in one direction. */
const OTHER_CAPACITY: Readonly<Record<string, number>> = {
  ...{ alashankou: 320, dandong: 260, dongxing: 600, erenhot: 520, gyirong: 70, heihe: 220, hekou: 450, hunchun: 180 },
  ...{ irkeshtam: 240, khunjerab: 60, manzhouli: 480, mohan: 550, ruili: 650, torugart: 160, zhangmu: 40 },
};

const countedAt = (hubs: ReadonlyMap<string, Hub>): Counted[] => [
  ...NAMED,
  ...Object.entries(OTHER_CAPACITY).map(([hubId, capacity]) => ({
    ...{ hubId, mode: "road" as const, capacity, weeks: OTHER_WEEKS },
    source: `${hubs.get(hubId)?.nameZh ?? hubId}口岸现场值守 · Watch at the ${hubs.get(hubId)?.nameEn ?? hubId} crossing`,
  })),
];

type Counting = {
  readonly world: World;
  readonly hubs: ReadonlyMap<string, Hub>;
  readonly stage: Stage;
  readonly parties: DemoParties;
  readonly now: Instant;
  readonly random: Random;
};

/** A queue at `at` in days of throughput, as long as the month's planning figure says. */
function usualDays({ world }: Counting, { hubId, mode }: Counted, at: Instant): number {
  const month = Number(dayOf(at).slice(5, 7));
  return (world.network.waits.get(waitKey(hubId, mode, month))?.hours ?? 24) / 24;
}

async function count(counting: Counting, counted: Counted): Promise<void> {
  const { stage, parties, now, random } = counting;
  const { capacity, weeks, ...said } = counted;
  let days: number | null = null;
  for (let back = weeks * 7; back >= 0; back -= COUNT_EVERY_DAYS) {
    const at = instant(Math.round(now - (back + COUNTED_HOUR_SHARE) * DAY_MS));
    // A queue comes back to its usual length, with a push now and then.
    const usual = usualDays(counting, counted, at);
    days ??= usual;
    days += (usual - days) * 0.5 + between(random, -0.15, 0.18) * usual;
    const throughputPerDay = Math.round(capacity * between(random, 0.78, 0.97));
    const backlog = Math.max(0, Math.round(days * throughputPerDay));
    const state = { ...said, backlog, throughputPerDay, capacityPerDay: capacity };
    await stage.must(at, parties.administrator, enterHubState, state);
  }
}

/** A past closure, and one that trucks have to reckon with. */
async function close({ stage, parties, now }: Counting): Promise<void> {
  const at = (days: number) => instant(now + days * DAY_MS);
  const announce = (announced: number, from: number, to: number, closure: object) =>
    stage.must(at(announced), parties.administrator, announceClosure, {
      ...{ from: toIso(at(from)), to: toIso(at(to)) },
      ...closure,
    });
  await announce(-24, -20, -19.25, {
    ...{ hubId: "pingxiang", mode: "road" },
    reason: "检验检疫系统切换，货运通道暂停。 · The quarantine system is switched over; freight lanes stand still.",
    source: "友谊关海关通告 · Notice of Friendship Pass customs",
  });
  await announce(-2, 6, 7.5, {
    ...{ hubId: "horgos", mode: "road" },
    reason:
      "哈方一侧大型集装箱检查设备检修，货车通道关闭。 · The scanner on the Kazakh side is overhauled; truck lanes are closed.",
    source: "霍尔果斯口岸管委会通告 · Notice of the Horgos port administration",
  });
}

/** Counts at every border hub, eight weeks of them at the named ones, with what closes them. */
export async function keepBoards(counting: Counting): Promise<void> {
  for (const counted of countedAt(counting.hubs)) await count(counting, counted);
  await close(counting);
}
