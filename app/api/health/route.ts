import { health } from "@/server/api/health";

// Asked for anew each time: an answer of the build would say that all is well.
export const dynamic = "force-dynamic";

/** For whoever watches the process: 503 when it cannot serve. */
export async function GET(): Promise<Response> {
  const found = await health();
  return Response.json(found, { status: found.status === "ok" ? 200 : 503, headers: { "cache-control": "no-store" } });
}
