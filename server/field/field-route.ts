import { jsonAnswer, problem, problemOfFault, problemOfIssues, problemOfRefusal } from "../platform/api/problem";
import type { Actor } from "../../domain/access/policy";
import { type Origin, type Outcome, execute } from "../platform/execute";
import { openLink } from "../platform/identity/field-gate";
import { platform } from "../platform/platform";
import { noteFault } from "../platform/process/fault";
import { takePoint } from "../platform/rate-limit";
import { z } from "zod";
import { strikeOwnReport } from "./strike-report";
import { takeReport } from "./take-report";
import { readBody, readQuery } from "../platform/api/read-request";
import { receivePhoto } from "./receive-photo";

type Params = { readonly params: Promise<{ readonly token: string }> };
type Call = { readonly actor: Actor; readonly request: Request; readonly origin: Origin };
type Take = (call: Call) => Promise<Outcome<object> | Response>;

async function answer(request: Request, token: string, take: Take): Promise<Response> {
  const ip = request.headers.get("x-forwarded-for");
  const opened = await openLink(token);
  if (opened.kind === "forged") {
    // Guessing costs a point of the guesser's address; nobody is locked out by somebody else's guesses.
    const seconds = platform().isMetered ? await takePoint("api", ip ?? "unknown") : 0;
    return seconds > 0
      ? problemOfRefusal({ code: "too_many_requests", details: { seconds } })
      : problem(404, "not_found");
  }
  if (opened.kind !== "stands") return problem(410, `link_${opened.kind}`);
  const seconds = platform().isMetered ? await takePoint("field", `call ${opened.link.id}`) : 0;
  if (seconds > 0) return problemOfRefusal({ code: "too_many_requests", details: { seconds } });
  const origin = { ip, requestId: crypto.randomUUID() };
  const outcome = await take({ actor: opened.actor, request, origin });
  if (outcome instanceof Response) return outcome;
  if (outcome.kind === "malformed") return problemOfIssues(outcome.issues);
  return outcome.kind === "refused" ? problemOfRefusal(outcome.refusal) : jsonAnswer(201, outcome.value);
}

/**
 * Makes a route that phones in the field send to: the link in the address is the whole of their permission, so no cookie is read. Forged is
 * not found, over is gone, and each link has a rate of its own.
 */
export function field(take: Take): (request: Request, context: Params) => Promise<Response> {
  return async (request, { params }) => {
    try {
      return await answer(request, (await params).token, take);
    } catch (error) {
      if (request.signal.aborted) return problem(400, "upload_cut_off");
      return problemOfFault(noteFault(error, "a call from the field failed"));
    }
  };
}

/** One report, in JSON. */
export const reportCall: Take = async ({ actor, request, origin }) => {
  const body = await readBody(request);
  return "refused" in body ? body.refused : execute(takeReport, { actor, input: body.value, origin });
};

/** That a report of one's own is struck, in JSON. */
export const strikeCall: Take = async ({ actor, request, origin }) => {
  const body = await readBody(request);
  return "refused" in body ? body.refused : execute(strikeOwnReport, { actor, input: body.value, origin });
};

const DAY_MINUTES = 1_440;

const said = z.strictObject({
  id: z.uuid(),
  name: z.string().min(1).max(255),
  offset: z.coerce.number().int().min(-DAY_MINUTES).max(DAY_MINUTES).default(0),
});

/** One picture, as the camera made it; what is said of it stands after the question mark. */
export const photoCall: Take = async ({ actor, request, origin }) => {
  const query = readQuery(said, request.url);
  if ("issues" in query) return { kind: "malformed", issues: query.issues };
  const { id, name, offset } = query.value as z.output<typeof said>;
  const declaredType = request.headers.get("content-type") ?? "";
  return receivePhoto({ actor, origin, id, name, declaredType, offsetMinutes: offset, body: request.body });
};
