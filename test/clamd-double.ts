import { createServer, type Socket } from "node:net";
import { onTestFinished } from "vitest";
import { EICAR } from "./file-corpus";

type Says = (content: Buffer) => string;

/** What clamd answers: it finds the one file that every scanner knows. */
export const findsEicar: Says = (content) =>
  content.includes(EICAR) ? "stream: Win.Test.EICAR_HDB-1 FOUND\0" : "stream: OK\0";

/** Reads one INSTREAM command: a length of four bytes before each chunk, and a length of nothing at the end. */
function listen(socket: Socket, says: Says, seen: Buffer[]): void {
  let held = Buffer.alloc(0);
  let isCommanded = false;
  const chunks: Buffer[] = [];
  socket.on("error", () => undefined);
  socket.on("data", (part) => {
    held = Buffer.concat([held, part]);
    if (!isCommanded) {
      const end = held.indexOf(0);
      if (end < 0) return;
      if (held.toString("latin1", 0, end) !== "zINSTREAM") return void socket.end("UNKNOWN COMMAND\0");
      isCommanded = true;
      held = held.subarray(end + 1);
    }
    while (held.length >= 4) {
      const length = held.readUInt32BE(0);
      if (length === 0) {
        const content = Buffer.concat(chunks);
        seen.push(content);
        return void socket.end(says(content));
      }
      if (held.length < 4 + length) return;
      chunks.push(held.subarray(4, 4 + length));
      held = held.subarray(4 + length);
    }
  });
}

/** In place of clamd: a server that speaks its protocol on a free port of this machine. */
export async function clamdDouble(says: Says = findsEicar) {
  const seen: Buffer[] = [];
  const server = createServer((socket) => listen(socket, says, seen));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const stop = () => new Promise<void>((resolve) => server.close(() => resolve()));
  onTestFinished(() => (server.listening ? stop() : undefined));
  return { url: `tcp://127.0.0.1:${port}`, seen, stop };
}
