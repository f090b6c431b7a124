import { z } from "zod";

export const WAIVER_REASON_MAX = 500;

/** Why a gate is opened without what it waits for; both sides of every order behind it read it. */
export const waiverReason = z.string().trim().min(1, "required").max(WAIVER_REASON_MAX, "too_long");
