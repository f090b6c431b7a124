import type { Mode } from "../hubs/place";
import type { FieldLocale } from "../shared/locale";
import type { EvidenceField } from "../services/evidence";
import type { HubWithClock, NamedParty, NamedPlace } from "../shared/named";
import type { Service } from "../shared/service";
import type { Instant } from "../shared/instant";
import type { SlotSystem } from "../orders/slots/systems";
import type { LinkState } from "./link";
import type { FieldRole } from "../access/field-role";

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
