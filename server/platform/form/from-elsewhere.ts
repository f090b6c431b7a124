/** Whether another site's page sent it, held against the host as the framework holds it: the one that a reverse proxy names, else the one that was called. */
export function isFromElsewhere(headers: Headers): boolean {
  const origin = headers.get("origin");
  if (origin === null) return false;
  const host = headers.get("x-forwarded-host")?.split(",")[0]?.trim() || headers.get("host");
  return !URL.canParse(origin) || new URL(origin).host !== host;
}
