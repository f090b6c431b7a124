import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { Writable } from "node:stream";
import { type Said, withSaid } from "../platform/process/answer-status.ts";
import { nameRequest, nonceOf } from "./guard.ts";
import { holdAnswer } from "./held-answer.ts";
import { newParts, withParts } from "./page-parts.ts";
import type { Visit } from "./visit.ts";

/** What the framework answers for nobody in particular. */
export type Drawn = {
  readonly status: number;
  readonly headers: ReadonlyMap<string, number | string | readonly string[]>;
  readonly body: Buffer;
  /** Stands in the body wherever its reader's own is to stand; it is sent to nobody. */
  readonly nonce: string;
  readonly said: Said;
};

export type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** A connection at whose other end nobody is. */
const toNobody = (): Socket => new Writable({ write: (_chunk, _encoding, done) => done() }) as unknown as Socket;

/** Asks for a page without anything of its reader but what the visit says: nothing else can come to stand in it. */
function requestFor({ path, locale, theme }: Visit): IncomingMessage {
  const request = new IncomingMessage(new Socket());
  Object.assign(request, { method: "GET", url: path, complete: true });
  Object.assign(request.headers, {
    ...{ host: "localhost", accept: "text/html", "x-next-intl-locale": locale },
    ...(theme ? { cookie: `theme=${theme}` } : {}),
  });
  request.push(null);
  nameRequest(request);
  return request;
}

const headersOf = (response: ServerResponse): Drawn["headers"] =>
  new Map(
    Object.entries(response.getHeaders()).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );

/** Has the framework draw a page to its end, whoever waits for it or goes away meanwhile. */
export function drawPage(answer: Answer, visit: Visit): Promise<Drawn> {
  const request = requestFor(visit);
  const response = new ServerResponse(request);
  const line = toNobody();
  response.assignSocket(line);
  return new Promise((resolve, reject) => {
    response.once("finish", () => line.destroy());
    response.once("close", () => reject(new Error(`The framework left ${visit.path} without an answer`)));
    withSaid(response, (said) => {
      const parts = newParts(nonceOf(request));
      said.parts = parts;
      holdAnswer(response, {
        isHeld: () => true,
        send(status, document) {
          // They stand in the page now: who answers by it has none to put there.
          said.parts = null;
          const body = withParts(document, parts);
          resolve({ status, headers: headersOf(response), body, nonce: nonceOf(request), said });
          response.end();
        },
      });
      answer(request, response).catch(reject);
    });
  });
}
