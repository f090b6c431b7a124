import { readiness } from "@/server/api/health";

// Asked for anew each time: an answer of the build would say that all is well.
export const dynamic = "force-dynamic";

/** For whoever hands out traffic: 503 while this process should get none. */
export async function GET(): Promise<Response> {
  const found = await readiness();
  return Response.json(found, {
    status: found.status === "ready" ? 200 : 503,
    headers: { "cache-control": "no-store" },
  });
}
