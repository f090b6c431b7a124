import { DAY_MS } from "../../../domain/shared/instant";

/** A sign-in ends after so long without use, and in any case after so long. */
export const SESSION_IDLE_MS = 7 * DAY_MS;
export const SESSION_LIFE_MS = 30 * DAY_MS;
