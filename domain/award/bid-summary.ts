import { CHARGE_CODES, type ChargeCode } from "../services/charge";
import { assert } from "../shared/result";
import type { Instant } from "../shared/time";
import { type Currency, divideHalfUp, type Money, money } from "../shared/money";
import { type BidContent, splitTotal } from "../bidding/bid";
import type { Comparable, Compared } from "./compare";
import type { PayoutOutcome } from "./payout";

/** An offer of an opened bid, as far as it is told apart from the others. */
export type SummedUpOffer = Comparable & {
  /** The bid's id, with the number of an alternative behind it: what a choice names. */
  readonly choiceId: string;
  readonly isExpired: boolean;
  /** When its quote ends, of a service that quotes rates. */
  readonly quoteExpiresAt: Instant | null;
  readonly content: BidContent;
  /** What a payment bid comes to, or why nobody can say; null for other services. */
  readonly payout: PayoutOutcome | null;
};

type Cell = Compared<SummedUpOffer>;

type Summarised = {
  readonly cells: readonly Cell[];
  readonly isReadable: boolean;
  /** Null before the award. */
  readonly award: object | null;
};

/**
 * One thing that tells the bids of a request apart. It names the bid that it speaks of, or one of its alternatives by its choice id, the bid
 * beside which it says so, and the lines that it speaks of; its figures are figures of those bids or the difference of two of them.
 */
export type Remark = { readonly bidId: string } & (
  | { readonly kind: "only" }
  /** Its price below the next, in basis points of the next. */
  | { readonly kind: "cheapest"; readonly comparedId: string; readonly bps: number }
  | { readonly kind: "payee_receives" | "payer_pays"; readonly comparedId: string; readonly difference: Money }
  /** Of the cheapest: its longest days above those of the fastest. */
  | { readonly kind: "slower"; readonly comparedId: string; readonly days: number }
  | { readonly kind: "fastest"; readonly comparedId: string; readonly days: number }
  | { readonly kind: "leaves_out" | "lacks" | "on_use"; readonly codes: readonly ChargeCode[] }
  | { readonly kind: "passed_through"; readonly codes: readonly ChargeCode[]; readonly amount: Money }
  /** Its validity, or of a payment the quote of its rate, which ends before the bid does. */
  | { readonly kind: "ends_first" | "quote_ends_first"; readonly at: Instant }
  | { readonly kind: "no_rate"; readonly currency: Currency }
  | { readonly kind: "expired"; readonly at: Instant }
);

const BPS = 10_000n;

type Ranked<Value> = { readonly best: Cell; readonly next: Cell; readonly of: readonly [Value, Value] };

/** The one bid that is best at a figure, and the next; null where two share the best, or where the figure of one is not known. */
function rank<Value extends number | bigint>(
  cells: readonly Cell[],
  figureOf: (cell: Cell) => Value | null,
): Ranked<Value> | null {
  const figures = cells.map((cell) => ({ cell, figure: figureOf(cell) }));
  const known = figures.filter((one): one is { cell: Cell; figure: Value } => one.figure !== null);
  const [best, next] = known.sort((a, b) => (a.figure < b.figure ? -1 : Number(a.figure > b.figure)));
  if (!best || !next || known.length < cells.length || best.figure === next.figure) return null;
  return { best: best.cell, next: next.cell, of: [best.figure, next.figure] };
}

/** Price and speed: what is cheapest or leaves the most, what is fastest, and how much slower the cheapest is. */
function ofPriceAndDays(cells: readonly Cell[]): Remark[] {
  const daysOf = (cell: Cell) => cell.transitDays.max;
  const fast = rank(cells, daysOf);
  const fastest: Remark[] = fast
    ? [{ kind: "fastest", bidId: fast.best.bidId, comparedId: fast.next.bidId, days: fast.of[1] - fast.of[0] }]
    : [];
  const cheap = rank(cells, ({ amount }) => amount?.minor ?? null);
  const bps = cheap ? Number(divideHalfUp((cheap.of[1] - cheap.of[0]) * BPS, cheap.of[1])) : 0;
  if (!cheap || bps === 0) return fastest;
  const { best, next } = cheap;
  const cheapest: Remark = { kind: "cheapest", bidId: best.bidId, comparedId: next.bidId, bps };
  const days = fast ? daysOf(best) - daysOf(fast.best) : 0;
  if (!fast || days === 0) return [cheapest, ...fastest];
  return [cheapest, { kind: "slower", bidId: best.bidId, comparedId: fast.best.bidId, days }, ...fastest];
}

/** What a payment comes to: the bid that leaves its payee most, or costs its payer least. */
function ofPayout(cells: readonly Cell[]): Remark[] {
  const payouts = cells.map(({ payout }) => (payout?.ok ? payout.value : null));
  const [first] = payouts;
  if (!first || payouts.some((payout) => payout?.side !== first.side)) return [];
  const isMost = first.side === "payee_receives";
  const ranked = rank(cells, ({ payout }) => (payout?.ok ? payout.value.amount.minor * (isMost ? -1n : 1n) : null));
  if (!ranked) return [];
  const difference = money(ranked.of[1] - ranked.of[0], first.amount.currency);
  return [{ kind: first.side, bidId: ranked.best.bidId, comparedId: ranked.next.bidId, difference }];
}

const codesOf = (cell: Cell, isMeant: (line: Cell["content"]["lines"][number]) => boolean = () => true) => {
  const codes = new Set(cell.content.lines.filter(isMeant).map(({ code }) => code));
  return CHARGE_CODES.filter((code) => codes.has(code));
};

/** Lines that are priced and enter no total: they are due only if it happens. */
const onUse = (cell: Cell) => codesOf(cell, ({ amountMinor }) => amountMinor === null);

/**
 * What one bid's lines say beside those of the others: what it leaves out or has no line for, what is due on use where not every bid bills it
 * so, and what is passed through.
 */
function ofLines(cell: Cell, cells: readonly Cell[]): Remark[] {
  const { bidId, content } = cell;
  const own = new Set<ChargeCode>([...codesOf(cell), ...content.exclusions]);
  const others = cells.filter((one) => one !== cell);
  const priced = new Set(others.flatMap((one) => codesOf(one)));
  const isOfAll = (code: ChargeCode) => others.length > 0 && others.every((one) => onUse(one).includes(code));
  const { passThrough } = splitTotal(content);
  const listed = [
    { kind: "leaves_out", codes: CHARGE_CODES.filter((code) => content.exclusions.includes(code)) },
    { kind: "lacks", codes: CHARGE_CODES.filter((code) => priced.has(code) && !own.has(code)) },
    { kind: "on_use", codes: onUse(cell).filter((code) => !isOfAll(code)) },
  ] as const;
  const passed = codesOf(cell, (line) => splitTotal({ ...content, lines: [line] }).passThrough.minor !== 0n);
  return [
    ...listed.flatMap((one): Remark[] => (one.codes.length > 0 ? [{ bidId, ...one }] : [])),
    ...(passThrough.minor === 0n
      ? []
      : [{ bidId, kind: "passed_through" as const, codes: passed, amount: passThrough }]),
  ];
}

const endOf = ({ quoteExpiresAt, validUntil }: Cell): Instant => quoteExpiresAt ?? validUntil;

function ofTime(standing: readonly Cell[]): Remark[] {
  const first = rank(standing, endOf);
  if (!first) return [];
  const at = endOf(first.best);
  return [{ kind: at < first.best.validUntil ? "quote_ends_first" : "ends_first", bidId: first.best.bidId, at }];
}

/**
 * What tells the opened bids of one request apart, in the order of weight: price and payout, days, lines, validity, and what cannot be
 * compared or chosen. Reckoned from the figures of the comparison and from nothing else; bids that have ended are held against nobody. A word for
 * the best needs one that is alone best and a figure of every other. After the award nothing is said of what can still be chosen and until when. Refuses to speak of bids that nobody may read.
 */
export function summariseBids({ cells: offers, isReadable, award }: Summarised): Remark[] {
  assert(isReadable || offers.length === 0, "only opened bids are summed up");
  // An alternative is told apart like a bid of its own.
  const cells = offers.map((offer) => ({ ...offer, bidId: offer.choiceId }));
  const standing = cells.filter((cell) => !cell.isExpired);
  const isDecided = award !== null;
  const isPayment = standing.some(({ payout }) => payout !== null);
  const [only] = standing;
  return [
    ...(only && standing.length === 1 && !isDecided ? [{ kind: "only" as const, bidId: only.bidId }] : []),
    ...(isPayment ? ofPayout(standing) : []),
    ...(isPayment ? ofPriceAndDays(standing).filter(({ kind }) => kind === "fastest") : ofPriceAndDays(standing)),
    ...standing.flatMap((cell) => ofLines(cell, standing)),
    ...(isDecided ? [] : ofTime(standing)),
    ...standing.flatMap(({ bidId, amount, total }): Remark[] =>
      amount === null ? [{ kind: "no_rate", bidId, currency: total.currency }] : [],
    ),
    ...cells.flatMap((cell): Remark[] =>
      cell.isExpired && !isDecided ? [{ kind: "expired", bidId: cell.bidId, at: endOf(cell) }] : [],
    ),
  ];
}
