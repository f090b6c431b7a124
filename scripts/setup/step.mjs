/** When the command began, also for the process that goes on in the node of the packages. */
process.env.KOUAN_STARTED_MS ??= String(Date.now());
export const startedMs = Number(process.env.KOUAN_STARTED_MS);

/** Seconds since `startMs` as people read them. */
export const secondsSince = (startMs) => `${((Date.now() - startMs) / 1000).toFixed(1)} s`;

/** Runs one named step and says how long it took. A step that answers false had nothing to do. */
export async function step(name, work) {
  const startMs = Date.now();
  const answer = await work();
  console.log(`  ${name.padEnd(34)} ${answer === false ? "nothing to do" : secondsSince(startMs)}`);
  return answer;
}
