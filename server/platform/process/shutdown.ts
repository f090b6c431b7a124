// The process hears it once, all its bundles read it.
const holder = globalThis as unknown as { kouanStopping?: boolean };

/** Notes when this process is told to end, so that nobody sends it more. */
export function watchForEnd(): void {
  const note = () => {
    holder.kouanStopping = true;
  };
  process.once("SIGTERM", note);
  process.once("SIGINT", note);
}

/** Whether this process was told to end and lets the last calls run out. */
export const isStopping = (): boolean => holder.kouanStopping === true;
