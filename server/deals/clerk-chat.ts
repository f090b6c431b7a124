import { env } from "@/server/platform/process/env";
import { givenSecret } from "@/server/platform/process/secrets";
import { z } from "zod";
import type { Message } from "@/domain/deals/clerk/proposal";

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

/** An answer as JSON, or why there is none: too late, not reached or refused, or nothing that can be read. */
export type ChatAnswer =
  | { readonly kind: "answered"; readonly json: unknown }
  | { readonly kind: "late" }
  | { readonly kind: "failed"; readonly status: number | null }
  | { readonly kind: "unreadable" };

// Sixty pointers of two hundred letters fit many times over.
const ANSWER_BYTES_MAX = 256 * 1024;
const PAUSE_MS_MAX = 5_000;

const answerSchema = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
});

/** The body as text; null as soon as it is larger than any answer. */
async function bodyOf(response: Response): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    // Leaving the loop lets go of the connection.
    if (bytes > ANSWER_BYTES_MAX) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

const FENCED = /^\s*```(?:json)?\s*\n([\s\S]*?)\n\s*```\s*$/;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What the model wrote, read as JSON; many put it between fences. */
function readAnswer(body: string | null): ChatAnswer {
  const answer = answerSchema.safeParse(body === null ? undefined : parsed(body));
  const content = answer.data?.choices[0]?.message.content;
  const json = content === undefined ? undefined : parsed(FENCED.exec(content)?.[1] ?? content);
  return json === undefined ? { kind: "unreadable" } : { kind: "answered", json };
}

async function post(settings: ModelSettings, messages: readonly Message[], signal: AbortSignal): Promise<Response> {
  return fetch(`${settings.url}/chat/completions`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(settings.key === null ? {} : { authorization: `Bearer ${settings.key}` }),
    },
    body: JSON.stringify({ model: settings.model, messages, response_format: { type: "json_object" } }),
    // Nobody but the setting says where texts and the key are sent.
    redirect: "error",
    cache: "no-store",
    signal,
  });
}

const isWorthAnother = (status: number): boolean => status === 429 || status >= 500;

/** How long to wait before the second try: what the server asks for, as far as it is short. */
function pauseOf(response: Response, pauseMs: number): number {
  const seconds = Number(response.headers.get("retry-after") ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds * 1000, PAUSE_MS_MAX) : pauseMs;
}

const pause = (ms: number, signal: AbortSignal) =>
  new Promise<void>((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });

/**
 * Asks a chat model once, and once more where it is overloaded or ill (429, 5xx), within one time limit for both. It never throws: whoever
 * asks goes on without an answer.
 */
export async function askChat(settings: ModelSettings, messages: readonly Message[]): Promise<ChatAnswer> {
  const signal = AbortSignal.timeout(settings.timeoutMs);
  try {
    let response = await post(settings, messages, signal);
    if (isWorthAnother(response.status)) {
      await response.body?.cancel();
      await pause(pauseOf(response, settings.pauseMs), signal);
      response = await post(settings, messages, signal);
    }
    if (!response.ok) {
      await response.body?.cancel();
      return { kind: "failed", status: response.status };
    }
    return readAnswer(await bodyOf(response));
  } catch {
    return signal.aborted ? { kind: "late" } : { kind: "failed", status: null };
  }
}
