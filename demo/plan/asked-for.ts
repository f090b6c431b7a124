import { DAY_MS, HOUR_MS, type Instant, instant, MINUTE_MS } from "../../domain/shared/instant";
import { dayOf, type LocalDate } from "../../domain/shared/local-date";
import { afterRest } from "./holidays";
import { DEMO_SERVICES, type DemoService } from "./market-data";
import { readyAfterInspection } from "./plan-inspection";
import type { Movement } from "./plan-movement";
import { pick, type Random, wholeBetween } from "./random";

// What a deal asks for, and when its bidding ends and its goods are ready.

/** How often a deal asks for each service; the mean makes about two and a half orders a deal. */
const ASKED: Readonly<Record<DemoService, number>> = { logistics: 0.94, payment: 0.5, customs: 0.72, inspection: 0.34 };

/** What chance has a deal ask for, of what its goods are asked for. */
export const drawServices = (random: Random, { cargo }: Movement): readonly DemoService[] =>
  DEMO_SERVICES.filter((service) => cargo.services.includes(service) && random() < ASKED[service]);

type Timed = { readonly at: Instant; readonly openHours?: number; readonly decideBy?: Instant };

/** When bids close and when they are decided: what is live today is planned to the hour; else nothing happens while people rest. */
export function biddingTimes(random: Random, { at, openHours, decideBy }: Timed) {
  const hours = openHours ?? pick(random, [24, 48, 48, 72]);
  const drawnClose = instant(at + 10 * MINUTE_MS + Math.round(hours * 4) * (HOUR_MS / 4));
  const isPresent = openHours !== undefined;
  const closesAt = isPresent ? drawnClose : afterRest(drawnClose);
  const drawnDecision = instant(closesAt + wholeBetween(random, 2, 4) * DAY_MS);
  return { closesAt, decideBy: decideBy ?? (isPresent ? drawnDecision : afterRest(drawnDecision)) };
}

type ReadyBy = {
  readonly drawn: LocalDate;
  readonly services: readonly DemoService[];
  readonly decideBy: Instant;
  readonly asked: LocalDate | undefined;
};

/** When the goods are ready: as it was drawn, and late enough for who looks at them first to be chosen and to come. */
export function readyDateOf({ drawn, services, decideBy, asked }: ReadyBy): LocalDate {
  const least = services.includes("inspection") ? readyAfterInspection(dayOf(decideBy)) : drawn;
  return asked ?? (drawn > least ? drawn : least);
}
