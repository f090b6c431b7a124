import type { NoVisit } from "./inspection-turn";
import type { PricedLine } from "../bidding/price-charges";
import type { NamedParty } from "../shared/named";
import type { InspectionType } from "../services/inspection/choices";
import type { Instant } from "../shared/instant";
import type { LocalDate } from "../shared/local-date";
import type { Currency } from "../shared/money";
import type { Decision } from "./verdict";
import type { Pairing, PhotoFlag, SamePhoto } from "./photo-flags";
import type { Position } from "../shared/position";
import type { RoundPlan } from "./round-plan";
import type { Gap } from "./check-results";
import type { Judgement } from "./judge";
import type { Results } from "./results";
import type { RoundState } from "./round";

/** How the cartons of a round came about; what is not told yet is null. */
export type DrawView = {
  /** Told at booking. */
  readonly commitment: string | null;
  /** Told at check-in. */
  readonly seed: string | null;
  readonly cartons: number | null;
  readonly drawn: readonly number[];
  /** Drawn anew of what is on record; null before there is a seed. */
  readonly check: { readonly isSeedCommitted: boolean; readonly isSameDraw: boolean } | null;
};

/** The same picture elsewhere, as a party is told of it: its own order by number, another's by nothing but when it came. */
export type ShownSame = Pick<SamePhoto, "distance" | "keptAt"> & {
  readonly order: { readonly id: string; readonly reference: string } | null;
};

export type ShownFlag =
  | Exclude<PhotoFlag, { readonly same: SamePhoto }>
  | { readonly kind: Extract<PhotoFlag, { readonly same: SamePhoto }>["kind"]; readonly same: ShownSame };

/** A picture that was sent twice, as administrators see it: in which two reports, and by whom. */
export type ReusedPhoto = {
  readonly key: string;
  readonly reference: string;
  readonly title: string;
  readonly buyer: NamedParty;
  readonly provider: NamedParty;
  /** The other order by its number; null where it is the same report. */
  readonly other: { readonly reference: string; readonly buyer: NamedParty; readonly provider: NamedParty } | null;
  /** The files of the later picture and of the earlier one; null for one that cannot be seen, as it was taken away. */
  readonly fileIds: readonly (string | null)[];
  readonly distance: number;
  readonly foundAt: Instant;
};

/** A photo of a round with what it gives reason to ask about. */
export type PhotoView = {
  readonly fileId: string;
  readonly name: string;
  readonly about: string | null;
  readonly keptAt: Instant;
  readonly takenAt: Instant | null;
  readonly position: Position | null;
  readonly flags: readonly ShownFlag[];
  /** Whether the viewer may have its content now. */
  readonly mayRead: boolean;
  readonly mayRemove: boolean;
};

export type RoundView = {
  readonly id: string;
  readonly number: number;
  readonly state: RoundState;
  readonly version: number;
  readonly plan: RoundPlan;
  readonly charge: PricedLine | null;
  readonly plannedDay: LocalDate | null;
  readonly inspectorName: string | null;
  readonly bookedAt: Instant | null;
  readonly checkedInAt: Instant | null;
  readonly checkedOutAt: Instant | null;
  readonly position: Position | null;
  readonly draw: DrawView;
  readonly results: Results | null;
  readonly resultsAt: Instant | null;
  /** Whether the results were last written after the inspector had left. */
  readonly isWrittenLater: boolean;
  readonly gaps: readonly Gap[];
  /** Fixed with the report; before that what it would come to now, once nothing lacks. */
  readonly judgement: Judgement | null;
  readonly issuedAt: Instant | null;
  readonly report: { readonly fileId: string; readonly sha256: string } | null;
  readonly decision: {
    readonly kind: Decision;
    readonly reason: string | null;
    readonly at: Instant;
    /** Who decided, to both parties: a waiver is somebody's word. Null where a dispute has ended so. */
    readonly by: string | null;
  } | null;
  readonly photos: readonly PhotoView[];
  readonly pairing: Pairing | null;
};

/** What both parties see of an inspection order's visits, the first first. */
export type InspectionView = {
  readonly orderId: string;
  readonly reference: string;
  readonly title: string;
  readonly dealReference: string;
  readonly buyer: NamedParty;
  readonly provider: NamedParty;
  readonly side: "buyer" | "provider";
  readonly currency: Currency;
  readonly type: InspectionType;
  readonly factoryAddress: string;
  /** Who makes the goods, where the request names them. */
  readonly manufacturer: string | null;
  /** By what the lot is judged, as "GL II · AQL 0 / 2.5 / 4.0"; null where no sample was agreed. */
  readonly sampling: string | null;
  /** The kinds of package of the deal's goods, each once, by their codes (UN/ECE Recommendation 21). */
  readonly packageTypes: readonly string[];
  /** What another visit costs by the contracted bid; null where it names no price for one. */
  readonly reinspectionCharge: PricedLine | null;
  readonly rounds: readonly RoundView[];
  /** Why none will be booked where there is none. */
  readonly noVisit: NoVisit | null;
};
