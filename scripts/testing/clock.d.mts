export function moveClock(offsetMs: number): void;
export function offsetToDay(day: string, nowMs: number): number;
