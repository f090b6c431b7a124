import "server-only";
import type { Reader } from "@/db/database";
import { runningDisputesOf } from "@/db/repositories/disputes";
import { lastReports, requestsOfSubjects } from "@/db/repositories/inbox";
import type { StoredNotice } from "@/db/repositories/notices";
import type { Actor } from "@/domain/access/policy";
import { DISPUTE_LIFECYCLE } from "@/domain/disputes/dispute";
import type { NoticeKind } from "@/domain/notices/notification-rule";
import { isStillAsked, type Standing, taskOfKind } from "@/domain/notices/topics";
import { isTurnOf, type RequestSide, type RequestTurn } from "@/domain/requests/request-turn";
import type { Instant } from "@/domain/shared/time";
import { requestTurns } from "../orders/queries/request-turns";
import { readerSides } from "../requests/queries/requests";

type Waits = Standing & { readonly by: Instant | null };

/** Whether this turn is the reader's; what the market reviews is its administrators'. */
const isOwn = (turn: RequestTurn, side: RequestSide, { role }: Actor): boolean =>
  role === "administrator" ? turn.holder === "administrator" : isTurnOf(turn, side);

/** What waits for the viewer on each of these subjects, by the rule of all lists and pages: one look for all of them. */
async function waitsOn(read: Reader, viewer: Actor, asked: { readonly subjectIds: readonly string[]; now: Instant }) {
  const { subjectIds, now } = asked;
  const { requests, requestOf } = await requestsOfSubjects(read, subjectIds);
  const sideOf = await readerSides(read, viewer, { requests, now });
  const sided = requests.map((request) => ({ ...request, ...sideOf(request) }));
  const told = await requestTurns(read, viewer, { requests: sided, now });
  const disputes = viewer.role === "administrator" ? await runningDisputesOf(read, subjectIds) : [];
  const toDecide = new Set(
    disputes.flatMap(({ orderId, state }) => ("decide" in DISPUTE_LIFECYCLE[state] ? [orderId] : [])),
  );
  const ofRequest = new Map(
    sided.map(({ id, side }): [string, Waits[]] => {
      const { turn, waiting } = told(id);
      const all = [turn, ...waiting.filter(({ act }) => act !== turn.act)];
      return [id, all.filter((one) => isOwn(one, side, viewer))];
    }),
  );
  return {
    requestOf,
    waitsOf: (subjectId: string): readonly Waits[] => [
      ...(ofRequest.get(requestOf(subjectId)) ?? []),
      ...(toDecide.has(subjectId) ? [{ act: "dispute", by: null } as const] : []),
    ],
  };
}

/**
 * Of notices that asked for something those that ask for it still, newest first, each with the time by which: the state is asked now and not when it was
 * told, so that what is done leaves by itself, whoever has done it. Of several that ask for the same the newest stands.
 */
export async function stillNeeded(
  read: Reader,
  viewer: Actor,
  { notices, now }: { readonly notices: readonly StoredNotice[]; readonly now: Instant },
): Promise<{ readonly notice: StoredNotice; readonly by: Instant | null }[]> {
  const asking = notices.flatMap((notice) => {
    const task = taskOfKind(notice.kind as NoticeKind);
    return task && notice.subjectId ? [{ notice, task, subjectId: notice.subjectId }] : [];
  });
  const subjectIds = [...new Set(asking.map(({ subjectId }) => subjectId))];
  const { requestOf, waitsOf } = await waitsOn(read, viewer, { subjectIds, now });
  const reported = await lastReports(read, [...new Set(subjectIds.map(requestOf))]);
  const taken = new Set<string>();
  return asking.flatMap(({ notice, task, subjectId }) => {
    const found = waitsOf(subjectId).find((one) => isStillAsked(task, [one]));
    if (!found) return [];
    if (found.act === "report" && (reported.get(requestOf(subjectId)) ?? 0) > notice.createdAt) return [];
    const key = `${requestOf(subjectId)} ${found.act} ${found.task ?? ""}`;
    if (taken.has(key)) return [];
    taken.add(key);
    return [{ notice, by: found.by }];
  });
}
