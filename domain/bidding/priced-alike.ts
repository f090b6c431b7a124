import type { BidContent } from "./bid";
import { isSameJson } from "../requests/proof/in-one-order";

const pricedPart = ({ lines, totalMinor, rates, alternatives = [] }: BidContent) => [
  lines,
  totalMinor,
  rates,
  alternatives,
];

/** Whether the same offer comes to the same for the amended request, line by line: then the version that stands is confirmed as it is. */
export const isPricedAlike = (one: BidContent, other: BidContent): boolean =>
  isSameJson(pricedPart(one), pricedPart(other));
