import type { DutyUnit } from "@/domain/tariff/duties/duty-rate";
import type { HsOpinion } from "./terms";

/** Cargo lines that the forms have fields for; of further ones the API takes quantities and opinions. */
export const FORM_LINES = [1, 2, 3, 4] as const;

/** Units that the form asks a line for. */
export const FORM_UNITS = ["kg", "piece", "pair", "litre"] as const satisfies readonly DutyUnit[];
export type FormUnit = (typeof FORM_UNITS)[number];

/** Letters of what an opinion rests on; here, so that a form needs no schema to know it. */
export const HS_REFERENCE_MAX = 60;

export type OpinionMember = keyof HsOpinion;

/** The name of the field for a line's quantity. */
export const quantityName = (unit: FormUnit, line: number): string => `${unit}OfLine${line}`;

/** The name of the field for a member of a line's opinion. */
export const opinionName = (member: OpinionMember, line: number): string => `${member}OfLine${line}`;
