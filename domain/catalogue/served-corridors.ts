import { COUNTRIES } from "../accounts/organisation";

const HOME = "CN";

/** The corridors that a provider may serve: from China to each country of the market, and back. */
export const SERVED_CORRIDORS: readonly string[] = COUNTRIES.filter((country) => country !== HOME).flatMap(
  (country) => [`${HOME}-${country}`, `${country}-${HOME}`],
);
