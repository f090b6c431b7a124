import { type Instant, instant, parseIso } from "../../domain/shared/time";
import type { Database } from "../../db/database";
import { type Client, isClientKnown } from "../../db/repositories/orders";
import type { Actor } from "../../domain/access/policy";
import type { Refusal } from "../../domain/shared/result";
import type { Command } from "../../server/platform/command";
import { execute, type Outcome } from "../../server/platform/execute";
import { mintActor } from "../../server/platform/identity/mint-actor";
import { idFrom, type Platform, platformOver, referenceFrom } from "../../server/platform/platform";
import type { Random } from "../plan/random";
import { whyLate } from "./why-late";

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

const nothing = () => undefined;

/** A platform whose clock stands at `at` and whose ids come from the demo's seed. */
function platformAt(database: Database, at: Instant, random: Random): Platform {
  return {
    ...platformOver(database, () => at),
    newId: () => idFrom(at, random),
    newReference: (kind) => referenceFrom(kind, at, random),
    nudge: nothing,
    isMetered: false,
  };
}

export const SYSTEM = mintActor({ kind: "system" });

/** Where the demo's year is played: every step is a command of the product, done by somebody at some time. */
export class Stage {
  /** Refusals met, by command and code: the market has some, as a real one does. */
  readonly refusals = new Map<string, number>();

  constructor(
    readonly database: Database,
    private readonly random: Random,
    /** The market's present: nothing is done after it. */
    readonly until: Instant = instant(Number.MAX_SAFE_INTEGER),
  ) {}

  /** What the year is played on at a moment of it, for what comes by another way than a command: a file, a picture. */
  platformAt(at: Instant): Platform {
    return platformAt(this.database, at, this.random);
  }

  /** Whether a provider has approved a client by then. */
  isClientKnown(client: Client, at: Instant): Promise<boolean> {
    return isClientKnown(this.database.read, client, at);
  }

  /**
   * Does the command; null where a rule of the market refused it, or where it lies ahead of the present. Who is asked why a step came late says what the
   * record of its deal bears out. Malformed input is a fault of the plan.
   */
  async act<Input, Output, R extends Refusal>(
    at: Instant,
    actor: Actor,
    command: Command<Input, Output, R>,
    input: unknown,
  ): Promise<Output | null> {
    if (at > this.until) return null;
    const outcome = await this.execute(at, actor, { command, input });
    if (outcome.kind === "done") return outcome.value;
    if (outcome.kind === "malformed") {
      const issues = outcome.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("; ");
      throw new Error(`The demo sent malformed input to ${command.name}: ${issues}`);
    }
    const name = `${command.name} ${outcome.refusal.code}`;
    this.refusals.set(name, (this.refusals.get(name) ?? 0) + 1);
    return null;
  }

  private async execute<Input, Output, R extends Refusal>(
    at: Instant,
    actor: Actor,
    { command, input }: { readonly command: Command<Input, Output, R>; readonly input: unknown },
  ): Promise<Outcome<Output>> {
    const told = await execute(command, { actor, input }, this.platformAt(at));
    if (told.kind !== "refused" || told.refusal.code !== "late_without_reason") return told;
    const dueAt = parseIso(String(told.refusal.details?.dueAt)) as Instant;
    const step = { name: command.name, input: input as object, at, dueAt };
    const why = await whyLate(this.database.read, step);
    return execute(command, { actor, input: { ...step.input, ...why } }, this.platformAt(at));
  }

  /** The same where a refusal would leave the market without what the rest builds on. */
  async must<Input, Output, R extends Refusal>(
    at: Instant,
    actor: Actor,
    command: Command<Input, Output, R>,
    input: unknown,
  ): Promise<Output> {
    const before = new Map(this.refusals);
    const value = await this.act(at, actor, command, input);
    if (value !== null) return value;
    const code = [...this.refusals.keys()].find((name) => this.refusals.get(name) !== before.get(name));
    throw new Error(`The demo was refused: ${code} for ${JSON.stringify(input)}`);
  }
}
