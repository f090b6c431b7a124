import { env } from "@/server/platform/process/env";
import { givenSecret } from "@/server/platform/process/secrets";

/** Where the clerk's model answers and how long it is waited for. Only who runs the installation sets it; no request can. */
export type ModelSettings = {
  /** The base of an OpenAI-compatible interface, such as `https://models.example/v1`. */
  readonly url: string;
  readonly model: string;
  readonly key: string | null;
  /** For one text, a second try included. */
  readonly timeoutMs: number;
  /** Before the second try, where the server names no other time. */
  readonly pauseMs: number;
};

const TIMEOUT_MS = 20_000;
const PAUSE_MS = 500;

/** The settings of this installation; null where rules read alone. */
export function modelSettings(): ModelSettings | null {
  const { KOUAN_CLERK_URL, KOUAN_CLERK_MODEL } = env();
  if (KOUAN_CLERK_URL === "") return null;
  return {
    url: KOUAN_CLERK_URL.replace(/\/+$/, ""),
    model: KOUAN_CLERK_MODEL,
    key: givenSecret("kouan-clerk-key"),
    timeoutMs: TIMEOUT_MS,
    pauseMs: PAUSE_MS,
  };
}
