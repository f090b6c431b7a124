import "server-only";
import type { Reader } from "@/db/database";
import { orderLogOf } from "@/db/repositories/chains";
import { STORY_TYPES, type StoryType } from "@/domain/threads/story";
import type { Instant } from "@/domain/shared/time";

const LOGGED_MAX = 60;

/** What was logged of an order that its page shows the viewer, for its story: kinds and times, which both parties of it hear anyway. */
export async function orderLog(
  read: Reader,
  { id, dealId }: { readonly id: string; readonly dealId: string },
): Promise<{ readonly at: Instant; readonly type: StoryType }[]> {
  const rows = await orderLogOf(read, { dealId, orderId: id, types: STORY_TYPES, limit: LOGGED_MAX });
  return rows as { at: Instant; type: StoryType }[];
}
