import type { ChargeCode } from "../../services/charge";
import type { SLOT_BOOKERS } from "../../services/logistics/choices";

/** The two sides of an order. */
export const SIDES = ["buyer", "provider"] as const;
export type Side = (typeof SIDES)[number];

/** Whose fault it is that a slot is booked anew; `nobody` where neither could help it. */
export const FAULTS = ["buyer", "provider", "nobody"] as const;
export type Fault = (typeof FAULTS)[number];

export type SlotBooker = (typeof SLOT_BOOKERS)[number];

/** Who books, as the bid says it; its driver is the provider's, and where it says nothing the provider does. */
export const bookerOf = (bookedBy: SlotBooker | undefined): Side => (bookedBy === "buyer" ? "buyer" : "provider");

/** To book is to request, pay, confirm, move, book anew and call off; to drive is to name trucks and drivers and to say where they are. */
export type SlotWork = "book" | "drive";

/** Whether a side does this work of a slot: who books does all of it, and the provider, whose truck it is, drives in any case. */
export const mayWork = (work: SlotWork, side: Side, booker: Side): boolean =>
  side === booker || (work === "drive" && side === "provider");

type BidOfSlot = {
  readonly lines: readonly { readonly code: ChargeCode; readonly isPassThrough: boolean }[];
  readonly exclusions: readonly ChargeCode[];
  readonly booker: Side;
};

/**
 * Who pays the system's fee where nobody is at fault: the buyer where the bid passes the charge SLT through at cost or leaves it out,
 * the provider where it is priced, and where the bid says nothing whoever books. What was not quoted is not charged.
 */
export function usualPayer({ lines, exclusions, booker }: BidOfSlot): Side {
  const line = lines.find(({ code }) => code === "SLT");
  if (line) return line.isPassThrough ? "buyer" : "provider";
  return exclusions.includes("SLT") ? "buyer" : booker;
}

/** Who pays for a slot that is booked anew: whose fault it is, and where it is nobody's who pays in any case. */
export const payerOf = (fault: Fault, usual: Side): Side => (fault === "nobody" ? usual : fault);
