import "server-only";
import { LOCALES } from "@/domain/shared/locale";
import { type Fault, noteFault } from "../process/fault";
import { translator } from "../translate";
import { type Action, type Actor, mayEver } from "../../../domain/access/policy";
import { sayFault } from "../process/answer-status";
import { networkOf, takePoint } from "../rate-limit";
import { currentActor } from "../identity/session";

/** What a browser is shown where a file could not be sent or fetched: a line in each language, and when to try again where storage fails. */
export function plainFault({ reference, outage }: Fault): Response {
  const words = LOCALES.map((locale) => {
    const t = translator(locale);
    return t(outage ? "common.outage.file" : "common.fault", { reference });
  });
  const retry: Record<string, string> = outage ? { "retry-after": String(outage.retryAfterSeconds) } : {};
  return new Response(words.join("\n"), {
    status: outage?.status ?? 500,
    headers: { "cache-control": "no-store", "content-type": "text/plain; charset=utf-8", ...retry },
  });
}

export type Download = { readonly fileName: string; readonly contentType: string; readonly body: string };

type Params = Readonly<Record<string, string>>;
type Call = { readonly actor: Actor; readonly query: URLSearchParams; readonly params: Params };
/** A text that is made for the reader, or an answer that carries a kept file. */
type Run = (call: Call) => Promise<Download | Response | null>;

const notThere = (): Response => new Response("Not found", { status: 404, headers: { "cache-control": "no-store" } });

/**
 * Makes the route of a file that a person downloads: session, one of the permissions and rate limit, a visitor's by their address, before anything is read.
 * What is not theirs, what is asked wrongly (`run` answers null) and what a visitor asks for that is not for everybody is not there.
 */
export function download(
  actions: Action | readonly Action[] | "everybody",
  run: Run,
): (request: Request, context: { readonly params: Promise<Params> }) => Promise<Response> {
  return async (request, { params }) => {
    try {
      const actor = await currentActor();
      const isFor = actions === "everybody" || [actions].flat().some((action) => mayEver(actor, action));
      if (!isFor) return notThere();
      const network = `address ${networkOf(request.headers.get("x-forwarded-for") ?? "")}`;
      const waitSeconds = await takePoint("api", actor.userId ?? network);
      if (waitSeconds > 0)
        return new Response("Too many requests", { status: 429, headers: { "retry-after": String(waitSeconds) } });
      const file = await run({ actor, query: new URL(request.url).searchParams, params: await params });
      if (!file) return notThere();
      if (file instanceof Response) return file;
      return new Response(file.body, {
        headers: {
          "content-type": file.contentType,
          "content-disposition": `attachment; filename="${file.fileName.replace(/[^\w.-]/g, "_")}"`,
          "cache-control": "no-store",
          "x-content-type-options": "nosniff",
        },
      });
    } catch (error) {
      const fault = noteFault(error, "a download failed", { actions });
      sayFault(fault);
      return plainFault(fault);
    }
  };
}
