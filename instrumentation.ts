/** Called once by Next when a server process starts, never at build. The embedded database has its worker in the same process. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs" || process.env.NEXT_PHASE === "phase-production-build") return;
  const { runsWorkerInside, startWorker, stopWithProcess } = await import("./server/worker/main");
  if (runsWorkerInside()) stopWithProcess(startWorker(), false);
}
