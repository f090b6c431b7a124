import { execute } from "../platform/execute";
import { anonymous } from "../platform/identity/session";
import { noteFault } from "../platform/process/fault";
import { problemOfFault, problemOfIssues, problemOfRefusal } from "../platform/api/problem";
import { stopMails } from "./choose";

type Params = { readonly params: Promise<{ readonly token: string }> };

/** What a mail program sends at a press (RFC 8058), without a session: the token in the address is all that it has and all that it needs. */
async function stopped(request: Request, token: string): Promise<Response> {
  const origin = { ip: request.headers.get("x-forwarded-for"), requestId: crypto.randomUUID() };
  const outcome = await execute(stopMails, { actor: anonymous(), input: { token }, origin });
  if (outcome.kind === "malformed") return problemOfIssues(outcome.issues);
  return outcome.kind === "refused" ? problemOfRefusal(outcome.refusal) : new Response(null, { status: 204 });
}

/** Reading the address changes nothing, since what scans mail reads all of them: it leads to the page with the button. */
const shown = (token: string): Response =>
  new Response(null, { status: 303, headers: { location: `/stop-mails/${encodeURIComponent(token)}` } });

/** Makes the route that a mail's own header names. */
export function mailStop(act: "stop" | "show"): (request: Request, context: Params) => Promise<Response> {
  return async (request, { params }) => {
    const { token } = await params;
    if (act === "show") return shown(token);
    try {
      return await stopped(request, token);
    } catch (error) {
      return problemOfFault(noteFault(error, "a mail could not be stopped"));
    }
  };
}
