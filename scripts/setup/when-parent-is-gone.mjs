const POLL_MS = 500;

/**
 * npm passes a signal to the shell that it started us by, and that shell may end without a word to us: then it is that we have
 * another parent. Calls `act` once; answers how to stop looking.
 */
export function whenParentIsGone(act) {
  if (!process.env.npm_lifecycle_event) return () => {};
  const parent = process.ppid;
  const look = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(look);
    act();
  }, POLL_MS);
  look.unref();
  return () => clearInterval(look);
}
