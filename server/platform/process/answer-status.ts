import { AsyncLocalStorage } from "node:async_hooks";
import type { ServerResponse } from "node:http";

/** What a page, an action or the framework says of the answer that is being made. */
export type Said = {
  status: number | null;
  /** The frame around the page could be made, so that a browser can draw what stands in the page's place within it. */
  hasFrame: boolean;
  fault: Fault | null;
  /** Whose page it is, by the id of the user; null of a visitor's. */
  memberId: string | null;
  readonly headers: Map<string, string>;
  /** What a document is put together of beside what the framework draws; null where the answer is none. */
  parts: PageParts | null;
};

/** Parts of a page that are written apart (components/ui/written), each put where its number stands with the key. */
export type PageParts = {
  readonly key: string;
  /** What a script of this document has to bear. */
  readonly nonce?: string;
  readonly texts: string[];
  /** What only machines read: it stands at the end of the document's head, and comes to no script. */
  readonly head?: string[];
};

export type Fault = {
  /** Leads to the entry in the log. */
  readonly reference: string;
  /** Storage fails, and not the market: whoever asks again so much later may be answered. Null for every other fault. */
  readonly outage: { readonly status: number; readonly retryAfterSeconds: number } | null;
};

// The front door and the pages are bundled apart, and share what hangs here.
const holder = globalThis as unknown as { kouanAnswer?: AsyncLocalStorage<Said> };
const answers = (): AsyncLocalStorage<Said> => {
  holder.kouanAnswer ??= new AsyncLocalStorage();
  return holder.kouanAnswer;
};

/**
 * Says with which status the page that is being drawn is answered, where the framework has no word for it: a link that is over is 410, and
 * the page tells whom to ask. It has to be said before anything of the page is sent.
 */
export function sayStatus(status: number): void {
  const said = answers().getStore();
  if (said) said.status = status;
}

/** Says that the frame of the page stands; without it nothing of the page can be drawn in the browser either. */
export function sayFrame(): void {
  const said = answers().getStore();
  if (said) said.hasFrame = true;
}

/** Says why the page could not be made. The first fault is the one that is told: others follow from it. */
export function sayFault(fault: Fault): void {
  const said = answers().getStore();
  if (said) said.fault ??= fault;
}

/** Says whose page it is. */
export function sayMember(userId: string): void {
  const said = answers().getStore();
  if (said) said.memberId = userId;
}

/** Adds a header to the answer, where the framework lets an action set cookies only. It has to be said before anything is sent. */
export function sayHeader(name: string, value: string): void {
  answers().getStore()?.headers.set(name, value);
}

/** Answers a request with what its page says of the answer; all else is as the framework answers it. */
export function withSaid(response: ServerResponse, answer: (said: Said) => unknown): void {
  const said: Said = { status: null, hasFrame: false, fault: null, memberId: null, headers: new Map(), parts: null };
  const write = response.writeHead.bind(response) as (status: number, ...rest: unknown[]) => ServerResponse;
  response.writeHead = ((status: number, ...rest: unknown[]) => {
    for (const [name, value] of said.headers) response.setHeader(name, value);
    return write(status === 200 && said.status !== null ? said.status : status, ...rest);
  }) as ServerResponse["writeHead"];
  answers().run(said, () => answer(said));
}
