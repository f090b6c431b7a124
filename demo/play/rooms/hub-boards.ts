import type { Hub } from "../../../domain/hubs/hub";
import { DAY_MS, HOUR_MS, type Instant, later, toIso } from "../../../domain/shared/instant";
import { dayOf, startOfDay } from "../../../domain/shared/local-date";
import { announceClosure } from "@/server/hubs/announce-closure";
import { enterHubState } from "@/server/hubs/enter-hub-state";
import { backToMidday, deskTime } from "../../plan/calendar";
import type { DemoParties } from "../cast";
import type { World } from "../../plan/plan-movement";
import type { Queue } from "../../plan/queues";
import type { Stage } from "../stage";

/** The boards of the market go back so far: long enough that own crossings can be held against them. */
const BOARD_WEEKS = 14;

/** Who counts at the crossings that people watch; at the others the crossing's own watch does. */
const WATCHES: Readonly<Record<string, string>> = {
  "horgos/road": "霍尔果斯口岸现场值守 · Watch at the Horgos crossing",
  "horgos/rail": "霍尔果斯站货运值班 · Freight desk of Horgos station",
  "pingxiang/road": "友谊关口岸现场值守 · Watch at the Friendship Pass",
  "suifenhe/road": "绥芬河公路口岸现场值守 · Watch at the Suifenhe road crossing",
};

type Counting = {
  readonly world: World;
  readonly hubs: ReadonlyMap<string, Hub>;
  readonly stage: Stage;
  readonly parties: DemoParties;
  readonly now: Instant;
};

async function count({ stage, parties, now, hubs }: Counting, { crossing, counts }: Queue): Promise<void> {
  const { capacityPerDay, usualHours: _, ...said } = crossing;
  const hub = hubs.get(said.hubId);
  const [zh, en] = [hub?.nameZh ?? said.hubId, hub?.nameEn ?? said.hubId];
  const source =
    WATCHES[`${said.hubId}/${said.mode}`] ??
    (said.mode === "rail"
      ? `${zh}站货运值班 · Freight desk of ${en} station`
      : `${zh}口岸现场值守 · Watch at the ${en} crossing`);
  for (const { at, hours, throughputPerDay } of counts.filter((one) => one.at > now - BOARD_WEEKS * 7 * DAY_MS)) {
    const backlog = Math.round((hours / 24) * throughputPerDay);
    const state = { ...said, source, backlog, throughputPerDay, capacityPerDay };
    await stage.must(at, parties.administrator, enterHubState, state);
  }
}

/** A past closure, and one that trucks have to reckon with. */
async function close({ stage, parties, now }: Counting): Promise<void> {
  /** That hour of the day in China, so many days from the present; what is past on the days of the story that it delays. */
  const back = backToMidday(now, -24);
  const at = (days: number, hour: number) =>
    later(startOfDay(dayOf(deskTime(now, days * 24, days < -3 ? back : 0))), hour * HOUR_MS);
  const announce = (announced: number, times: readonly [Instant, Instant], closure: object) =>
    stage.must(at(announced, 10), parties.administrator, announceClosure, {
      ...{ from: toIso(times[0]), to: toIso(times[1]) },
      ...closure,
    });
  await announce(-24, [at(-20, 14), at(-19, 8)], {
    ...{ hubId: "pingxiang", mode: "road" },
    reason: "检验检疫系统切换，货运通道暂停通行。 · The quarantine system is switched over; freight lanes stand still.",
    source: "友谊关海关通告 · Notice of Friendship Pass customs",
  });
  await announce(-2, [at(6, 8), at(7, 20)], {
    ...{ hubId: "horgos", mode: "road" },
    reason:
      "哈方一侧大型集装箱检查设备检修，货车通道关闭。 · The scanner on the Kazakh side is overhauled; truck lanes are closed.",
    source: "霍尔果斯口岸管委会通告 · Notice of the Horgos port administration",
  });
}

/** Weeks of counts at every border hub, with what closes them. */
export async function keepBoards(counting: Counting): Promise<void> {
  for (const queue of counting.world.queues) await count(counting, queue);
  await close(counting);
}
