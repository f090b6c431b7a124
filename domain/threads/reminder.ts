import type { Mover } from "../orders/order-turn";
import type { Side } from "../orders/slots/slot";
import { accept, type Refusal, refuse, type Result } from "../shared/result";
import { CHINA_OFFSET_MS, DAY_MS, HOUR_MS, type Instant, instant, later } from "../shared/time";

/** Whose turn it is between the two sides, and since when. */
export type Awaited = { readonly side: Side; readonly since: Instant };

/** Working hours that a side has before it may be reminded. */
export const REMIND_AFTER_HOURS = 4;
export const REMIND_AGAIN_MS = DAY_MS;

const OPENS_HOUR = 9;
const CLOSES_HOUR = 18;

/** Sunday is 0. */
const weekdayOf = (localMs: number): number => (Math.floor(localMs / DAY_MS) + 4) % 7;

/**
 * The moment at which so many working hours have passed since: Monday to Friday, 9 to 18 by the market's clock. Holidays count as working days,
 * since the two sides keep different ones.
 */
export function afterWorkingHours(since: Instant, hours: number): Instant {
  let at = since + CHINA_OFFSET_MS;
  let leftMs = hours * HOUR_MS;
  for (;;) {
    const day = Math.floor(at / DAY_MS) * DAY_MS;
    const [opens, closes] = [day + OPENS_HOUR * HOUR_MS, day + CLOSES_HOUR * HOUR_MS];
    const isRest = weekdayOf(at) === 0 || weekdayOf(at) === 6;
    const from = Math.max(at, opens);
    if (!isRest && from < closes) {
      if (from + leftMs <= closes) return instant(from + leftMs - CHINA_OFFSET_MS);
      leftMs -= closes - from;
    }
    at = day + DAY_MS;
  }
}

type Turn = {
  /** Who moves the order; null where there is none yet. */
  readonly mover: Mover | null;
  /** When anything was last recorded of the order. */
  readonly movedAt: Instant | null;
  /** The last message, and who wrote it. */
  readonly last: { readonly by: Side; readonly at: Instant } | null;
};

const OTHER: Readonly<Record<Side, Side>> = { buyer: "provider", provider: "buyer" };

/** What one side waits for of the other: its turn in the order, else an answer to the last message; null where it waits for nothing. */
export function awaitedBy(side: Side, { mover, movedAt, last }: Turn): Awaited | null {
  const other = OTHER[side];
  if (movedAt !== null && (mover === other || mover === "parties")) return { side: other, since: movedAt };
  return last?.by === side ? { side: other, since: last.at } : null;
}

export type RemindRefusal = Refusal<"not_their_turn" | "reminder_too_early" | "reminded_lately">;

/**
 * Whether a side may remind the other: it has to be the other's turn (`not_their_turn`) for four working hours (`reminder_too_early`), and 24 hours
 * have to lie between two reminders of one thread (`reminded_lately`); both say from when on it may.
 */
export function mayRemind(
  awaited: Awaited | null,
  remindedAt: Instant | null,
  now: Instant,
): Result<Awaited, RemindRefusal> {
  if (awaited === null) return refuse("not_their_turn");
  const again = remindedAt === null ? null : later(remindedAt, REMIND_AGAIN_MS);
  if (again !== null && now < again) return refuse("reminded_lately", { from: again });
  const from = afterWorkingHours(awaited.since, REMIND_AFTER_HOURS);
  return now < from ? refuse("reminder_too_early", { from }) : accept(awaited);
}
