import { segmentsOfOrder } from "../../../db/repositories/delay";
import type { DelayPlace } from "@/domain/orders/delay/intervals";
import type { DelayReason } from "@/domain/orders/delay/reasons";
import { type Instant, toIso } from "../../../domain/shared/time";
import { objectToDelay, reportDelay } from "@/server/orders/delay/delays";
import type { OrderHand } from "./order-steps";
import { createHash } from "node:crypto";
import { makeLink } from "@/server/field/links";
import { takeReport } from "@/server/field/take-report";
import { receivePhoto } from "../../../server/field/receive-photo";
import { mintActor } from "../../../server/platform/identity/mint-actor";
import { asStream, pictureOf, type Place } from "./inspections";

type ReportedDelay = {
  readonly place: DelayPlace;
  readonly reason: DelayReason;
  readonly from: number;
  /** Left out while it goes on. */
  readonly to?: number;
  readonly words: string;
};

/** The carrier says why its truck waited, or waits. */
export async function explain(order: OrderHand, hours: number, { from, to, ...told }: ReportedDelay): Promise<void> {
  const until = to === undefined ? {} : { to: order.at(to) };
  const input = { orderId: order.id, from: order.at(from), ...until, ...told };
  await order.does("provider", hours, [reportDelay, input]);
}

type ReportedSpan = Omit<ReportedDelay, "from" | "to" | "place"> & { readonly from: Instant; readonly to: Instant };

/** The same of a wait at the border, from a moment to a moment whatever the hours of desks. */
export async function explainSpan(order: OrderHand, hours: number, { from, to, ...told }: ReportedSpan): Promise<void> {
  const input = { orderId: order.id, place: "border", from: toIso(from), to: toIso(to), ...told };
  await order.does("provider", hours, [reportDelay, input]);
}

/** The buyer sees the last reason otherwise. */
export async function object(order: OrderHand, hours: number, words: string): Promise<void> {
  const last = (await segmentsOfOrder(order.scenery.stage.database.read, order.id)).at(-1);
  await order.does("buyer", hours, [objectToDelay, { orderId: order.id, segmentId: last?.id, words }]);
}

type Person = {
  readonly role: "driver" | "yard";
  readonly person: string;
  readonly locale: string;
  readonly days: number;
};

type FieldReport = {
  readonly code: string;
  readonly note?: string;
  readonly evidence?: object;
  readonly picture?: { readonly number: number; readonly place: Place };
};

/** What a telephone would have made by chance: a UUID of version 4 that is the same in every demo. */
function uuidOf(text: string): string {
  const hex = createHash("sha256").update(text).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Somebody with a link and a telephone, who reports from the road. */
export class FieldHand {
  private seq = 0;

  private constructor(
    private readonly order: OrderHand,
    private readonly linkId: string,
    private readonly role: Person["role"],
  ) {}

  static async give(order: OrderHand, hours: number, person: Person): Promise<FieldHand> {
    const { id } = await order.does("provider", hours, [makeLink, { orderId: order.id, ...person }]);
    return new FieldHand(order, id, person.role);
  }

  async report(hours: number, { code, note = "", evidence = {}, picture }: FieldReport): Promise<void> {
    const { order, linkId, role } = this;
    const { stage } = order.scenery;
    const at = order.scenery.at(hours);
    const link = { id: linkId, orderId: order.id, role };
    const actor = mintActor({ kind: "link", organisationId: order.provider.organisationId, link });
    const photoIds: string[] = [];
    if (picture) {
      const id = uuidOf(`${linkId} photo ${picture.number}`);
      const photo = { id, name: `IMG_${3100 + picture.number}.jpg`, declaredType: "image/jpeg", offsetMinutes: 480 };
      const body = asStream(await pictureOf(picture.number, { about: "fully_loaded", at, place: picture.place }));
      const origin = { ip: null, requestId: null };
      const outcome = await receivePhoto({ ...photo, actor, origin, body }, stage.platformAt(at));
      if (outcome.kind !== "done") throw new Error(`The driver's picture was not taken: ${JSON.stringify(outcome)}`);
      photoIds.push(id);
    }
    const clocks = { occurredAt: order.at(hours), madeAt: at, sentAt: at };
    const seq = ++this.seq;
    const told = {
      id: uuidOf(`${linkId} report ${seq}`),
      seq,
      code,
      note,
      photoIds,
      evidence,
      ...clocks,
      ...(await order.late(code, at)),
    };
    await stage.must(at, actor, takeReport, told);
  }
}
