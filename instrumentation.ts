import type { Instrumentation } from "next";

/**
 * Called once by Next when a server process starts, never at build. The worker runs in it; on PostgreSQL workers of their own may
 * run beside it (`npm run worker`): an event or a mail is leased to one of them, and a deadline is carried out once. `WORKER=off`
 * leaves all of it to those.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs" || process.env.NEXT_PHASE === "phase-production-build") return;
  const { env } = await import("./server/platform/process/env");
  if (env().WORKER === "off") return;
  const { startWorker, stopWithProcess } = await import("./server/worker/main");
  stopWithProcess(startWorker(), false);
}

/**
 * Called by Next where a page could not be made: kept in the log under the reference that the page shows. The address is not: that of a link
 * into the field is a permission.
 */
export const onRequestError: Instrumentation.onRequestError = async (error, { method }, { routePath, routeType }) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const [{ log }, { isOutage }, { sayFault }] = await Promise.all([
    import("./server/platform/process/log"),
    import("./server/platform/process/outage"),
    import("./server/front-door/answer-status"),
  ]);
  const reference = String((error as { digest?: unknown })?.digest ?? "");
  sayFault({ reference, isOutage: isOutage(error) });
  log.error({ reference, method, route: routePath, kind: routeType, err: error }, "a page could not be made");
};
