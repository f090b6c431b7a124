/** Seconds since `startMs` as people read them. */
export const secondsSince = (startMs) => `${((performance.now() - startMs) / 1000).toFixed(1)} s`;

/** Runs one named step and says how long it took. A step that answers false had nothing to do. */
export async function step(name, work) {
  const startMs = performance.now();
  const answer = await work();
  console.log(`  ${name.padEnd(34)} ${answer === false ? "nothing to do" : secondsSince(startMs)}`);
  return answer;
}
