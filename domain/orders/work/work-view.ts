import type { StandingGate } from "../chain/holds";
import type { Due } from "../due";
import type { HubWithClock, NamedParty, NamedPlace } from "../../shared/named";
import type { OrderTask } from "../order-task";
import type { OrderState } from "../../shared/states";
import type { SideState } from "../side-state";
import type { Mode } from "../../hubs/place";
import type { Service } from "../../shared/service";
import type { Instant } from "../../shared/instant";
import type { Lifter } from "./lifter";
import type { WorkGroup } from "./work-group";

/** A closed gate as those behind it read it: what it waits for, why it is closed, and who can open it. */
export type ClosedGate = StandingGate & {
  readonly key: string;
  readonly lifter: Lifter;
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
  readonly due: Due | null;
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
