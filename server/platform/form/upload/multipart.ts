/** A part of a form: a field, or a file where it has a name. Its body is read as it comes, before the next part is asked for. */
export type Part = {
  readonly name: string;
  /** Null where it is a field. */
  readonly fileName: string | null;
  readonly mediaType: string;
  readonly body: AsyncIterable<Uint8Array>;
};

/** What was sent is no form, or breaks off. */
export class BrokenForm extends Error {}

const HEAD_MAX_BYTES = 8 * 1024;
const PARTS_MAX = 64;
const END_OF_HEAD = Buffer.from("\r\n\r\n");

/** The boundary that a form's content type names; null where it is no form. */
export function boundaryOf(contentType: string | null): string | null {
  const [, quoted, plain] =
    /^multipart\/form-data\s*;(?:.*;)?\s*boundary=(?:"([^"\r\n]{1,70})"|([^\s";,]{1,70}))/i.exec(contentType ?? "") ??
    [];
  return quoted ?? plain ?? null;
}

/** Browsers write a quote in a name as %22 and line breaks as %0D and %0A, and all else as it is. */
const unescaped = (name: string): string => name.replaceAll("%22", '"').replaceAll("%0D", "\r").replaceAll("%0A", "\n");

function readHead(head: string): Omit<Part, "body"> {
  const lines = head.split("\r\n");
  const valueOf = (name: string) =>
    lines.find((line) => line.toLowerCase().startsWith(`${name}:`))?.slice(name.length + 1);
  const disposition = valueOf("content-disposition") ?? "";
  const named = (name: string) => new RegExp(`;\\s*${name}="([^"]*)"`, "i").exec(disposition)?.[1];
  const name = named("name");
  if (name === undefined) throw new BrokenForm("a part has no name");
  const fileName = named("filename");
  return {
    name: unescaped(name),
    fileName: fileName === undefined ? null : unescaped(fileName),
    mediaType: (valueOf("content-type") ?? "").trim(),
  };
}

/** Bytes that come, held no further than up to the mark that is looked for. */
class Incoming {
  #held = Buffer.from("\r\n");
  readonly #source: AsyncIterator<Uint8Array>;

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  async #more(): Promise<void> {
    const { value, done } = await this.#source.next();
    if (done) throw new BrokenForm("the form breaks off");
    this.#held = Buffer.concat([this.#held, value]);
  }

  async take(count: number): Promise<string> {
    while (this.#held.length < count) await this.#more();
    const taken = this.#held.toString("latin1", 0, count);
    this.#held = this.#held.subarray(count);
    return taken;
  }

  /** What stands before the mark, which is passed over. */
  async *until(mark: Buffer): AsyncGenerator<Buffer> {
    for (;;) {
      const at = this.#held.indexOf(mark);
      const ready = at < 0 ? Math.max(0, this.#held.length - mark.length + 1) : at;
      const given = this.#held.subarray(0, ready);
      this.#held = this.#held.subarray(at < 0 ? ready : at + mark.length);
      if (given.length > 0) yield given;
      if (at >= 0) return;
      await this.#more();
    }
  }
}

/** All of a short text; a longer one is refused. */
export async function textOf(body: AsyncIterable<Uint8Array>, maxBytes: number): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body) {
    size += part.byteLength;
    if (size > maxBytes) throw new BrokenForm("a field is too long");
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}

/** The parts of a form in their order, each read as it comes: a file of any size costs no more than a chunk of it. */
export async function* partsOf(source: AsyncIterable<Uint8Array>, boundary: string): AsyncGenerator<Part> {
  const incoming = new Incoming(source);
  const mark = Buffer.from(`\r\n--${boundary}`);
  await textOf(incoming.until(mark), HEAD_MAX_BYTES);
  for (let count = 0; (await incoming.take(2)) !== "--"; count++) {
    if (count === PARTS_MAX) throw new BrokenForm("too many parts");
    const head = await textOf(incoming.until(END_OF_HEAD), HEAD_MAX_BYTES);
    const body = incoming.until(mark);
    yield { ...readHead(head), body };
    // What its reader left unread.
    for await (const _ of body);
  }
}
