import "server-only";
import { LOCALES } from "@/domain/shared/locale";
import type { Fault } from "../process/fault";
import { translator } from "../words/translate";

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
