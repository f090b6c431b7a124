import type { Instant } from "../../domain/shared/instant";

type Entry = { readonly at: Instant; readonly order: number; readonly run: () => Promise<void> };

/** What happens in the demo's year, in the order of its times; what is scheduled at one time runs as it was scheduled. */
export class EventQueue {
  private readonly heap: Entry[] = [];
  private scheduled = 0;

  get size(): number {
    return this.heap.length;
  }

  schedule(at: Instant, run: () => Promise<void>): void {
    this.heap.push({ at, order: this.scheduled++, run });
    this.rise(this.heap.length - 1);
  }

  /** Runs everything up to and including `until`; what lies later stays undone. */
  async runUntil(until: Instant, onStep: (done: number, at: Instant) => void): Promise<number> {
    let done = 0;
    for (let next = this.heap[0]; next && next.at <= until; next = this.heap[0]) {
      this.takeFirst();
      await next.run();
      onStep(++done, next.at);
    }
    return done;
  }

  private isBefore(a: number, b: number): boolean {
    const [first, second] = [this.heap[a] as Entry, this.heap[b] as Entry];
    return first.at === second.at ? first.order < second.order : first.at < second.at;
  }

  private swap(a: number, b: number): void {
    const kept = this.heap[a] as Entry;
    this.heap[a] = this.heap[b] as Entry;
    this.heap[b] = kept;
  }

  private rise(from: number): void {
    for (let at = from; at > 0; ) {
      const parent = (at - 1) >> 1;
      if (!this.isBefore(at, parent)) return;
      this.swap(at, parent);
      at = parent;
    }
  }

  private takeFirst(): void {
    const last = this.heap.pop() as Entry;
    if (this.heap.length === 0) return;
    this.heap[0] = last;
    for (let at = 0; ; ) {
      const left = 2 * at + 1;
      if (left >= this.heap.length) return;
      const right = left + 1;
      const first = right < this.heap.length && this.isBefore(right, left) ? right : left;
      if (!this.isBefore(first, at)) return;
      this.swap(at, first);
      at = first;
    }
  }
}
