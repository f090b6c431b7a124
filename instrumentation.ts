import type { Instrumentation } from "next";

/**
 * Called once by Next when a server process starts, never at build. The process ends with a sentence where its secrets are not those of its
 * database. The worker runs in it; on PostgreSQL workers of their own may run beside it (`npm run worker`): an event or a mail is leased to
 * one of them, and a deadline is carried out once. `WORKER=off` leaves all of it to those.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs" || process.env.NEXT_PHASE === "phase-production-build") return;
  const { guardConsole } = await import("./server/platform/process/log");
  guardConsole();
  const { env } = await import("./server/platform/process/env");
  const hasWorker = env().WORKER !== "off";
  const { settleKeys } = await import("./server/sealing/key-checks");
  const { runScript } = await import("./server/platform/process/run-script");
  const { platform } = await import("./server/platform/platform");
  const { watchForEnd } = await import("./server/platform/process/shutdown");
  watchForEnd();
  await runScript(() => settleKeys(platform().database));
  // In development the framework answers for the API, since it compiles a route anew with each change and this only once.
  if (process.env.NODE_ENV === "production") {
    const [{ apiListener }, { mountApi }] = await Promise.all([
      import("./server/api/router"),
      import("./server/front-door/mounted-api"),
    ]);
    mountApi(apiListener());
  }
  const { exposuresLoop, startWorker, stopWithProcess } = await import("./server/worker/main");
  if (!hasWorker) return stopWithProcess(exposuresLoop(platform()), false);
  stopWithProcess(startWorker(), false);
}

/**
 * Called by Next where a page could not be made: kept in the log under the reference that the page shows. The address is not: that of a link
 * into the field is a permission.
 */
export const onRequestError: Instrumentation.onRequestError = async (error, { method }, { routePath, routeType }) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const [{ noteFault }, { sayFault }] = await Promise.all([
    import("./server/platform/process/fault"),
    import("./server/platform/process/answer-status"),
  ]);
  const reference = String((error as { digest?: unknown })?.digest ?? "");
  sayFault(noteFault(error, "a page could not be made", { reference, method, route: routePath, kind: routeType }));
};
