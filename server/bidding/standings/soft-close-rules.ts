import type { Reader } from "@/db/database";
import { ruleAt } from "@/db/repositories/market-rules";
import type { SoftCloseRules } from "@/domain/bidding/live/soft-close";
import type { Instant } from "@/domain/shared/instant";

/** The market's rules of the soft close as they hold at `now`. */
export const softCloseRules = async (db: Reader, now: Instant): Promise<SoftCloseRules> => ({
  windowMinutes: await ruleAt(db, "soft_close_window_minutes", now),
  extensionMinutes: await ruleAt(db, "soft_close_extension_minutes", now),
  cap: await ruleAt(db, "soft_close_cap", now),
});
