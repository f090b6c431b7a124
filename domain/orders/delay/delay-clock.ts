import { tierAt } from "../../services/charge";
import { DAY_MS, HOUR_MS, type Instant, later } from "../../shared/time";
import { type Currency, type Money, money } from "../../shared/money";
import { type Closure, type Span, covers, cut, lengthMs } from "./time-spans";
import { DELAY_PAYERS, type DelayPayer, type DelayReason, payerOf } from "./reasons";
import type { WaitingPrice } from "./waiting-terms";

/** A part of a wait for which a party has given the reason. */
export type ReasonedSpan = Span & { readonly id: string; readonly reason: DelayReason; readonly isObjected: boolean };

export type DelayQuestion = {
  /** When the truck stood, in order; what lies between two of them counts for nothing. */
  readonly stays: readonly Span[];
  readonly freeHours: number;
  /** Closures of the hubs, each while the truck stood there; they count only where the clause takes them out. */
  readonly closures: readonly Closure[];
  readonly areClosuresExcluded: boolean;
  /** No two of them meet. */
  readonly reasons: readonly ReasonedSpan[];
  readonly prices: readonly WaitingPrice[];
  readonly trucks: number;
  readonly currency: Currency;
};

/** A stretch of the wait of which one thing is true: it is free, does not count, or is charged. */
export type DelayPiece = Span & {
  readonly as: "free" | "excluded" | "charged";
  readonly reason: DelayReason | null;
  readonly reasonId: string | null;
  readonly payer: DelayPayer;
  readonly isObjected: boolean;
};

/** One begun day after free time, counted in the hours that count; the last may be shorter and is whole all the same. */
export type DelayDay = { readonly number: number; readonly countedMs: number; readonly payer: DelayPayer };

/** One charge of the bid: so many begun days of each payer at this price. */
export type DelayLine = {
  readonly code: WaitingPrice["code"];
  readonly unitPrice: Money;
  readonly trucks: number;
  readonly payer: DelayPayer;
  readonly days: number;
  readonly amount: Money;
};

export type DelayReckoning = {
  readonly pieces: readonly DelayPiece[];
  readonly freeMs: number;
  readonly excludedMs: number;
  readonly chargedMs: number;
  readonly days: readonly DelayDay[];
  readonly lines: readonly DelayLine[];
  /** By who pays; what nobody answers for is borne where it fell, and is charged to neither. */
  readonly totals: Readonly<Record<Exclude<DelayPayer, "nobody">, Money>>;
  /** Of the totals, what stands on a reason that the other side has objected to. */
  readonly isContested: boolean;
};

type Stretch = Omit<DelayPiece, "as"> & { readonly isExcluded: boolean };

/** The wait cut wherever something about it changes, with what is true of each part. */
function stretchesOf({ stays, closures, areClosuresExcluded, reasons }: DelayQuestion): Stretch[] {
  const shut = areClosuresExcluded ? closures : [];
  const edges = [...shut, ...reasons].flatMap(({ from, to }) => [from, to]);
  const spans = stays.flatMap((stay) => cut(stay, edges));
  return spans.map((span) => {
    const given = reasons.find((one) => covers(one, span.from));
    const reason = given?.reason ?? null;
    const isShut = shut.some((closure) => covers(closure, span.from));
    return {
      ...span,
      reason,
      reasonId: given?.id ?? null,
      payer: payerOf(reason),
      isObjected: given?.isObjected ?? false,
      isExcluded: isShut || (areClosuresExcluded && reason === "closure"),
    };
  });
}

/** Free time is used up by the hours that count, first to last; a stretch in which it ends is two pieces. */
function piecesOf(stretches: readonly Stretch[], freeHours: number): DelayPiece[] {
  let leftMs = freeHours * HOUR_MS;
  return stretches.flatMap(({ isExcluded, ...span }): DelayPiece[] => {
    if (isExcluded) return [{ ...span, as: "excluded" }];
    const freeMs = Math.min(leftMs, lengthMs(span));
    leftMs -= freeMs;
    const turn = later(span.from, freeMs);
    const free: DelayPiece[] = freeMs > 0 ? [{ ...span, to: turn, as: "free" }] : [];
    return turn < span.to ? [...free, { ...span, from: turn, as: "charged" }] : free;
  });
}

/** Neighbours of which the same is true are one piece. */
function joined(pieces: readonly DelayPiece[]): DelayPiece[] {
  const result: DelayPiece[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    const isSame = last?.as === piece.as && last.reasonId === piece.reasonId && last.to === piece.from;
    if (last && isSame) result.splice(-1, 1, { ...last, to: piece.to });
    else result.push(piece);
  }
  return result;
}

/** Days of 24 hours that count. Each is paid by who answers for the greater part of it; of equal parts by the one that came first. */
function daysOf(charged: readonly DelayPiece[]): DelayDay[] {
  const days: { countedMs: number; ofPayer: Map<DelayPayer, number> }[] = [];
  for (const piece of charged) {
    let leftMs = lengthMs(piece);
    while (leftMs > 0) {
      let day = days.at(-1);
      if (!day || day.countedMs === DAY_MS) {
        day = { countedMs: 0, ofPayer: new Map() };
        days.push(day);
      }
      const takenMs = Math.min(leftMs, DAY_MS - day.countedMs);
      day.countedMs += takenMs;
      day.ofPayer.set(piece.payer, (day.ofPayer.get(piece.payer) ?? 0) + takenMs);
      leftMs -= takenMs;
    }
  }
  return days.map(({ countedMs, ofPayer }, place) => {
    const most = Math.max(...ofPayer.values());
    const payer = [...ofPayer].find(([, ms]) => ms === most)?.[0] ?? "buyer";
    return { number: place + 1, countedMs, payer };
  });
}

/** What the clocks of an order's trucks at one place have begun: a price of a truck's day counts all of it, and a price of the whole is of one clock. */
type Begun = { readonly truckDays: number; readonly isOfWhole: boolean };

function linesOf(days: readonly DelayDay[], question: DelayQuestion, { truckDays, isOfWhole }: Begun): DelayLine[] {
  const { trucks, currency } = question;
  const prices = question.prices.filter(({ isPerTruck }) => isPerTruck || isOfWhole);
  return prices.flatMap((price) => {
    const counted = price.isPerTruck ? trucks : 1;
    const tier = tierAt(price.tiers, (price.isPerTruck ? truckDays : days.length) * 1_000);
    const unit = BigInt(tier?.unitPriceMinor ?? price.unitPriceMinor);
    return DELAY_PAYERS.flatMap((payer) => {
      const count = days.filter((day) => day.payer === payer).length;
      if (count === 0) return [];
      const isCharged = payer !== "nobody";
      return {
        code: price.code,
        unitPrice: money(unit, currency),
        trucks: counted,
        payer,
        days: count,
        amount: money(isCharged ? unit * BigInt(count * counted) : 0n, currency),
      };
    });
  });
}

type Measured = {
  readonly question: DelayQuestion;
  readonly pieces: readonly DelayPiece[];
  readonly days: readonly DelayDay[];
};

function measured(question: DelayQuestion): Measured {
  const pieces = joined(piecesOf(stretchesOf(question), question.freeHours));
  return { question, pieces, days: daysOf(pieces.filter(({ as }) => as === "charged")) };
}

function reckoned({ question, pieces, days }: Measured, begun: Begun): DelayReckoning {
  const of = (as: DelayPiece["as"]) => pieces.filter((piece) => piece.as === as);
  const sumMs = (list: readonly Span[]) => list.reduce((all, span) => all + lengthMs(span), 0);
  const lines = linesOf(days, question, begun);
  const total = (payer: DelayPayer) =>
    money(
      lines.reduce((all, line) => (line.payer === payer ? all + line.amount.minor : all), 0n),
      question.currency,
    );
  return {
    pieces,
    freeMs: sumMs(of("free")),
    excludedMs: sumMs(of("excluded")),
    chargedMs: sumMs(of("charged")),
    days,
    lines,
    totals: { buyer: total("buyer"), provider: total("provider") },
    isContested: pieces.some(({ as, isObjected }) => as !== "free" && isObjected),
  };
}

/**
 * What the clocks of an order's trucks at one place come to, each for itself. Hours that a clause takes out do not count at all; the first
 * `freeHours` of those that count are free; after that each begun day of 24 counted hours is charged at the bid's prices, times the trucks
 * where the price is a truck's, to whoever answers for the greater part of it. Goods that were sent on to another hub have waited once: neither
 * free time nor a day begins anew there. A tier counts the days of all the trucks; a price of the whole is charged once, by the clock that has
 * begun the most days. Every step of the sum is in the answer.
 */
export function reckonDelays(questions: readonly DelayQuestion[]): DelayReckoning[] {
  const clocks = questions.map(measured);
  const truckDays = clocks.reduce((all, { question, days }) => all + days.length * question.trucks, 0);
  const most = Math.max(...clocks.map(({ days }) => days.length));
  const longest = clocks.findIndex(({ days }) => days.length === most);
  return clocks.map((clock, place) => reckoned(clock, { truckDays, isOfWhole: place === longest }));
}

/** When the next begun day is charged, or the first one where free time still runs; null for a wait that is over. */
export function nextChargeAt(
  { pieces, freeMs, chargedMs }: DelayReckoning,
  of: { readonly freeHours: number; readonly isRunning: boolean; readonly now: Instant },
): Instant | null {
  if (!of.isRunning || pieces.at(-1)?.as === "excluded") return null;
  const leftFreeMs = of.freeHours * HOUR_MS - freeMs;
  if (chargedMs === 0) return later(of.now, leftFreeMs);
  const intoDayMs = chargedMs % DAY_MS;
  return later(of.now, intoDayMs === 0 ? 0 : DAY_MS - intoDayMs);
}
