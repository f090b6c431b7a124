import {
  DAY_MS,
  dayOf,
  HOUR_MS,
  type Instant,
  instant,
  later,
  type LocalDate,
  MINUTE_MS,
} from "../../domain/shared/time";
import type { Poster } from "./delivery-terms";
import { afterRest, laterByOpenDays } from "./holidays";
import { transitCountryOf } from "./transits";
import { DEMO_SERVICES, type DemoService, isDeclarableIn } from "./market-data";
import { readyAfterInspection } from "./plan-inspection";
import type { Movement } from "./plan-movement";
import { pick, type Random, wholeBetween } from "./random";

// What a deal asks for, on which side it is cleared, and when its bidding ends and its goods are ready.

/** How often a deal asks for each service; the mean makes about two and a half orders a deal. */
const ASKED: Readonly<Record<DemoService, number>> = { logistics: 0.94, payment: 0.5, customs: 0.72, inspection: 0.34 };

/** On which side who posts a deal declares by itself. */
export const OWN_SIDE: Readonly<Record<Poster, string>> = { seller: "export", buyer: "import" };

/** Whether the goods of a movement can be declared on a side of the border: their code in the tariff of each country of it is known. */
export function isDeclarableOn(side: string, movement: Movement): boolean {
  const { cargo, corridor } = movement;
  if (side === "transit") return isDeclarableIn(cargo, transitCountryOf(movement));
  const [origin = "CN", destination = "CN"] = corridor.split("-");
  const countries = side === "both" ? [origin, destination] : [side === "import" ? destination : origin];
  return countries.every((country) => isDeclarableIn(cargo, country));
}

/** What chance has a deal ask for, of what its goods are asked for; for goods that nobody could declare no broker is sought. */
export function drawServices(random: Random, movement: Movement, poster: Poster): readonly DemoService[] {
  const drawn = DEMO_SERVICES.filter(
    (service) => movement.cargo.services.includes(service) && random() < ASKED[service],
  );
  return drawn.filter((service) => service !== "customs" || isDeclarableOn(OWN_SIDE[poster], movement));
}

/** What China lets in at the rate of a quota for whoever holds a part of it, by heading: wheat and its flour, maize, rice, sugar, wool and cotton. */
const UNDER_QUOTA = ["1001", "1101", "1005", "1006", "1701", "5101", "5201"];

/**
 * On which side goods are declared, of the side that was drawn: where their code is not known there, on that of who posts the deal; and so where a
 * seller would clear what comes in under a quota, which its importer holds.
 */
export function declaredSide(
  drawn: string,
  { poster, movement }: { readonly poster: Poster; readonly movement: Movement },
): string {
  const isQuota = movement.corridor.endsWith("-CN") && UNDER_QUOTA.includes(movement.cargo.hsCode.slice(0, 4));
  return isDeclarableOn(drawn, movement) && !(isQuota && poster === "seller") ? drawn : OWN_SIDE[poster];
}

type Timed = { readonly at: Instant; readonly openHours?: number; readonly decideBy?: Instant };

const OPEN_DAYS = [1, 2, 2, 3] as const;

/** When bids close and when they are decided: what is live today is planned to the hour; else nothing happens while people rest, and days of a holiday are no days to bid in. */
export function biddingTimes(random: Random, { at, openHours, decideBy }: Timed) {
  const isPresent = openHours !== undefined;
  const from = later(at, 10 * MINUTE_MS);
  const closesAt = isPresent
    ? later(from, Math.round(openHours * 4) * (HOUR_MS / 4))
    : afterRest(laterByOpenDays(from, pick(random, OPEN_DAYS)));
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
export function readyDateOf({ cargo }: Movement, { drawn, services, decideBy, asked }: ReadyBy): LocalDate {
  if (asked) return asked;
  return services.includes("inspection")
    ? readyAfterInspection({ country: cargo.originCountry, decidedOn: dayOf(decideBy), from: drawn })
    : drawn;
}
