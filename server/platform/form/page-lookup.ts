import "server-only";
import type { Actor } from "../../../domain/access/policy";
import { type Locale, LOCALES } from "../../../domain/shared/locale";
import { sayFault } from "../process/answer-status";
import { noteFault } from "../process/fault";
import { takePoint } from "../rate-limit";
import { currentActor } from "../identity/session";
import { plainFault } from "./page-download";

type Asked = { readonly actor: Actor; readonly query: URLSearchParams; readonly locale: Locale };

const HEADERS = { "cache-control": "no-store", "x-content-type-options": "nosniff" };

/**
 * Makes the route of what a page's script looks up while somebody types, for members and visitors alike: who asks, a point of the rate limit by person or
 * else by address, then the answer in the language that is asked for, which nobody keeps. `run` narrows to what its reader may see.
 */
export function lookup(run: (asked: Asked) => Promise<object>): (request: Request) => Promise<Response> {
  return async (request) => {
    try {
      const actor = await currentActor();
      const caller = actor.userId ?? request.headers.get("x-forwarded-for") ?? "unknown";
      const waitSeconds = await takePoint("find", caller);
      if (waitSeconds > 0)
        return new Response(null, { status: 429, headers: { ...HEADERS, "retry-after": String(waitSeconds) } });
      const query = new URL(request.url).searchParams;
      const locale = LOCALES.find((one) => one === query.get("locale")) ?? LOCALES[0];
      return Response.json(await run({ actor, query, locale }), { headers: HEADERS });
    } catch (error) {
      const fault = noteFault(error, "a look-up failed", {});
      sayFault(fault);
      return plainFault(fault);
    }
  };
}
