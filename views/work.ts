import type { Mode } from "../domain/hubs/place";
import type { OpenableGate } from "../domain/orders/chain/gate-opener";
import type { Due, DueStart } from "../domain/orders/due";
import type { DisputeStep, OrderTask } from "../domain/orders/order-task";
import type { SideState } from "../domain/orders/side-state";
import type { WorkGroup } from "../domain/orders/work-list";
import type { Instant } from "../domain/shared/instant";
import type { HubWithClock, NamedParty, NamedPlace } from "../domain/shared/named";
import type { Service } from "../domain/shared/service";
import type { OrderState } from "../domain/shared/states";

/** A closed gate as those behind it read it: what it waits for, why it is closed, and who can open it. */
export type ClosedGate = OpenableGate & {
  readonly key: string;
  /** Who that is; null where nobody has been chosen for it yet, or several may. */
  readonly party: NamedParty | null;
};

/** An order as a line of its provider's work list. */
export type WorkRow = {
  readonly id: string;
  readonly reference: string;
  readonly service: Service;
  readonly title: string;
  readonly mode: Mode;
  readonly hub: HubWithClock;
  readonly origin: NamedPlace;
  readonly destination: NamedPlace;
  readonly buyer: NamedParty;
  readonly state: OrderState;
  readonly group: WorkGroup;
  /** The step that comes next; null where the buyer accepts first. */
  readonly next: string | null;
  /** What a room of the order asks of a side before that; null where none does. */
  readonly task: OrderTask | null;
  /** What is done next in its dispute; null where none runs. */
  readonly dispute: DisputeStep | null;
  readonly due: Due | null;
  /** What the next promised time waits for before it runs; null where it runs, or nobody promised one. */
  readonly waitsToRun: DueStart | null;
  /** Only of what its provider can do something about: nobody is late behind a gate that others open. */
  readonly isOverdue: boolean;
  /** Whether the time has passed, whoever it is that the order waits for. */
  readonly isPast: boolean;
  readonly side: SideState | null;
  readonly gates: readonly ClosedGate[];
  readonly contractedAt: Instant;
};

/** How many orders stand in each part, whatever part is shown. */
export type WorkCounts = Readonly<Record<WorkGroup, number>> & { readonly overdue: number };

export type WorkList = {
  readonly rows: readonly WorkRow[];
  readonly counts: WorkCounts;
  readonly nextCursor: string | null;
  /** There are more under way than are looked at: the oldest are. */
  readonly isCut: boolean;
  /** The number of the list; whoever hears a later one asks again. */
  readonly seq: number;
};
