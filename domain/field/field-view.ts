import type { Mode } from "../hubs/place";
import type { FieldLocale } from "../locale";
import type { KeptEvidence } from "../orders/evidence/evidence";
import type { EvidenceField } from "../services/evidence";
import type { HubWithClock, NamedParty, NamedPlace } from "../orders/order-view";
import type { Service } from "../services/service";
import type { Instant } from "../shared/instant";
import type { SlotSystem } from "../slots/systems";
import type { LinkState } from "./link";
import type { FieldRole } from "./role";

/** A link as its own party sees it. */
export type LinkRow = {
  readonly id: string;
  readonly role: FieldRole;
  readonly person: string;
  readonly locale: FieldLocale;
  readonly madeByName: string;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  readonly state: LinkState;
  /** Where it leads; null once it opens nothing. */
  readonly address: string | null;
  readonly reportCount: number;
  readonly lastReportAt: Instant | null;
};

/** Whom somebody in the field asks: whoever gave them the link. */
export type Dispatcher = { readonly organisation: NamedParty; readonly name: string; readonly email: string };

/** When and where a truck may cross, and which truck. */
export type FieldSlot = {
  readonly number: number;
  readonly crossing: NamedPlace & { readonly zone: string };
  readonly from: Instant;
  readonly to: Instant;
  readonly plates: readonly string[];
  /** Whose rules its queue follows. */
  readonly system: SlotSystem;
};

/** All that a link shows of its order: what its person needs, no price, and no party but who gave it out. */
export type FieldView = {
  readonly role: FieldRole;
  readonly person: string;
  readonly expiresAt: Instant;
  readonly reference: string;
  readonly service: Service;
  readonly mode: Mode;
  readonly isOver: boolean;
  readonly origin: NamedPlace;
  readonly hub: HubWithClock;
  readonly destination: NamedPlace;
  readonly dispatcher: Dispatcher;
  /** Slots at the crossing that stand; none for who does not drive or load. */
  readonly slots: readonly FieldSlot[];
  /** The steps of this role, in their order, with when they happened. */
  readonly steps: readonly { readonly code: string; readonly occurredAt: Instant | null }[];
  readonly fields: readonly EvidenceField[];
};

/**
 * What stands beside a step's own report: what came by a link of a step that had been reported already, or from a party that does not report,
 * and what the step had been told with before it was reopened.
 */
export type Witness = {
  readonly id: string;
  readonly isReopened: boolean;
  /** Who told it by an account; null where it came by a link, which its evidence names. */
  readonly reporterName: string | null;
  readonly code: string;
  readonly occurredAt: Instant;
  readonly receivedAt: Instant;
  readonly note: string | null;
  readonly evidence: KeptEvidence;
};
