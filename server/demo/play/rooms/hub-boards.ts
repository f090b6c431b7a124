import type { Mode } from "../../../../domain/hubs/place";
import { DAY_MS, type Instant, instant, toIso } from "../../../../domain/shared/instant";
import { announceClosure } from "../../../commands/hubs/announce-closure";
import { enterHubState } from "../../../commands/hubs/enter-hub-state";
import type { DemoParties } from "../cast";
import { between, type Random } from "../../plan/random";
import type { Stage } from "../stage";

const WEEKS = 8;
const COUNT_EVERY_DAYS = 3.5;
const COUNTED_HOUR_SHARE = 0.1;

type Counted = {
  readonly hubId: string;
  readonly mode: Mode;
  readonly capacity: number;
  /** Backlog in a usual week, as a share of a day's throughput. */
  readonly usualDays: number;
  readonly opensAt?: string;
  readonly shutsAt?: string;
  readonly source: string;
};

/** What people who stand there count: estimates of the demo, in the size of the crossings' published figures. */
const COUNTED: readonly Counted[] = [
  {
    ...{ hubId: "horgos", mode: "road", capacity: 900, usualDays: 1.4 },
    source: "霍尔果斯口岸现场值守 · Watch at the Horgos crossing",
  },
  {
    ...{ hubId: "horgos", mode: "rail", capacity: 480, usualDays: 2.2 },
    source: "霍尔果斯站货运值班 · Freight desk of Horgos station",
  },
  {
    ...{ hubId: "pingxiang", mode: "road", capacity: 1_500, usualDays: 0.7, opensAt: "07:00", shutsAt: "19:00" },
    source: "友谊关口岸现场值守 · Watch at the Friendship Pass",
  },
];

type Counting = {
  readonly stage: Stage;
  readonly parties: DemoParties;
  readonly now: Instant;
  readonly random: Random;
};

async function count({ stage, parties, now, random }: Counting, counted: Counted): Promise<void> {
  const { capacity, usualDays, ...said } = counted;
  let days = usualDays;
  for (let back = WEEKS * 7; back >= 0; back -= COUNT_EVERY_DAYS) {
    // A queue comes back to its usual length, with a push now and then.
    days += (usualDays - days) * 0.35 + between(random, -0.3, 0.36) * usualDays;
    const throughputPerDay = Math.round(capacity * between(random, 0.78, 0.97));
    const at = instant(Math.round(now - (back + COUNTED_HOUR_SHARE) * DAY_MS));
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

/** Eight weeks of counts at the two hubs that most of the demo's trucks cross, with what closes them. */
export async function keepBoards(counting: Counting): Promise<void> {
  for (const counted of COUNTED) await count(counting, counted);
  await close(counting);
}
