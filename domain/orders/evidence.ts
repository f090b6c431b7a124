import type { Funds } from "../services/payment/funds";
import type { NewPayee } from "../services/payment/new-payee";
import { accept, type Refusal, refuse, type Result } from "../shared/result";
import type { Instant } from "../shared/time";
import type { KeptLate } from "./due";
import { type DeclaredIn, readPlate } from "./document-numbers";

/** A place as a satellite receiver told it: millionths of a degree, and within how many metres. */
export type Position = { readonly latE6: number; readonly lonE6: number; readonly accuracyM: number };

export type Declaration = { readonly country: DeclaredIn; readonly number: string };

/** What somebody says beside a step that has happened, each in the one form in which it is kept. */
export type Evidence = {
  readonly seals?: readonly string[] | undefined;
  readonly containerNumber?: string | undefined;
  readonly wagonNumber?: string | undefined;
  readonly airWaybill?: string | undefined;
  readonly cmrNumber?: string | undefined;
  /** Of the waybill of a bilateral road agreement, where the CMR does not hold. */
  readonly roadWaybill?: string | undefined;
  readonly smgsNumber?: string | undefined;
  readonly tirCarnet?: string | undefined;
  readonly declarations?: readonly Declaration[] | undefined;
  readonly tractorPlate?: string | undefined;
  readonly trailerPlate?: string | undefined;
  readonly grossWeightGrams?: number | undefined;
  /** Null where whoever reports does not want to say where they are. */
  readonly position?: Position | null | undefined;
};

/** What is known of a picture beside the picture itself, read before it was drawn anew. */
export type PhotoEvidence = {
  readonly fileId: string;
  /** SHA-256 of the picture as the camera made it. */
  readonly originalSha256: string;
  /** By the camera's clock, as the picture says; null where it does not. */
  readonly takenAt: Instant | null;
  /** Where the picture says that it was taken; null where it does not. */
  readonly takenPosition: Omit<Position, "accuracyM"> | null;
};

/** From where and by whose phone a report came, where it came by a link. */
export type FieldOrigin = {
  readonly linkId: string;
  readonly role: "driver" | "yard" | "inspector";
  readonly person: string;
  /** How far the phone's clock was ahead of the market's (behind it, where negative) when it was sent, in milliseconds. */
  readonly clockDriftMs: number;
};

/** A declaration as the customs of any country have numbered it. */
export type RegisteredNumber = { readonly country: string; readonly number: string };

/** That a report was struck: why, by whom and when. */
export type Struck = { readonly reason: string; readonly by: string; readonly at: Instant };

/** As it stands with a step. */
export type KeptEvidence = Evidence & {
  readonly photos?: readonly PhotoEvidence[];
  readonly field?: FieldOrigin;
  /** Why papers were complete although required ones were not entered. */
  readonly papersReason?: string;
  /** Why the steps before it that are not passed over in silence did not occur. */
  readonly passedReason?: string;
  /** What came in from the payer, credit by credit. */
  readonly funds?: Funds;
  /** Whom the buyer had paid after money came back. Kept with the step that clears the payment and read in the payment's room alone: it holds an account. */
  readonly payees?: readonly NewPayee[];
  /** Of a report from the field that was wrong: it stands on record alone. */
  readonly struck?: Struck;
  /** Codes of what was doubtful of the numbers, where whoever told of them has said that they are right. */
  readonly confirmed?: readonly string[];
  /** When the step was due, and why it came later; nothing of one that was on time. */
  readonly late?: KeptLate;
  /** The numbers of the declarations that a step of the clearance room has come with. */
  readonly registered?: readonly RegisteredNumber[];
};

/** Whether a plate that was told is none of the trucks of the order's slots; never where no slot names one. Spaces make no difference. */
export function isPlateOffSlot(told: string, slotPlates: readonly string[]): boolean {
  const bare = (plate: string): string => readPlate(plate).value ?? plate;
  return slotPlates.length > 0 && !slotPlates.map(bare).includes(bare(told));
}

/** More than this is said aloud: scales of a yard and of a bridge differ by less. */
export const WEIGHT_TOLERANCE_BPS = 200;

/** By how much a weight that was told differs from the deal's, in basis points of the deal's; null within two percent. Both in grams. */
export function weightFinding(toldGrams: number, dealGrams: number): { readonly differenceBps: number } | null {
  if (dealGrams <= 0) return null;
  const differenceBps = Math.round(((toldGrams - dealGrams) * 10_000) / dealGrams);
  const isBeyond = Math.abs(toldGrams - dealGrams) * 10_000 > dealGrams * WEIGHT_TOLERANCE_BPS;
  return isBeyond ? { differenceBps } : null;
}

/** A weight above the deal's by more than so much is asked about: a truck's papers and its scales differ by less. */
const HEAVY_BPS = 1_000;
/** So many times the deal's weight is a slip of the pen. */
const ABSURD_TIMES = 10;

export type WeightRefusal = Refusal<"weight_above_deal" | "weight_absurd">;

/**
 * Whether a gross weight that was told can be that of the deal's goods, or of a part of them. Refuses `weight_above_deal` more than a tenth
 * above it, which may be right, and `weight_absurd` more than ten times it, which is not; both with the two weights in kilograms.
 */
export function checkWeight(toldGrams: number, dealGrams: number): Result<void, WeightRefusal> {
  const weights = { toldKg: Math.round(toldGrams / 1_000), dealKg: Math.round(dealGrams / 1_000) };
  if (dealGrams <= 0) return accept(undefined);
  if (toldGrams > dealGrams * ABSURD_TIMES) return refuse("weight_absurd", weights);
  const isHeavy = (toldGrams - dealGrams) * 10_000 > dealGrams * HEAVY_BPS;
  return isHeavy ? refuse("weight_above_deal", weights) : accept(undefined);
}
