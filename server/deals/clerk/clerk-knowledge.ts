import type { Reader } from "@/db/database";
import { readClerkKnowledge } from "@/db/reference/read-clerk-knowledge";
import { readNetwork } from "@/db/repositories/places";
import type { Knowledge } from "@/domain/deals/clerk/knowledge";

// One per process, whichever route bundle asks first.
const holder = globalThis as unknown as { kouanClerkKnowledge?: Promise<Knowledge> };

const build = async (db: Reader): Promise<Knowledge> => readClerkKnowledge(await readNetwork(db));

/** What the clerk knows, read once per process: names and headings change with a release, not with a request. */
export async function clerkKnowledge(db: Reader): Promise<Knowledge> {
  holder.kouanClerkKnowledge ??= build(db);
  try {
    return await holder.kouanClerkKnowledge;
  } catch (error) {
    delete holder.kouanClerkKnowledge;
    throw error;
  }
}
