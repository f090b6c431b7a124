import { isBesideName } from "@/domain/bidding/offer/beside/beside-fields";
import type { BidPart } from "@/domain/bidding/draft/bid-progress";

/** The id of a field of the bid form. */
export const bidFieldId = (name: string): string => `bid-${name}`;

/** The id of a part of the bid form. */
export const bidPartId = (part: BidPart): string => `bid-part-${part}`;

const SHOWN = /^(?:currency|transitDays\.(?:min|max)|startDate|validUntil|quoteNumber|remarks|templateName)$/;
const GATE = /^gates\[\d+\]\.answer$/;
const CHARGE = /^charges\[\d+\]/;

/** Where a problem of the form leads to: a charge line says all of its own at its price, and the terms have their own names as ids. */
export function bidProblemId(name: string): string | null {
  const line = CHARGE.exec(name)?.[0];
  if (line) return bidFieldId(`${line}.price`);
  if (/^terms\.\w+(?:\[\d+\]\.\w+)?$/.test(name)) return name;
  if (GATE.test(name)) return bidFieldId(name);
  if (isBesideName(name)) return name;
  return SHOWN.test(name) ? bidFieldId(name) : null;
}

/** Under this name it is said that another window has the draft; no field of the form has it. */
export const DRAFT_FIELD = "draft";
