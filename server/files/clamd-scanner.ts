import { once } from "node:events";
import { type Socket, connect } from "node:net";

/** What a scanner says of a content; it throws where it cannot be asked. */
type Verdict = { readonly isInfected: boolean; readonly signature: string | null };

export type Scanner = { scan(content: AsyncIterable<Uint8Array>): Promise<Verdict> };

const ANSWER_MAX_BYTES = 4_096;
const SILENCE_MAX_MS = 60_000;
const END = Buffer.alloc(4);

/** `stream: OK`, or `stream: Eicar-Test-Signature FOUND`; anything else is no verdict. */
function readVerdict(answer: string): Verdict {
  const [, signature] = /^stream: ([^\0]+) FOUND\0?$/.exec(answer) ?? [];
  if (signature) return { isInfected: true, signature };
  if (/^stream: OK\0?$/.test(answer)) return { isInfected: false, signature: null };
  // What it says is kept with the file, and no database keeps control characters gladly.
  throw new Error(
    `clamd gives no verdict: ${answer
      .slice(0, 200)
      .replace(/\p{Cc}+/gu, " ")
      .trim()}`,
  );
}

async function send(socket: Socket, bytes: Uint8Array): Promise<void> {
  if (!socket.write(bytes)) await once(socket, "drain", { signal: AbortSignal.timeout(SILENCE_MAX_MS) });
}

async function sendAll(socket: Socket, content: AsyncIterable<Uint8Array>): Promise<void> {
  await send(socket, Buffer.from("zINSTREAM\0"));
  for await (const part of content) {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(part.byteLength);
    await send(socket, length);
    await send(socket, part);
  }
  await send(socket, END);
}

async function answerOf(socket: Socket): Promise<string> {
  let answer = "";
  for await (const part of socket) {
    answer += String(part);
    if (answer.length > ANSWER_MAX_BYTES) throw new Error("clamd says too much");
    if (answer.endsWith("\0")) break;
  }
  return answer;
}

/** Asks clamd over TCP by INSTREAM: the content travels in the connection, so the two need no folder in common. */
export function clamdScanner(url: string): Scanner {
  const { hostname, port } = new URL(url);
  return {
    async scan(content) {
      const socket = connect({ host: hostname, port: Number(port) });
      socket.setTimeout(SILENCE_MAX_MS, () => socket.destroy(new Error("clamd is silent")));
      try {
        await once(socket, "connect");
        const answer = answerOf(socket);
        // It may answer and hang up before the end, where the content is larger than it takes: then the answer says so.
        const sent = sendAll(socket, content);
        const [said, done] = await Promise.allSettled([answer, sent]);
        if (said.status === "fulfilled" && said.value !== "") return readVerdict(said.value);
        if (done.status === "rejected") throw done.reason;
        throw said.status === "rejected" ? said.reason : new Error("clamd hung up without a verdict");
      } finally {
        socket.destroy();
      }
    },
  };
}
