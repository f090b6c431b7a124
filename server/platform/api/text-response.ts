import { getRequestListener } from "@hono/node-server";

/**
 * The adapter's own Response, which hands a text to the socket as it is; Node's makes a stream of bytes of it first. The adapter gives it out only
 * by putting it in the place of the global one, which the framework of this process has its own use for: that is put back at once.
 */
function responseOfAdapter(): typeof Response {
  const { Request: request, Response: response } = Object.getOwnPropertyDescriptors(globalThis);
  getRequestListener(() => new Response());
  const ofAdapter = globalThis.Response;
  Object.defineProperties(globalThis, { Request: request, Response: response });
  return ofAdapter;
}

/** Makes answers whose body is a text. */
export const TextResponse = responseOfAdapter();
