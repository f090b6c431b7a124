import fc from "fast-check";
import { HOUR_MS } from "../../domain/shared/time";
import { type Act, act } from "./act";
import { amend, award, cancel, close, open } from "./asking";
import { bidAtTheEnd, confirm, revise, sendUnread, submit, withdraw } from "./bidding";
import * as curing from "./curing";
import * as deciding from "./deciding";
import { PROVIDERS, type Provider, READERS } from "./market";
import { CALLS, cutOff, hear, restart } from "./process";
import { race, raceAmend } from "./races";
import { pass, passToClose, toTheOpening } from "./time";

const provider = fc.constantFrom(...PROVIDERS);
const paper = fc.constantFrom(...curing.PAPERS);
const moment = fc.constantFrom(0 as const, 1 as const);
const mended = fc.record<Papers>({
  by: provider,
  isSent: fc.boolean(),
  judged: fc.constantFrom("taken", "refused", "clock", "nobody"),
  end: fc.constantFrom("itself", "other", "rejected", "nothing"),
});
const price = fc.integer({ min: 1_000, max: 999_999 });
const hours = fc.constantFrom(0.5, 6, 20, 30, 60).map((count) => count * HOUR_MS);

const always = fc.constant;
const person = fc.constantFrom("buyer" as const, "colleague" as const);
const deathIn = fc.constantFrom(...(Object.keys(CALLS) as (keyof typeof CALLS)[]));

type Weighted = readonly (readonly [times: number, act: fc.Arbitrary<Act>])[];

const listOf = (weighted: Weighted): fc.Arbitrary<Act>[] =>
  weighted.flatMap(([times, one]) => Array.from({ length: times }, () => one));

/** What may happen at any time. */
const ANY_TIME: Weighted = [
  [2, fc.tuple(hours, fc.boolean()).map(([ms, doRun]) => pass(ms, doRun))],
  [2, fc.tuple(deathIn, provider, price).map((of) => cutOff(...of))],
  [1, always(restart())],
  [2, fc.tuple(fc.constantFrom(...READERS), fc.integer({ min: 1, max: 5 })).map((of) => hear(...of))],
  [1, always(cancel())],
  [1, always(close())],
];

/** Until the close, with what is too early then. */
export const BIDDING = listOf([
  ...ANY_TIME,
  [6, fc.tuple(provider, price).map(([by, minor]) => submit(by, minor))],
  [2, fc.tuple(provider, price).map(([by, minor]) => revise(by, minor))],
  [3, provider.map(confirm)],
  [2, fc.tuple(provider, price, fc.boolean()).map((of) => sendUnread(...of))],
  [1, provider.map(withdraw)],
  [3, always(amend())],
  [1, always(amend(HOUR_MS))],
  [1, moment.map(passToClose)],
  [1, fc.tuple(provider, price).map(([by, minor]) => bidAtTheEnd(by, minor))],
  [1, fc.tuple(provider, price).map(([by, minor]) => race(by, minor))],
  [1, fc.tuple(provider, price).map(([by, minor]) => raceAmend(by, minor))],
  [1, provider.map((to) => award(to))],
  [1, person.map(open)],
  [1, always(deciding.reject())],
  [1, provider.map(deciding.counter)],
  [1, provider.map(deciding.disqualify)],
  [1, fc.tuple(provider, paper).map((of) => curing.miss(...of))],
]);

export const OPENING: fc.Arbitrary<readonly Act[]> = fc.oneof(
  always([]),
  always([toTheOpening()]),
  always([toTheOpening()]),
);

/** Two bids that are opened, so that runs come to what is done with them. */
export const OPENED: readonly Act[] = [submit("provider", 2_000), submit("provider2", 3_000), toTheOpening()];

const inTurn = (name: string, acts: readonly Act[]): Act =>
  act(name, async (model, real) => {
    for (const one of acts) await one.run(model, real);
  });

/** Offers as many as there may be and one more, each of them answered when its time is over. */
const bargain = (by: Provider): Act[] =>
  [1, 2, 3].flatMap(() => [deciding.counter(by), pass(24 * HOUR_MS, false), deciding.acceptCounter(by)]);

type Papers = {
  readonly by: Provider;
  readonly isSent: boolean;
  /** By the buyer, by the clock at its end, or by nobody yet though their time is over. */
  readonly judged: "taken" | "refused" | "clock" | "nobody";
  /** What the buyer decides then. */
  readonly end: "itself" | "other" | "rejected" | "nothing";
};

/** Papers are missed, sent or not, and judged or not; all that is refused meanwhile is tried too. */
function papers({ by, isSent, judged, end }: Papers): Act[] {
  const other = by === "provider" ? "provider2" : "provider";
  return [
    curing.miss(by, "document_missing"),
    award(other),
    ...(isSent ? [curing.mend(by)] : []),
    curing.passToCureEnd(by, 1),
    award(other),
    ...(judged === "taken" || judged === "refused" ? [curing.judge(by, judged === "taken")] : []),
    curing.passToCureEnd(by, 0),
    ...(judged === "clock" ? [curing.tick()] : []),
    curing.mend(by),
    curing.judge(by, true),
    ...(end === "itself" ? [award(by)] : []),
    ...(end === "other" ? [award(other)] : []),
    ...(end === "rejected" ? [deciding.reject()] : []),
  ];
}

const tooLate = (by: Provider): Act[] => [
  deciding.passToDecision(),
  deciding.reject(),
  deciding.extend(),
  deciding.prolong(by),
  deciding.counter(by),
  deciding.acceptCounter(by),
  deciding.disqualify(by),
  ...curing.PAPERS.map((paper) => curing.miss(by, paper)),
  curing.mend(by),
  curing.judge(by, true),
];

/** What is done with opened bids, and seldom ends it. */
export const OPENED_ON = listOf([
  [2, fc.constantFrom(0.5, 12, 24).map((count) => pass(count * HOUR_MS, false))],
  [1, fc.tuple(deathIn, provider, price).map((of) => cutOff(...of))],
  [4, always(deciding.extend())],
  [4, provider.map(deciding.prolong)],
  [8, provider.map(deciding.counter)],
  [2, provider.map(deciding.acceptCounter)],
  [2, provider.map(deciding.disqualify)],
  [6, fc.tuple(provider, paper).map((of) => curing.miss(...of))],
  [4, provider.map(curing.mend)],
  [3, fc.tuple(provider, fc.boolean()).map((of) => curing.judge(...of))],
  [2, fc.tuple(provider, moment).map((of) => curing.passToCureEnd(...of))],
  [1, always(curing.tick())],
  [4, mended.map((of) => inTurn(`papers are missed: ${JSON.stringify(of)}`, papers(of)))],
  [2, provider.map((to) => award(to))],
  [1, provider.map((by) => inTurn(`the buyer counters ${by} day after day`, bargain(by)))],
  [1, provider.map((by) => inTurn("all is tried when the time to decide is over", tooLate(by)))],
  [1, always(deciding.reject())],
  [1, always(pass(30 * HOUR_MS, true))],
]);

/** From the close on, with what is too late then. */
export const DECIDING = listOf([
  ...ANY_TIME,
  [3, person.map(open)],
  [5, provider.map((to) => award(to))],
  [2, provider.map((to) => award(to, true))],
  [1, always(deciding.reject())],
  [2, always(deciding.extend())],
  [2, provider.map(deciding.prolong)],
  [3, provider.map(deciding.counter)],
  [3, provider.map(deciding.acceptCounter)],
  [1, provider.map(deciding.disqualify)],
  [3, fc.tuple(provider, paper).map((of) => curing.miss(...of))],
  [2, provider.map(curing.mend)],
  [2, fc.tuple(provider, fc.boolean()).map((of) => curing.judge(...of))],
  [1, fc.tuple(provider, moment).map((of) => curing.passToCureEnd(...of))],
  [1, fc.tuple(provider, price).map(([by, minor]) => submit(by, minor))],
  [1, fc.tuple(provider, price).map(([by, minor]) => revise(by, minor))],
  [1, provider.map(confirm)],
  [1, provider.map(withdraw)],
  [1, always(amend())],
]);
