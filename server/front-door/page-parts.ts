import { randomBytes } from "node:crypto";
import type { ServerResponse } from "node:http";
import type { PageParts, Said } from "../platform/process/answer-status.ts";
import { holdAnswer } from "./held-answer.ts";

const KEY_BYTES = 12;

/** The parts of a document that is about to be drawn: none yet, under a key that stands on no other page. */
export const newParts = (nonce = ""): PageParts => ({
  ...{ key: randomBytes(KEY_BYTES).toString("base64url"), nonce },
  ...{ texts: [], head: [] },
});

const HEAD_ENDS = "</head>";

/** The document with its parts where the framework left room for them (components/ui/written/page-parts.ts), and at the end of its head what only machines read. */
export function withParts(document: Buffer, { key, texts, head = [] }: PageParts): Buffer {
  const pieces: Buffer[] = [];
  let from = 0;
  const places = texts.map((text, number) => {
    const standIn = `${key}.${number}.`;
    return { text, at: document.indexOf(standIn, 0, "latin1"), length: standIn.length };
  });
  const inHead = { text: head.join(""), at: document.indexOf(HEAD_ENDS, 0, "latin1"), length: 0 };
  // A part that was written and in the end not drawn is nowhere.
  for (const { text, at, length } of [inHead, ...places].filter(({ at }) => at >= 0).sort((a, b) => a.at - b.at)) {
    pieces.push(document.subarray(from, at), Buffer.from(text));
    from = at + length;
  }
  return Buffer.concat([...pieces, document.subarray(from)]);
}

/** Keeps a document that has parts until it is whole, and sends it with them. */
export function putParts(response: ServerResponse, said: Said): void {
  holdAnswer(response, {
    isHeld: () => said.parts !== null && said.parts.texts.length + (said.parts.head?.length ?? 0) > 0,
    send: (status, document) => {
      response.writeHead(status);
      response.end(said.parts ? withParts(document, said.parts) : document);
    },
  });
}
