import { isOfficeOf } from "../services/customs/offices";
import type { RegisteredNumber } from "../orders/evidence";

/**
 * Whether the office that a declaration's number begins with is one that is known. Of a country whose numbers name no office, as Viet Nam's, and of
 * one whose offices are not kept here, it always is; so it is of a Chinese transit's sixteen digits and of a TIR carnet.
 */
export function isOfficeKnown({ country, number }: RegisteredNumber): boolean {
  const [post = ""] = number.split("/");
  switch (country) {
    case "CN":
      return number.length !== 18 || isOfficeOf(country, number.slice(0, 4));
    case "RU":
    case "KZ":
      return !number.includes("/") || isOfficeOf(country, post);
    default:
      return true;
  }
}
