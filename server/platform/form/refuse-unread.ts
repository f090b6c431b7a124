import { type NextRequest, NextResponse } from "next/server";

/** Whether another site's page sent it, held against the host as the framework holds it: the one that a reverse proxy names, else the one that was called. */
export function isFromElsewhere(headers: Headers): boolean {
  const origin = headers.get("origin");
  if (origin === null) return false;
  const host = headers.get("x-forwarded-host")?.split(",")[0]?.trim() || headers.get("host");
  return !URL.canParse(origin) || new URL(origin).host !== host;
}

/** What the framework takes at most; a form with every field full is a tenth of it. */
const BODY_MAX_BYTES = 1_048_576;

const STATUSES = { elsewhere: 403, too_large: 413, unreadable: 400, no_address: 400 } as const;
type Why = keyof typeof STATUSES;

/** Whether it can be read, and holds nothing that PostgreSQL keeps in no text. */
function isAddress(path: string): boolean {
  try {
    return !decodeURIComponent(path).includes("\0");
  } catch (error) {
    if (error instanceof URIError) return false;
    throw error;
  }
}

async function isForm(request: NextRequest): Promise<boolean> {
  try {
    await request.clone().formData();
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

async function whyNot(request: NextRequest): Promise<Why | null> {
  const { headers, method, nextUrl } = request;
  if (!isAddress(nextUrl.pathname)) return "no_address";
  if (method !== "POST" || nextUrl.pathname.startsWith("/api/")) return null;
  if (isFromElsewhere(headers)) return "elsewhere";
  if (Number(headers.get("content-length") ?? 0) > BODY_MAX_BYTES) return "too_large";
  const saysForm = headers.get("content-type")?.startsWith("multipart/form-data") ?? false;
  return saysForm && !(await isForm(request)) ? "unreadable" : null;
}

/**
 * The answer to what the framework would refuse with a bare 500 before any page of ours is asked. It checks all of this again, so
 * nothing is let in or kept out here that it would not. Null where the request may go on.
 */
export async function refuseUnread(request: NextRequest): Promise<NextResponse | null> {
  const why = await whyNot(request);
  if (why === null) return null;
  const status = STATUSES[why];
  const { pathname } = request.nextUrl;
  if (pathname.startsWith("/api/")) {
    const problem = { type: "about:blank", title: "Not done", status, code: why };
    return NextResponse.json(problem, { status, headers: { "content-type": "application/problem+json" } });
  }
  // The front door sends the whole page in place of this.
  return new NextResponse(null, { status, headers: { "content-type": "text/html; charset=utf-8", "x-instead": why } });
}
