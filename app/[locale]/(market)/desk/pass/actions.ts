"use server";

import { getTranslations } from "next-intl/server";
import { passRequest, takeUpRequest } from "@/server/bidding/pass-request";
import { passedRequests, requestsToPass } from "@/server/bidding/queries/passed";
import { manyAction } from "@/server/platform/form/many-action";
import { platform } from "@/server/platform/platform";

type Listed = typeof passedRequests;

/** What the rows of a list are called, by their ids. */
const namedBy =
  (list: Listed): Parameters<typeof manyAction>[0]["named"] =>
  async (actor) => {
    const { database, clock } = platform();
    const rows = await list(database.read, actor, { now: clock() });
    return new Map(rows.map(({ id, reference }) => [id, reference]));
  };

/** Several requests at once are said not to be for us, each judged as if it were alone. */
export const passRequestsAction = manyAction({
  command: passRequest,
  field: "requestIds",
  inputOf: (requestId) => ({ requestId }),
  named: namedBy(requestsToPass),
  words: async (count) => (await getTranslations("lists.pass"))("passed", count),
});

/** Several are taken back. */
export const takeUpRequestsAction = manyAction({
  command: takeUpRequest,
  field: "requestIds",
  inputOf: (requestId) => ({ requestId }),
  named: namedBy(passedRequests),
  words: async (count) => (await getTranslations("lists.pass"))("takenUp", count),
});
