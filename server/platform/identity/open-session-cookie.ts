import { decode } from "next-auth/jwt";

type Opened = { readonly sessionId: string; readonly secret: string; readonly endsMs: number };

const OPENED_MAX = 10_000;
const SECOND_MS = 1_000;

// Who asked the longest ago comes first. Opening a cookie derives its key anew, which is a twentieth of a member's page.
const opened = new Map<string, Opened>();

/** The session's id in a cookie, whether or not that session still stands; null where the cookie is forged or has run out. */
export async function openSessionCookie(value: string, secret: string): Promise<string | null> {
  const known = opened.get(value);
  opened.delete(value);
  if (known && known.secret === secret && Date.now() < known.endsMs) {
    opened.set(value, known);
    return known.sessionId;
  }
  try {
    const token = await decode({ token: value, secret });
    if (typeof token?.sid !== "string") return null;
    opened.set(value, { sessionId: token.sid, secret, endsMs: Number(token.exp) * SECOND_MS });
    const [oldest] = opened.keys();
    if (opened.size > OPENED_MAX && oldest !== undefined) opened.delete(oldest);
    return token.sid;
  } catch {
    // Forged and outdated ones land here: only what did open is kept, so none of these takes another's place.
    return null;
  }
}
