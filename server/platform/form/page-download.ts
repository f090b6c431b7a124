import "server-only";
import { type Action, mayEver } from "../../../domain/access/policy";
import type { Actor } from "../../../domain/access/actor";
import { log } from "../process/log";
import { newId } from "../new-id";
import { takePoint } from "../rate-limit";
import { currentActor } from "../identity/session";

export type Download = { readonly fileName: string; readonly contentType: string; readonly body: string };

type Run = (call: { readonly actor: Actor; readonly query: URLSearchParams }) => Promise<Download | null>;

const notThere = (): Response => new Response("Not found", { status: 404, headers: { "cache-control": "no-store" } });

/**
 * Makes the route of a file that a signed-in person downloads: session, permission and rate limit before anything is read.
 * What is not theirs, what is asked wrongly (`run` answers null) and what a visitor asks for is not there.
 */
export function download(action: Action, run: Run): (request: Request) => Promise<Response> {
  return async (request) => {
    try {
      const actor = await currentActor();
      if (!mayEver(actor, action)) return notThere();
      const waitSeconds = await takePoint("api", actor.userId ?? "unknown");
      if (waitSeconds > 0)
        return new Response("Too many requests", { status: 429, headers: { "retry-after": String(waitSeconds) } });
      const file = await run({ actor, query: new URL(request.url).searchParams });
      if (!file) return notThere();
      return new Response(file.body, {
        headers: {
          "content-type": file.contentType,
          "content-disposition": `attachment; filename="${file.fileName.replace(/[^\w.-]/g, "_")}"`,
          "cache-control": "no-store",
          "x-content-type-options": "nosniff",
        },
      });
    } catch (error) {
      const reference = newId().slice(-8).toUpperCase();
      log.error({ reference, action, err: error }, "a download failed");
      return new Response(`Fault, reference ${reference}`, { status: 500 });
    }
  };
}
