import type { ServerResponse } from "node:http";

type Holding = {
  /** Whether an answer of this status and type is held back. */
  readonly isHeld: (status: number, type: string | null) => boolean;
  /** Sends another in its place; headers of the first stand, but for those that speak of its body. */
  readonly send: (status: number, body: Buffer) => void;
};

const OF_BODY = ["content-length", "transfer-encoding", "etag"];

/** Lets an answer of the framework pass as it comes, or keeps all of it back until it has ended, and sends another in its place. */
export function holdAnswer(response: ServerResponse, { isHeld, send }: Holding): void {
  const chunks: Buffer[] = [];
  let held: number | null = null;
  const { writeHead, write, end, flushHeaders } = response;
  const keep = ([chunk, encoding]: readonly unknown[]): void => {
    if (typeof chunk === "string") chunks.push(Buffer.from(chunk, encoding as BufferEncoding));
    else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
  };
  const called = (given: readonly unknown[]): void => {
    const callback = given.find((one) => typeof one === "function") as (() => void) | undefined;
    if (callback) process.nextTick(callback);
  };
  // Who writes without a word of the status is asked for it first.
  const isKept = (): boolean => {
    if (held === null && !response.headersSent) response.writeHead(response.statusCode);
    return held !== null;
  };
  response.writeHead = ((status: number, ...rest: unknown[]) => {
    if (held !== null) return response;
    const type = response.getHeader("content-type");
    if (!isHeld(status, type === undefined ? null : String(type)))
      return Reflect.apply(writeHead, response, [status, ...rest]);
    held = status;
    return response;
  }) as ServerResponse["writeHead"];
  response.write = ((...given: unknown[]) => {
    if (!isKept()) return Reflect.apply(write, response, given);
    keep(given);
    called(given);
    return true;
  }) as ServerResponse["write"];
  response.flushHeaders = () => {
    if (!isKept()) flushHeaders.call(response);
  };
  response.end = ((...given: unknown[]) => {
    if (!isKept()) return Reflect.apply(end, response, given);
    keep(given);
    Object.assign(response, { writeHead, write, end, flushHeaders });
    for (const name of OF_BODY) response.removeHeader(name);
    response.once("finish", () => called(given));
    send(held as number, Buffer.concat(chunks));
    return response;
  }) as ServerResponse["end"];
}
