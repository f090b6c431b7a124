import type { Reader } from "@/db/database";
import { ruleAt } from "@/db/repositories/market-rules";
import { countPublished } from "@/db/repositories/requests";
import type { PublishRules } from "@/domain/requests/posting/publish";
import { type Instant, MINUTE_MS } from "@/domain/shared/instant";

/** The market's rules on publishing as they hold at `now`, and how much the organisation has published before. */
export async function publishRules(db: Reader, organisationId: string, now: Instant): Promise<PublishRules> {
  const firstInReview = await ruleAt(db, "first_requests_in_review", now);
  return {
    minOpenMs: (await ruleAt(db, "min_open_minutes", now)) * MINUTE_MS,
    firstInReview,
    // Counting costs a look at all of them, so it is left out where nobody asks.
    publishedBefore: firstInReview > 0 ? await countPublished(db, organisationId) : 0,
  };
}
