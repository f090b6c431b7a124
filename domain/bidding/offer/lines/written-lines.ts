import { ALTERNATIVES_MAX } from "../beside/limits";
import { type FormTree, text } from "./read-line";

/** A line of the form in which something was typed: its place there, and the alternative that it is of as the form counts them; 0 is the main offer. */
export type WrittenLine = { readonly place: number; readonly line: FormTree; readonly alternative: number };

const PARTS = ["price", "minimum", "note", "tiers"];

const treeOf = (value: unknown): FormTree =>
  value !== null && typeof value === "object" && !Array.isArray(value) ? (value as FormTree) : {};

/** A line without a price is no line: suggested ones that are not offered need not be taken away by hand. */
const isEmpty = (line: FormTree): boolean => PARTS.every((part) => text(line[part]) === "");

const alternativeOf = (line: FormTree): number => {
  const typed = text(line.alternative);
  return /^\d$/.test(typed) && Number(typed) <= ALTERNATIVES_MAX ? Number(typed) : 0;
};

/** The lines of all offers in the order of the form. */
export const writtenLines = (charges: unknown): WrittenLine[] =>
  (Array.isArray(charges) ? charges : []).flatMap((each: unknown, place) => {
    const line = treeOf(each);
    return isEmpty(line) ? [] : [{ place, line, alternative: alternativeOf(line) }];
  });
