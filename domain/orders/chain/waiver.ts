import { longText } from "../../shared/wire-fields";

export const WAIVER_REASON_MAX = 500;
export const RELEASE_NUMBER_MAX = 40;

/** Why a gate is opened without what it waits for; both sides of every order behind it read it. */
export const waiverReason = longText(WAIVER_REASON_MAX);
