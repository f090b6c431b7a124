import { connect, createServer, type AddressInfo, type Socket } from "node:net";

/** What has gone over the wire so far: statements sent, and transactions that the server refused for a conflict. */
export type Counted = { readonly statements: number; readonly conflicts: number };

export type Wire = { readonly port: number; counted(): Counted; close(): void };

const HEAD_BYTES = 4;
// "Query" and "Execute"; with prepared statements each run is an Execute.
const RUNS = new Set(["Q", "E"]);
const CONFLICTS = ["C40001\0", "C40P01\0"];

/** Cuts what comes over a connection into PostgreSQL's messages: a letter, the length, the rest. A client's first has no letter. */
export function messagesTo(hear: (letter: string, body: Buffer) => void, { isFirstBare }: { isFirstBare: boolean }) {
  let held = Buffer.alloc(0);
  let letterBytes = isFirstBare ? 0 : 1;
  return (part: Buffer): void => {
    held = Buffer.concat([held, part]);
    while (held.length >= letterBytes + HEAD_BYTES) {
      const end = letterBytes + held.readUInt32BE(letterBytes);
      if (held.length < end) return;
      hear(held.toString("latin1", 0, letterBytes), held.subarray(letterBytes + HEAD_BYTES, end));
      held = held.subarray(end);
      letterBytes = 1;
    }
  };
}

/** Stands between a server of the product and PostgreSQL and counts, whatever commit the server is of. It costs time: nothing is timed through it. */
export async function wireTo(port: number): Promise<Wire> {
  let [statements, conflicts] = [0, 0];
  const open = new Set<Socket>();
  const server = createServer((client) => {
    const database = connect(port, "127.0.0.1");
    for (const socket of [client, database]) {
      open.add(socket);
      socket.setNoDelay(true).once("error", () => socket.destroy());
    }
    const sent = messagesTo((letter) => void (statements += RUNS.has(letter) ? 1 : 0), { isFirstBare: true });
    const answered = messagesTo(
      (letter, body) => {
        const text = letter === "E" ? body.toString("latin1") : "";
        if (CONFLICTS.some((code) => text.includes(code))) conflicts++;
      },
      { isFirstBare: false },
    );
    client.on("data", sent).pipe(database);
    database.on("data", answered).pipe(client);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    port: (server.address() as AddressInfo).port,
    counted: () => ({ statements, conflicts }),
    close() {
      for (const socket of open) socket.destroy();
      server.close();
    },
  };
}
