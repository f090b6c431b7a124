import { bare, isNone, isNumber, type NumberProblem, type ReadNumber } from "./number-problem";

const readBy =
  (form: RegExp, problem: NumberProblem) =>
  (typed: string): ReadNumber => {
    const number = bare(typed);
    return form.test(number) ? isNumber(number) : isNone(problem);
  };

/** The number of a road (CMR) consignment note. The convention asks for none of a form; four to twenty letters and digits are taken. */
export const readCmrNumber = readBy(/^[A-Z0-9/]{4,20}$/, "waybill_malformed");

/** The number of a rail (SMGS) consignment note, box 29: digits, before which some railways write letters. */
export const readSmgsNumber = readBy(/^[A-Z]{0,4}\d{6,10}$/, "waybill_malformed");

/**
 * The number of a TIR carnet: two letters and eight digits, such as XQ81234567 (UNECE eTIR code book). Its letters follow from the digits by a
 * rule that the IRU does not publish, so the form alone is tested.
 */
export const readTirCarnet = readBy(/^[A-Z]{2}\d{8}$/, "tir_malformed");

/** A number plate: letters of any script and digits, without spaces. Every country has its own, so the length alone is tested. */
export const readPlate = readBy(/^(?=.*\d)[\p{L}\p{N}]{4,12}$/u, "plate_malformed");

/** A seal's number, as it is cut into it. */
export const readSeal = readBy(/^[\p{L}\p{N}/]{3,20}$/u, "seal_malformed");
