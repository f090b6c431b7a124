import type { Actor } from "../../../domain/access/policy";
import { LOCALES } from "@/domain/shared/locale";
import type { Origin, Outcome } from "../execute";
import { BrokenForm, isBrokenForm, isMultipart, partsOf } from "./multipart";
import "server-only";
import { currentActor } from "../identity/session";
import { noteFault } from "../process/fault";
import { isFromElsewhere } from "./refuse-unread";
import { plainFault } from "./page-download";

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

type UploadDefinition = {
  /** Where the form's fields lead to and what they say; null where they say nothing that is known. */
  readonly read: (fields: Fields) => {
    readonly back: string;
    /** Where on that page; its files, where nothing else is said. */
    readonly fragment?: string;
    readonly take: (file: SentFile) => Promise<Outcome<unknown>>;
  } | null;
};

const plain = (status: number, words: string): Response =>
  new Response(words, {
    status,
    headers: { "cache-control": "no-store", "content-type": "text/plain; charset=utf-8" },
  });

type Back = { readonly back: string; readonly fragment?: string };

/** Back to the page that sent it, with how it went: a code that the page words. What is laid elsewhere than among its files says so. */
const backTo = ({ back, fragment }: Back, language: string, code: string): Response => {
  const said = `${back.includes("?") ? "&" : "?"}${fragment ? "laid" : "files"}=${code}`;
  const location = `/${language}${back}${said}#${fragment ?? "files"}`;
  return new Response(null, { status: 303, headers: { location, "cache-control": "no-store" } });
};

/** Whose session has ended meanwhile finds the page again after signing in. */
const toSignIn = (path: string, language: string): Response =>
  new Response(null, {
    status: 303,
    headers: { location: `/${language}/sign-in?next=${encodeURIComponent(path)}`, "cache-control": "no-store" },
  });

const codeOf = (outcome: Outcome<unknown>): string => {
  if (outcome.kind === "refused") return outcome.refusal.code;
  return outcome.kind === "done" ? "kept" : "malformed";
};

/** Takes the files of a form one after another as they come, and leads back to the page that it came from. */
export async function takeForm(request: Request, actor: Actor, { read }: UploadDefinition): Promise<Response> {
  const contentType = request.headers.get("content-type");
  if (!isMultipart(contentType)) return plain(415, "Not a form");
  const origin: Origin = { ip: request.headers.get("x-forwarded-for"), requestId: null };
  const fields: Record<string, string> = {};
  const language = () => LOCALES.find((one) => one === fields.language) ?? LOCALES[0];
  let count = 0;
  if (request.body === null) throw new BrokenForm("no body");
  for await (const part of partsOf(request.body, contentType, FIELD_MAX_BYTES)) {
    if (part.kind === "field") {
      fields[part.name] = part.value;
      continue;
    }
    const asked = read(fields);
    if (!asked) return plain(400, "Unknown subject");
    const { back } = asked;
    if (actor.kind === "anonymous") return toSignIn(back, language());
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
    if (outcome.kind !== "done") return backTo(asked, language(), codeOf(outcome));
  }
  const asked = read(fields);
  if (!asked) return plain(400, "Unknown subject");
  return backTo(asked, language(), count === 0 ? "none" : "kept");
}

/**
 * Makes the route that a form sends files to, with and without JavaScript: from our own pages only, read as it comes, and answered
 * by the page it came from. The first file that is refused ends it; those before it are kept.
 */
export function upload(definition: UploadDefinition): (request: Request) => Promise<Response> {
  return async (request) => {
    try {
      if (isFromElsewhere(request.headers)) return plain(403, "Not from this site");
      return await takeForm(request, await currentActor(), definition);
    } catch (error) {
      if (isBrokenForm(error) || request.signal.aborted) return plain(400, "The form breaks off");
      return plainFault(noteFault(error, "an upload failed"));
    }
  };
}
