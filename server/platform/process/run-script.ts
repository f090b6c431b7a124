/** What whoever started the process is told instead of a stack; null where the error is a fault of ours. */
function sentenceOf(error: unknown): string | null {
  const { code, message } = error as { code?: unknown; message?: unknown };
  return code === "START_REFUSED" ? String(message) : null;
}

/** Ends the process with one sentence and the exit code 1 where the error has one; any other error is thrown again, with its stack. */
export function endBySentence(error: unknown): never {
  const sentence = sentenceOf(error);
  if (sentence === null) throw error;
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

/** Runs what a script does; what whoever started it can mend is told in one sentence, with the exit code 1. */
export const runScript = (work: () => Promise<void>): Promise<void> => work().catch(endBySentence);
