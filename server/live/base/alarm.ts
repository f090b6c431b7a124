/** Waits for a while, or until it rings; a ring while nobody waits counts for the next wait. */
export function alarm(onRing: (ring: () => void) => () => void) {
  let isRung = false;
  let wake: () => void = () => undefined;
  const ring = () => {
    isRung = true;
    wake();
  };
  const stop = onRing(ring);
  return {
    stop,
    ring,
    async wait(ms: number): Promise<void> {
      if (!isRung)
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      isRung = false;
    },
  };
}
