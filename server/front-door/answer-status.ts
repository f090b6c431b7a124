import { AsyncLocalStorage } from "node:async_hooks";
import type { ServerResponse } from "node:http";

type Said = { status: number | null };

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

/** Answers a request with the status that its page has said; all else is as the framework answers it. */
export function withSaidStatus(response: ServerResponse, answer: () => unknown): void {
  const said: Said = { status: null };
  const write = response.writeHead.bind(response) as (status: number, ...rest: unknown[]) => ServerResponse;
  response.writeHead = ((status: number, ...rest: unknown[]) =>
    write(status === 200 && said.status !== null ? said.status : status, ...rest)) as ServerResponse["writeHead"];
  answers().run(said, answer);
}
