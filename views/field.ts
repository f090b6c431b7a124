import { z } from "zod";
import { FIELD_ROLES, type FieldRole } from "../domain/access/field-role";
import type { Mode } from "../domain/hubs/place";
import type { SlotSystem } from "../domain/orders/slots/systems";
import type { EvidenceField } from "../domain/services/evidence";
import type { Instant } from "../domain/shared/time";
import { LOCALES } from "../domain/shared/locale";
import type { HubWithClock, NamedParty, NamedPlace, Service } from "../domain/shared/vocabulary";
import type { DeclaredIn } from "../domain/orders/document-numbers";
import { type View, id, time } from "./fields";

export const address = z.string().meta({
  description: "Opens the page for whoever has it: hand it to its person alone",
  example: "https://market.example/kk/f/01kb…",
});

/** A link as its own party reads it. */
export const fieldLink = z
  .object({
    id,
    role: z.enum(FIELD_ROLES),
    person: z.string(),
    locale: z.enum(LOCALES),
    state: z.enum(["stands", "expired", "revoked"]),
    address: address.nullable(),
    createdAt: time,
    expiresAt: time,
    reportCount: z.int(),
    lastReportAt: time.nullable(),
  })
  .meta({ id: "FieldLink" });

export type FieldLink = View<typeof fieldLink>;

/** A report that came by a link and has not been struck. */
export type SentReport = {
  readonly id: string;
  readonly code: string;
  readonly occurredAt: Instant;
  readonly person: string;
};

/** The links that a party of an order gave out. */
export type OrderLinks = {
  readonly isOver: boolean;
  readonly links: readonly (FieldLink & { readonly madeByName: string })[];
  /** What came by these links and stands, the latest first: each may be struck. */
  readonly reports: readonly SentReport[];
  /** Whom the viewer's side may give a link to now; once the order is over only for what still waits on a phone. */
  readonly roles: readonly FieldRole[];
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
export type FieldOrder = {
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
  /** The steps of this role, in their order, with when they happened, and whether what is told of one by this link stands beside it alone. */
  readonly steps: readonly { readonly code: string; readonly occurredAt: Instant | null; readonly isBeside: boolean }[];
  /** What came by this link and stands, the latest first: its holder may strike it. */
  readonly reports: readonly SentReport[];
  readonly fields: readonly EvidenceField[];
  /** The countries whose declarations a report can give the number of. */
  readonly declaredIn: readonly DeclaredIn[];
};
