import { declaredIn } from "../orders/kinds/registry";
import "server-only";
import type { Reader } from "../../db/database";
import { linksOf, reportsByLink, reportsOfOrder, type StoredLink } from "../../db/repositories/field";
import { findMilestones, findOrder } from "../../db/repositories/orders";
import { slotsOfOrder } from "../../db/repositories/slots";
import { type Actor, may } from "../../domain/access/policy";
import type { Dispatcher, FieldOrder, FieldSlot, OrderLinks, SentReport } from "../../views/field";
import { givesOutLinks, overSince, stateOfLink } from "../../domain/field/link";
import { rolesFor, stepsOf } from "../../domain/access/field-role";
import type { Mode } from "../../domain/hubs/place";
import { isOver } from "../../domain/orders/order";
import { fieldsOf } from "../../domain/orders/expected-evidence";
import type { Service } from "../../domain/shared/vocabulary";
import { type Instant, instant, MARKET_ZONE } from "../../domain/shared/time";
import { isToCross } from "../../domain/orders/slots/order-of-slot";
import { OPEN, STANDING } from "../../domain/orders/slots/slot";
import { reportsStep } from "./load-standing";
import { linkAddress } from "../platform/identity/tokens";
import { endsOf, type ReferenceData, namedHub, namedPlace, referenceData } from "../hubs/queries/network";

type Asked = { readonly viewer: Actor; readonly now: Instant };

/** What came by these links and has not been struck, the latest first. */
async function sentBy(read: Reader, orderId: string, links: readonly StoredLink[]): Promise<SentReport[]> {
  const persons = new Map(links.map(({ id, person }) => [id, person]));
  return (await reportsOfOrder(read, orderId)).toReversed().flatMap(({ id, linkId, code, occurredAt, evidence }) => {
    const person = persons.get(linkId);
    return person === undefined || evidence.struck ? [] : [{ id, code, occurredAt: instant(occurredAt), person }];
  });
}

/** The links that the viewer's own organisation gave out on an order, with what opens them; null for who may give out none. */
export async function linksOfOrder(read: Reader, orderId: string, { viewer, now }: Asked): Promise<OrderLinks | null> {
  const order = await findOrder(read, orderId);
  const { organisationId } = viewer;
  if (!order || organisationId === null) return null;
  const parties = [order.buyerOrganisationId, order.providerOrganisationId];
  if (!may(viewer, "field_link.change", { organisationIds: parties })) return null;
  const found = await linksOf(read, { orderId, organisationId });
  const reports = await reportsByLink(
    read,
    found.map(({ id }) => id),
  );
  const isGiving = givesOutLinks({ ...order, overSince: overSince(order) }, found.length, now);
  const side = order.providerOrganisationId === organisationId ? "provider" : "buyer";
  return {
    isOver: isOver(order),
    reports: await sentBy(read, orderId, found),
    roles: isGiving ? rolesFor(order.service, side) : [],
    links: found.map((link) => {
      const { id, role, person, locale, madeByName, createdAt, expiresAt } = link;
      const state = stateOfLink(link, now);
      const told = reports.get(id);
      return {
        ...{ id, role, person, locale, madeByName, createdAt, expiresAt, state },
        address: state === "stands" ? linkAddress(link) : null,
        reportCount: told?.count ?? 0,
        lastReportAt: told?.lastAt ?? null,
      };
    }),
  };
}

/** Who gave a link out. */
export const dispatcherOf = ({
  organisationId,
  nameOwn,
  nameLatin,
  madeByName,
  madeByEmail,
}: StoredLink): Dispatcher => ({
  organisation: { id: organisationId, nameOwn, nameLatin },
  name: madeByName,
  email: madeByEmail,
});

/** When the order's trucks may cross, for who drives or loads them: slots that stand and have not been used. None once the goods are across. */
async function slotsFor(
  read: Reader,
  link: StoredLink,
  { order, known }: { readonly order: Parameters<typeof isToCross>[0]; readonly known: ReferenceData },
): Promise<FieldSlot[]> {
  if (link.role === "inspector" || !isToCross(order)) return [];
  const slots = await slotsOfOrder(read, link.orderId);
  return slots
    .filter(({ state }) => STANDING.includes(state) && OPEN.includes(state))
    .map(({ number, placeId, system, window, tractorPlate, trailerPlate }) => ({
      ...{ number, system },
      crossing: { ...namedPlace(known, placeId), zone: known.places.get(placeId)?.zone ?? MARKET_ZONE },
      from: window.from,
      to: window.to,
      plates: trailerPlate === null ? [tractorPlate] : [tractorPlate, trailerPlate],
    }));
}

/** The steps that a link reports, even where it opens nothing any more: what still lies on its phone is called by them, and told no more than that. */
export async function stepsOfLink(
  read: Reader,
  { orderId, role }: StoredLink,
): Promise<{ readonly service: Service; readonly mode: Mode; readonly codes: readonly string[] } | null> {
  const order = await findOrder(read, orderId);
  if (!order) return null;
  const { service, mode } = order;
  const milestones = await findMilestones(read, order);
  return { service, mode, codes: stepsOf(role, { service, milestones }).map(({ code }) => code) };
}

/** What a link shows, to whoever came by it. */
export async function fieldView(read: Reader, link: StoredLink, viewer: Actor): Promise<FieldOrder | null> {
  if (!may(viewer, "field.report", { orderId: link.orderId })) return null;
  const order = await findOrder(read, link.orderId);
  if (!order) return null;
  const known = await referenceData(read);
  const told = await findMilestones(read, order);
  return {
    role: link.role,
    person: link.person,
    expiresAt: link.expiresAt,
    reference: order.reference,
    service: order.service,
    mode: order.mode,
    isOver: isOver(order),
    origin: namedPlace(known, order.originId),
    hub: { ...namedHub(known, order.hubId), isBorderHub: order.isBorderHub },
    destination: namedPlace(known, order.destinationId),
    dispatcher: dispatcherOf(link),
    slots: await slotsFor(read, link, { order: { ...order, milestones: told }, known }),
    steps: await Promise.all(
      stepsOf(link.role, { ...order, milestones: told }).map(async ({ code, occurredAt }) => ({
        ...{ code, occurredAt },
        isBeside: !(await reportsStep(read, { link, order }, code)),
      })),
    ),
    reports: await sentBy(read, order.id, [link]),
    fields: fieldsOf({ ...order, ...endsOf(known, order) }),
    declaredIn: await declaredIn(read, order),
  };
}
