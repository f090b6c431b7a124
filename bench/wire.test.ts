import { createServer, connect, type AddressInfo } from "node:net";
import { once } from "node:events";
import { expect, onTestFinished, test } from "vitest";
import { messagesTo, wireTo } from "./wire";

function message(letter: string, body: string): Buffer {
  const head = Buffer.alloc(letter.length + 4);
  head.write(letter, "latin1");
  head.writeUInt32BE(4 + body.length, letter.length);
  return Buffer.concat([head, Buffer.from(body, "latin1")]);
}

test("Messages are read whole wherever the connection cuts them, and a client's first has no letter.", () => {
  const heard: string[] = [];
  const hear = messagesTo((letter, body) => heard.push(`${letter}:${body.toString()}`), { isFirstBare: true });
  const sent = Buffer.concat([message("", "start"), message("Q", "SELECT 1"), message("S", "")]);
  for (const byte of sent) hear(Buffer.from([byte]));
  hear(Buffer.concat([message("E", "a"), message("E", "b")]));
  expect(heard).toEqual([":start", "Q:SELECT 1", "S:", "E:a", "E:b"]);
});

test("A wire counts what is run and what is refused for a conflict, and passes everything on.", async () => {
  const database = createServer((client) =>
    client.once("data", () =>
      client.end(Buffer.concat([message("E", "SERROR\0C40001\0"), message("E", "SERROR\0C23505\0")])),
    ),
  );
  database.listen(0, "127.0.0.1");
  await once(database, "listening");
  const wire = await wireTo((database.address() as AddressInfo).port);
  onTestFinished(() => {
    wire.close();
    database.close();
  });
  const client = connect(wire.port, "127.0.0.1");
  client.write(
    Buffer.concat([message("", "start"), message("P", "SELECT 1"), message("E", ""), message("Q", "COMMIT")]),
  );
  const parts: Buffer[] = [];
  client.on("data", (part) => parts.push(part));
  await once(client, "end");
  expect(wire.counted()).toEqual({ statements: 2, conflicts: 1 });
  expect(Buffer.concat(parts).toString()).toContain("C23505");
});
