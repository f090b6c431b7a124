import { hasLocale } from "next-intl";
import { setRequestLocale } from "next-intl/server";
import { drawPicture } from "@/app/found/draw-picture";
import { pictured } from "@/app/found/pictured";
import { routing } from "@/app/routing";
import { platform } from "@/server/platform/platform";
import { onePerProcess, slots } from "@/server/platform/process/one-per-process";
import { networkOf, takePoint } from "@/server/platform/rate-limit";

type Context = { readonly params: Promise<{ readonly locale: string; readonly of?: readonly string[] }> };
type Kept = { readonly drawnAt: number; readonly content: Buffer };

const KEPT_MS = 3_600_000;
const KEPT_MAX = 300;
const HEADERS = {
  "content-type": "image/png",
  "cache-control": "public, max-age=86400",
};

const kept = () => onePerProcess("pictures", () => new Map<string, Kept>());
/** One at a time: a picture takes the library as long as twenty pages take the server. */
const inTurn = onePerProcess("drawing of pictures", () => slots(1));

/** Draws a picture and keeps it for an hour; of many the one that was drawn the longest ago goes first. */
async function draw(key: string, address: readonly string[], locale: string): Promise<Buffer | null> {
  const now = platform().clock();
  const picture = await pictured(address, { locale, now });
  if (!picture) return null;
  const content = await drawPicture(picture);
  const all = kept();
  all.delete(key);
  all.set(key, { drawnAt: now, content });
  const [oldest] = all.keys();
  if (all.size > KEPT_MAX && oldest !== undefined) all.delete(oldest);
  return content;
}

/** Nothing that may be kept. */
const refuse = (status: number, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(null, { status, headers: { "cache-control": "no-store", ...headers } });

const send = (content: Buffer): Response => new Response(new Uint8Array(content), { headers: HEADERS });

/** What others show beside a link to a public page. Drawing is limited by who asks; what is drawn already is not. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale, of = [] } = await params;
  if (!hasLocale(routing.locales, locale)) return refuse(404);
  setRequestLocale(locale);
  const key = [locale, ...of].join("/");
  const known = kept().get(key);
  if (known && platform().clock() - known.drawnAt < KEPT_MS) return send(known.content);
  const waitSeconds = await takePoint("picture", networkOf(request.headers.get("x-forwarded-for") ?? ""));
  if (waitSeconds > 0) return refuse(429, { "retry-after": String(waitSeconds) });
  const content = await inTurn(() => draw(key, of, locale));
  return content ? send(content) : refuse(404);
}
