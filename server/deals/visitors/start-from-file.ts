import "server-only";
import { randomBytes } from "node:crypto";
import { timeZoneSchema } from "@/domain/accounts/person";
import { cleanFileName } from "@/domain/files/file-name";
import { TEXT_MAX } from "@/domain/deals/clerk/reading";
import { LOCALES } from "@/domain/shared/locale";
import { MARKET_ZONE } from "@/domain/shared/time";
import { inspecting } from "../../files/store-content";
import { textOfFile } from "../../files/text-of-file";
import { execute } from "../../platform/execute";
import { BrokenForm, isBrokenForm, isMultipart, type Part, partsOf } from "../../platform/form/multipart";
import { plainFault } from "../../platform/form/page-download";
import { isFromElsewhere } from "../../platform/form/refuse-unread";
import { currentActor, currentSession } from "../../platform/identity/session";
import { hashOf } from "../../platform/identity/tokens";
import { noteFault } from "../../platform/process/fault";
import { takePoint } from "../../platform/rate-limit";
import { startVisitorDraft } from "./start-draft";
import { addressHashOf } from "./visitor-draft";

/** A packing list of some thousand rows; one byte more is refused. */
export const VISITOR_FILE_MAX_BYTES = 2 * 1024 * 1024;
const FIELD_MAX_BYTES = 200;

type FilePart = Extract<Part, { kind: "file" }>;

/** The file and the fields that stand before it; a file without a name is an empty field. */
async function fileIn(body: AsyncIterable<Uint8Array>, contentType: string) {
  const fields: Record<string, string> = {};
  for await (const part of partsOf(body, contentType, FIELD_MAX_BYTES)) {
    if (part.kind === "field") fields[part.name] = part.value;
    else if (part.fileName !== "") return { fields, file: part, content: await contentOf(part) };
  }
  return { fields, file: null, content: null };
}

/** The content while it is small enough; null once there is a byte too many, of which no more are read. */
async function contentOf({ body }: FilePart): Promise<Buffer | null> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.byteLength;
    if (bytes > VISITOR_FILE_MAX_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

type Sent = Awaited<ReturnType<typeof fileIn>>;

/** What became of a file: what it holds or leads to, or the code of what is refused, as the front page words it. */
type Taken<Made> = Made | { readonly refused: string };

async function textIn({ file, content }: Sent): Promise<Taken<{ readonly text: string }>> {
  if (!file) return { refused: "none" };
  if (!content) return { refused: "file_too_large" };
  const named = { name: cleanFileName(file.fileName), declaredType: file.mediaType };
  const read = await inspecting(() => textOfFile(content, named));
  if (!read.ok) return { refused: read.refusal.code };
  if (read.value === null) return { refused: "type_has_no_text" };
  if (read.value.trim() === "") return { refused: "file_empty" };
  return read.value.length > TEXT_MAX ? { refused: "text_too_long" } : { text: read.value };
}

/** Reads the file as a text that was pasted, into a draft behind a new link. */
async function begin(request: Request, sent: Sent): Promise<Taken<{ readonly link: string }>> {
  const read = await textIn(sent);
  if ("refused" in read) return read;
  const ip = request.headers.get("x-forwarded-for");
  const zone = timeZoneSchema.safeParse((await currentSession())?.timeZone ?? sent.fields.timeZone);
  const link = randomBytes(32).toString("base64url");
  const outcome = await execute(startVisitorDraft, {
    actor: await currentActor(),
    origin: { ip, requestId: null },
    input: {
      ...{ text: read.text, zone: zone.success ? zone.data : MARKET_ZONE },
      ...{ tokenHash: hashOf(link), addressHash: addressHashOf(ip) },
    },
  });
  if (outcome.kind === "done") return { link };
  return { refused: outcome.kind === "refused" ? outcome.refusal.code : "file_unreadable" };
}

const answer = (status: number, words: string | null, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(words, {
    status,
    headers: { "cache-control": "no-store", "content-type": "text/plain; charset=utf-8", ...headers },
  });

async function started(request: Request): Promise<Response> {
  if (isFromElsewhere(request.headers)) return answer(403, "Not from this site");
  const contentType = request.headers.get("content-type");
  if (!isMultipart(contentType)) return answer(415, "Not a form");
  if (request.body === null) throw new BrokenForm("no body");
  const seconds = await takePoint("visitor_file", `address ${request.headers.get("x-forwarded-for") ?? "unknown"}`);
  const sent = await fileIn(request.body, contentType);
  const language = LOCALES.find((one) => one === sent.fields.language) ?? LOCALES[0];
  const begun = seconds > 0 ? { refused: "too_many_requests" } : await begin(request, sent);
  const location =
    "link" in begun ? `/${language}/start/${begun.link}` : `/${language}?file=${begun.refused}#first-file`;
  return answer(303, null, { location });
}

/**
 * Makes the route that takes a packing list from the front page, with and without a script: it is read as if it had been pasted, becomes a draft behind
 * a link of its own, and is not kept. What is refused is said by the front page.
 */
export function packingList(): (request: Request) => Promise<Response> {
  return async (request) => {
    try {
      return await started(request);
    } catch (error) {
      if (isBrokenForm(error) || request.signal.aborted) return answer(400, "The form breaks off");
      return plainFault(noteFault(error, "a packing list failed"));
    }
  };
}
