import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Busboy, type BusboyInstance } from "@fastify/busboy";

/** A part of a form: a field, or a file where it has a name. A file is read as it comes, before the next part is asked for. */
export type Part =
  | { readonly kind: "field"; readonly name: string; readonly value: string }
  | {
      readonly kind: "file";
      readonly name: string;
      readonly fileName: string;
      readonly mediaType: string;
      readonly body: AsyncIterable<Uint8Array>;
    };

/** What was sent is no form, breaks off, or is beyond a limit. */
export class BrokenForm extends Error {
  override readonly name = "BrokenForm";
}

/** By name: the build may hold more than one copy of the class. */
export const isBrokenForm = (error: unknown): boolean => (error as { name?: unknown } | null)?.name === "BrokenForm";

const HEAD_MAX_BYTES = 8 * 1024;
const NAME_MAX_CHARACTERS = 1_000;
const PARTS_MAX = 64;

/** Whether a content type is that of a form with files, and names the mark between its parts. */
export const isMultipart = (contentType: string | null): contentType is string =>
  /^multipart\/form-data\s*;(?:.*;)?\s*boundary=(?:"[^"\r\n]{1,70}"|[^\s";,]{1,70}(?=[\s;]|$))/i.test(
    contentType ?? "",
  );

/** Browsers write a quote in a name as %22 and line breaks as %0D and %0A, and all else as it is. */
const unescaped = (name: string): string => name.replaceAll("%22", '"').replaceAll("%0D", "\r").replaceAll("%0A", "\n");

function checkedName(name: string | undefined): string {
  if (name === undefined) throw new BrokenForm("a part has no name");
  if (name.length > NAME_MAX_CHARACTERS) throw new BrokenForm("a name is too long");
  return unescaped(name);
}

const broken = (error: unknown): Error =>
  isBrokenForm(error) ? (error as Error) : new BrokenForm("the form breaks off", { cause: error });

/** The content of a file; it may be left in the middle. */
async function* contentOf(stream: Readable): AsyncGenerator<Uint8Array> {
  try {
    yield* stream.iterator({ destroyOnReturn: false });
  } catch (error) {
    throw broken(error);
  }
}

/** What the parser has found and nobody has taken yet. No more than one chunk of the body holds, since the next one waits for its reader. */
class Found {
  readonly #parts: { readonly part: Part; readonly stream: Readable | null }[] = [];
  #end: { readonly error: Error | null } | null = null;
  #wake = (): void => {};

  add(make: () => Part, stream: Readable | null): void {
    if (this.#end) {
      stream?.resume();
      return;
    }
    try {
      this.#parts.push({ part: make(), stream });
      this.#wake();
    } catch (error) {
      this.close(broken(error));
    }
  }

  /** No more parts come; the first end counts. */
  close(error: Error | null): void {
    this.#end ??= { error };
    this.#wake();
  }

  async next() {
    while (this.#parts.length === 0 && this.#end === null) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    const found = this.#parts.shift();
    if (!found && this.#end?.error) throw this.#end.error;
    return found;
  }
}

/**
 * A body, asked for one chunk at a time. As a web stream, `pipeline` would cancel it while a chunk is under way, and what then arrives
 * ends as a rejection that nobody handles.
 */
async function* chunksOf(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of body) yield chunk;
}

function parserInto(found: Found, contentType: string, fieldMaxBytes: number): BusboyInstance {
  const parser = new Busboy({
    headers: { "content-type": contentType },
    preservePath: true,
    limits: { headerSize: HEAD_MAX_BYTES, parts: PARTS_MAX, fieldSize: fieldMaxBytes },
    isPartAFile: (_name, _type, fileName) => fileName !== undefined,
  });
  parser.on("field", (name, value, _isNameCut, isValueCut) =>
    found.add(() => {
      if (isValueCut) throw new BrokenForm("a field is too long");
      return { kind: "field", name: checkedName(name), value };
    }, null),
  );
  parser.on("file", (name, stream, fileName, ...[, mediaType]) => {
    // It may break off before anybody reads it.
    stream.on("error", () => {});
    const body = contentOf(stream);
    found.add(
      () => ({ kind: "file", name: checkedName(name), fileName: checkedName(fileName), mediaType, body }),
      stream,
    );
  });
  parser.on("partsLimit", () => found.close(new BrokenForm("too many parts")));
  return parser;
}

/**
 * The parts of a form in their order, each read as it comes: a file of any size costs no more than a chunk of it. A part that is left
 * unread is passed over. Throws BrokenForm for what is no form, breaks off, or is beyond a limit.
 */
export async function* partsOf(
  body: AsyncIterable<Uint8Array>,
  contentType: string,
  fieldMaxBytes: number,
): AsyncGenerator<Part> {
  const found = new Found();
  const stopped = new AbortController();
  pipeline(chunksOf(body), parserInto(found, contentType, fieldMaxBytes), { signal: stopped.signal }).then(
    () => found.close(null),
    (error: unknown) => found.close(broken(error)),
  );
  let count = 0;
  try {
    for (let one = await found.next(); one; one = await found.next()) {
      count++;
      yield one.part;
      one.stream?.resume();
    }
    if (count === 0) throw new BrokenForm("the form has no parts");
  } finally {
    // Whoever stops here wants no more of the body; the front door sees to the connection.
    stopped.abort();
  }
}
