import "server-only";
import type { Reader } from "@/db/database";
import { latestStates } from "@/db/repositories/hub-board";
import type { Actor } from "@/domain/access/actor";
import { may } from "@/domain/access/policy";
import { boardKey } from "@/domain/hubs/board/board";
import type { BoardRow } from "@/domain/hubs/board/board-view";
import { isAhead } from "@/domain/hubs/board/closure";
import { type Instant, instant } from "@/domain/shared/instant";
import { knownHubIn } from "../known-hub";
import { readBoard } from "../read-board";
import { modeNow } from "./hub-board";
import { namedHub } from "./names";
import { world } from "./network";

const EVER = instant(0);

/** The boards of all hubs, land borders and those with figures first; null to all but administrators. */
export async function boardRows(read: Reader, viewer: Actor, now: Instant): Promise<BoardRow[] | null> {
  if (!may(viewer, "board.change")) return null;
  const of = await world(read);
  const board = await readBoard(read, now);
  const states = await latestStates(read, EVER);
  const rows = [...of.hubs.keys()].flatMap((hubId): BoardRow[] => {
    const known = knownHubIn(of, hubId);
    if (!known) return [];
    const { zone: _, ...hub } = namedHub(of, hubId);
    return [
      {
        hub,
        states: known.modes.flatMap((mode) => states.get(boardKey(hubId, mode)) ?? []),
        now: known.modes.map((mode) => modeNow(board, hubId, mode)),
        closureCount: board.closures.filter((one) => one.hubId === hubId && isAhead(one, now)).length,
      },
    ];
  });
  const rank = ({ hub, states: own, closureCount }: BoardRow) =>
    (own.length > 0 || closureCount > 0 ? 0 : 2) + (hub.isBorderHub ? 0 : 1);
  return rows.sort((a, b) => rank(a) - rank(b) || (a.hub.nameEn < b.hub.nameEn ? -1 : 1));
}
