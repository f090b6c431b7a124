import { bare, isNone, isNumber, type ReadNumber } from "./number-problem";

/**
 * An air waybill's number: the airline's three digits, a serial number of seven and a check digit, which is the serial number's remainder by
 * seven (IATA Resolution 600a). Kept as `020-81140743`. A digit that is wrong by exactly seven is not found: the rule cannot.
 */
export function readAirWaybill(typed: string): ReadNumber {
  const number = bare(typed);
  if (!/^\d{11}$/.test(number)) return isNone("air_waybill_malformed");
  const isRight = Number(number.slice(3, 10)) % 7 === Number(number[10]);
  return isRight ? isNumber(`${number.slice(0, 3)}-${number.slice(3)}`) : isNone("air_waybill_check");
}
