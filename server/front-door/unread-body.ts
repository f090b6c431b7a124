import type { IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";

/** How much is still read of a body that nobody wants, and for how long. */
export type UnreadLimits = {
  /** A body of this size or less is read to its end, so that its connection serves the next request. */
  readonly keepBytes: number;
  readonly lingerBytes: number;
  readonly lingerMs: number;
  readonly idleMs: number;
};

const LIMITS: UnreadLimits = {
  keepBytes: 256 * 1024,
  // A browser reads no answer before it has sent the whole form: two files of the largest size, and what stands around them.
  lingerBytes: 48 * 1024 * 1024,
  lingerMs: 60_000,
  idleMs: 5_000,
};
const LOOKS_EACH_IDLE = 5;

/**
 * Sees to the body of a request that is answered before it was read. Left alone it stays in the connection, and the next request there waits
 * until keep-alive ends. A small one is read to its end. With a larger one the answer says `Connection: close`; our side is closed when
 * the answer is out, and what still comes is thrown away for a while: a connection that is cut with unread bytes in it takes the answer
 * from the client (RFC 9112, 9.6).
 */
export function settleUnreadBody(request: IncomingMessage, response: ServerResponse, limits = LIMITS): void {
  const { socket, headers } = request;
  const isChunked = headers["transfer-encoding"] !== undefined;
  const sizeBytes = Number(headers["content-length"] ?? 0);
  if (!isChunked && !(sizeBytes > 0)) return;
  // Whoever reads hears of a client that goes away; where its reader has just left, nobody would, and the process would end by it.
  request.on("error", () => undefined);
  keepConnection(request, socket);
  let isClosing = false;
  const write = response.writeHead.bind(response) as (...all: unknown[]) => ServerResponse;
  response.writeHead = ((...all: unknown[]) => {
    if (!response.headersSent && !request.complete && (isChunked || sizeBytes > limits.keepBytes)) {
      isClosing = true;
      response.setHeader("Connection", "close");
      // Node would cut the connection when the answer is out.
      socket.destroySoon = () => void socket.end();
    }
    return write(...all);
  }) as ServerResponse["writeHead"];
  response.once("finish", () => {
    const done = () => {
      if (!isClosing) return;
      Reflect.deleteProperty(socket, "destroySoon");
      socket.destroySoon();
    };
    if (request.complete) done();
    else throwAway(request, socket, { limits, done });
  });
}

/**
 * A reader that stops in the middle destroys the body, and with it what the connection could still be used for. While the connection
 * stands, the body only loses its readers.
 */
function keepConnection(request: IncomingMessage, socket: Socket): void {
  const destroy = request.destroy.bind(request);
  request.destroy = (error?: Error) => {
    const isLost = socket.destroyed || (error as NodeJS.ErrnoException | undefined)?.code === "ECONNRESET";
    if (isLost || request.readableEnded) return destroy(error);
    // Node takes it away before it destroys a request on behalf of a reader.
    request.socket = socket;
    forgetReaders(request);
    return request;
  };
}

function forgetReaders(request: IncomingMessage): void {
  request.removeAllListeners("data");
  request.removeAllListeners("readable");
  request.pause();
}

/** Reads what still comes and forgets it; whoever sends too much, too long or nothing at all is cut off. */
function throwAway(
  request: IncomingMessage,
  socket: Socket,
  { limits, done }: { limits: UnreadLimits; done: () => void },
): void {
  const { lingerBytes, lingerMs, idleMs } = limits;
  const [fromBytes, fromMs] = [socket.bytesRead, performance.now()];
  let [seenBytes, seenMs] = [fromBytes, fromMs];
  const look = setInterval(() => {
    const now = performance.now();
    if (socket.bytesRead > seenBytes) [seenBytes, seenMs] = [socket.bytesRead, now];
    const isOver = seenBytes - fromBytes > lingerBytes || now - fromMs > lingerMs || now - seenMs > idleMs;
    if (isOver) socket.destroy();
  }, idleMs / LOOKS_EACH_IDLE).unref();
  socket.once("close", () => clearInterval(look));
  request.once("end", () => {
    clearInterval(look);
    done();
  });
  forgetReaders(request);
  request.resume();
}
