import { LOOKS } from "../../domain/files/file-kind";
import { attachmentHeader } from "../../domain/files/file-name";
import type { FileFacts } from "../../domain/files/file";
import { log } from "../platform/process/log";

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
