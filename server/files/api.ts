import { FILE_KINDS, LOOKS } from "../../domain/files/file-kind";
import { attachmentHeader, FILE_NAME_MAX } from "../../domain/files/file-name";
import { FILE_STATES, type FileFacts, SUBJECT_KINDS } from "../../domain/files/file";
import { log } from "../platform/process/log";
import { z } from "zod";
import { toIso } from "../../domain/shared/time";
import { accept, refuse } from "../../domain/shared/result";
import { boundedText } from "../../domain/shared/wire-fields";
import { PHOTO_ABOUT_MAX } from "./keep-file";
import { receiveUpload } from "./receive-upload";
import {
  downloadEndpoint,
  idText,
  pathId,
  queryEndpoint,
  queryId,
  timeText,
  uploadEndpoint,
} from "../platform/api/endpoint-kinds";
import { platform } from "../platform/platform";
import { fileView, openFile } from "./queries";

type Opened = { readonly facts: FileFacts; readonly content: AsyncIterable<Uint8Array> };

/** Bytes as they are asked for; where they break off, so does the answer, and nobody takes a part for the whole. */
function streamOf(content: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const source = content[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      try {
        const { value, done } = await source.next();
        if (done) controller.close();
        else controller.enqueue(value);
      } catch (error) {
        log.error({ err: error }, "the content of a file broke off");
        controller.error(error);
      }
    },
    async cancel() {
      await source.return?.();
    },
  });
}

/** The answer that carries a file: to be kept on a disk, never shown, run or framed by a browser, and kept by no cache. */
export function fileAnswer({ facts, content }: Opened): Response {
  const { mediaType, isText } = LOOKS[facts.kind];
  return new Response(streamOf(content), {
    headers: {
      "content-type": isText ? "application/octet-stream" : mediaType,
      "content-length": String(facts.sizeBytes),
      "content-disposition": attachmentHeader(facts.name),
      "content-security-policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });
}

const ofFile = z.strictObject({ fileId: pathId });

const NAME_SENT_MAX = 1_000;

/** A header holds bytes; a name of other letters travels percent-encoded. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch (error) {
    if (error instanceof URIError) return name;
    throw error;
  }
}

const fileShape = z
  .strictObject({
    id: idText,
    name: z.string().max(FILE_NAME_MAX),
    kind: z.enum(FILE_KINDS),
    sizeBytes: z.int(),
    sha256: z.string().meta({ description: "Of the content as it is kept, in hexadecimal" }),
    state: z.enum(FILE_STATES),
    milestoneCode: z.string().nullable(),
    createdAt: timeText,
  })
  .meta({ id: "File" });

export const postFile = uploadEndpoint({
  name: "uploadFile",
  path: "/api/v1/files",
  summary: "Send a file: attach it at once, or name it in a milestone",
  description:
    "At most 20 MiB: PDF, JPEG, PNG, WebP, XLSX, CSV or TXT, by content and by name. Pictures are drawn anew. A file that is attached to nothing is forgotten after a day.",
  scope: "files:write",
  headers: z.object({
    "content-type": z
      .string()
      .max(200)
      .default("application/octet-stream")
      .meta({ description: "The file's own media type, or one that says nothing" }),
    "x-file-name": z
      .string("required")
      .min(1, "required")
      .max(NAME_SENT_MAX, "too_long")
      .transform(decoded)
      .meta({
        description: "Its name, percent-encoded UTF-8",
        override: { type: "string", example: "packing%20list.pdf" },
      }),
  }),
  query: z.strictObject({
    subject: z
      .enum(SUBJECT_KINDS)
      .optional()
      .meta({ description: "What it is attached to; a bid is named by its request" }),
    subjectId: queryId
      .optional()
      .meta({ description: "The id of the request or order, or of the round of an inspection" }),
    about: boundedText(PHOTO_ABOUT_MAX).optional().meta({ description: "Of a photo of an inspection: what it shows" }),
  }),
  response: z.strictObject({ id: idText }),
  refusals: [
    "file_too_large",
    "file_empty",
    "type_not_allowed",
    "type_differs",
    "file_unreadable",
    "file_is_two",
    "file_encrypted",
    "file_has_script",
    "file_has_macros",
    "file_has_links",
    "file_has_files",
    "archive_too_large",
    "picture_too_large",
    "file_infected",
    "too_many_files",
    "no_more_files",
    "no_listing",
    "not_invited",
    "subject_incomplete",
  ],
  async receive({ headers, query, ...call }) {
    const { subject: kind, subjectId: id, about = null } = query;
    if ((kind === undefined) !== (id === undefined))
      return { kind: "refused", refusal: refuse("subject_incomplete").refusal };
    return receiveUpload({
      ...call,
      name: headers["x-file-name"],
      declaredType: headers["content-type"],
      subject: kind && id ? { kind, id } : null,
      about,
    });
  },
});

export const getFile = queryEndpoint({
  name: "getFile",
  path: "/api/v1/files/{fileId}",
  summary: "What is known of a file, to those who may know of it",
  description: "A bid's files are its bidder's alone until the opening.",
  scope: "files:read",
  params: ofFile,
  response: fileShape,
  async run({ actor, params }) {
    const { database, clock } = platform();
    const file = await fileView(database.read, params.fileId, { viewer: actor, now: clock() });
    if (!file) return refuse("not_found");
    const { id, name, kind, sizeBytes, sha256, state, milestoneCode, createdAt } = file;
    return accept({ id, name, kind, sizeBytes, sha256, state, milestoneCode, createdAt: toIso(createdAt) });
  },
});

export const getFileContent = downloadEndpoint({
  name: "getFileContent",
  path: "/api/v1/files/{fileId}/content",
  summary: "A file's content",
  description: "To others than its own organisation only once it is `clean`, or `unscanned` where nobody scans.",
  scope: "files:read",
  params: ofFile,
  response: z.string().meta({ description: "The bytes of the file" }),
  async send({ actor, params }) {
    const opened = await openFile(platform().database.read, params.fileId, { viewer: actor });
    return opened && fileAnswer(opened);
  },
});
