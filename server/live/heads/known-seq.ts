const SEQ = /^\d{1,15}$/;

/** From which number on somebody wants to hear: its own, where it names one that has been reached, else the last one. */
export const knownSeq = (after: string | null, last: number): number =>
  after !== null && SEQ.test(after) ? Math.min(Number(after), last) : last;
