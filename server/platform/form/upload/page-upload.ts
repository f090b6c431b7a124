import "server-only";
import type { Actor } from "../../../../domain/access/actor";
import { LOCALES } from "../../../../domain/locale";
import type { Outcome, Origin } from "../../execute";
import { currentActor } from "../../identity/session";
import { newId } from "../../new-id";
import { log } from "../../process/log";
import { isFromElsewhere } from "../from-elsewhere";
import { BrokenForm, boundaryOf, partsOf, textOf } from "./multipart";

const FIELD_MAX_BYTES = 200;
const KEY = /^[0-9a-z]{1,64}$/;

type Fields = Readonly<Record<string, string>>;

export type SentFile = {
  readonly actor: Actor;
  readonly origin: Origin;
  readonly name: string;
  readonly declaredType: string;
  readonly body: AsyncIterable<Uint8Array>;
  readonly idempotencyKey: string | null;
};

type Definition = {
  /** Where the form's fields lead to and what they say; null where they say nothing that is known. */
  readonly read: (
    fields: Fields,
  ) => { readonly back: string; readonly take: (file: SentFile) => Promise<Outcome<unknown>> } | null;
};

const plain = (status: number, words: string): Response =>
  new Response(words, {
    status,
    headers: { "cache-control": "no-store", "content-type": "text/plain; charset=utf-8" },
  });

/** Back to the page that sent it, with how it went: a code that the page words. */
const backTo = (path: string, language: string, code: string): Response =>
  new Response(null, {
    status: 303,
    headers: { location: `/${language}${path}?files=${code}#files`, "cache-control": "no-store" },
  });

const codeOf = (outcome: Outcome<unknown>): string => {
  if (outcome.kind === "refused") return outcome.refusal.code;
  return outcome.kind === "done" ? "kept" : "malformed";
};

async function takeAll(request: Request, boundary: string, { read }: Definition): Promise<Response> {
  const actor = await currentActor();
  const origin: Origin = { ip: request.headers.get("x-forwarded-for"), requestId: null };
  const fields: Record<string, string> = {};
  const language = () => LOCALES.find((one) => one === fields.language) ?? LOCALES[0];
  let back: string | null = null;
  let count = 0;
  if (request.body === null) throw new BrokenForm("no body");
  for await (const part of partsOf(request.body, boundary)) {
    if (part.fileName === null) {
      fields[part.name] = await textOf(part.body, FIELD_MAX_BYTES);
      continue;
    }
    const asked = read(fields);
    if (!asked) return plain(400, "Unknown subject");
    back = asked.back;
    // An empty field of files is one without a name.
    if (part.fileName === "") continue;
    const { idempotencyKey: key = "" } = fields;
    const outcome = await asked.take({
      actor,
      origin,
      name: part.fileName,
      declaredType: part.mediaType,
      body: part.body,
      idempotencyKey: KEY.test(key) ? `${key}.${count}` : null,
    });
    count++;
    if (outcome.kind !== "done") return backTo(back, language(), codeOf(outcome));
  }
  if (back === null) return plain(400, "No file");
  return backTo(back, language(), count === 0 ? "none" : "kept");
}

/**
 * Makes the route that a form sends files to, with and without JavaScript: from our own pages only, read as it comes, and answered
 * by the page it came from. The first file that is refused ends it; those before it are kept.
 */
export function upload(definition: Definition): (request: Request) => Promise<Response> {
  return async (request) => {
    try {
      if (isFromElsewhere(request.headers)) return plain(403, "Not from this site");
      const boundary = boundaryOf(request.headers.get("content-type"));
      if (boundary === null) return plain(415, "Not a form");
      return await takeAll(request, boundary, definition);
    } catch (error) {
      if (error instanceof BrokenForm || request.signal.aborted) return plain(400, "The form breaks off");
      const reference = newId().slice(-8).toUpperCase();
      log.error({ reference, err: error }, "an upload failed");
      return plain(500, `Fault, reference ${reference}`);
    }
  };
}
