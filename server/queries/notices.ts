import "server-only";
import type { Reader } from "../../db/database";
import { countUnread } from "../../db/repositories/notices";

/** How many notices the person has not read in this organisation; the number on the bell. */
export const unreadCount = (read: Reader, userId: string, organisationId: string): Promise<number> =>
  countUnread(read, { userId, organisationId });
