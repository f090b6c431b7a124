import { safePath } from "@/domain/accounts/safe-path";

export type Query = Promise<Record<string, string | string[] | undefined>>;

/** Where the person wanted to go, if it is a place of ours; empty otherwise. */
export async function nextOf(query: Query): Promise<string> {
  return safePath((await query).next) ?? "";
}

/** `?next=…` to hand on, or nothing. */
export const withNext = (next: string): string => (next ? `?next=${encodeURIComponent(next)}` : "");

const TOKEN = /^[A-Za-z0-9_-]{20,100}$/;

/** The token of a mailed link; null where the address has none that could be one. */
export async function tokenOf(query: Query): Promise<string | null> {
  const { token } = await query;
  return typeof token === "string" && TOKEN.test(token) ? token : null;
}
