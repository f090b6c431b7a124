import { KeepVisit } from "@/components/inspections/site/outbox/keep-visit";
import type { Actor } from "@/domain/access/actor";
import { keptUntil } from "@/domain/inspections/kept-until";
import type { LocalDate } from "@/domain/shared/local-date";
import type { Instant } from "@/domain/shared/instant";
import { SESSION_IDLE_MS } from "@/server/platform/identity/session-life";

type KeptVisitProps = {
  readonly actor: Actor;
  readonly now: Instant;
  /** The page's address. */
  readonly here: string;
  /** The day of the visit that is still to be done; null where there is none. */
  readonly plannedDay: LocalDate | null;
};

/** The page as the inspector's phone keeps it: anew with each time that it is drawn, so that the copy shows what the page last showed. */
export function KeptVisit({ actor: { userId }, now, here, plannedDay }: KeptVisitProps) {
  if (userId === null) return null;
  const until = plannedDay && keptUntil(plannedDay, now, SESSION_IDLE_MS);
  return <KeepVisit key={now} scope={here} owner={userId} until={until} />;
}
