import type { IncomingMessage } from "node:http";

/** Reads one cookie of a request as it was sent; undefined where it was not, or is empty. */
function reading(name: string): (request: IncomingMessage) => string | undefined {
  const pattern = new RegExp(`(?:^|;\\s*)${name}=([^;]+)`);
  return ({ headers }) => pattern.exec(headers.cookie ?? "")?.[1];
}

/** Of somebody who has signed in, whether or not it still stands for anybody. */
export const sessionCookie = reading("(?:__Host-)?kouan\\.session");
export const themeCookie = reading("theme");
export const localeCookie = reading("locale");
