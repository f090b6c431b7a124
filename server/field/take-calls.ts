import { z } from "zod";
import { takeReport } from "./take-report";
import { readBody } from "../platform/api/read-body";
import { readQuery } from "../platform/api/read-query";
import { execute } from "../platform/execute";
import type { Take } from "./field-route";
import { receivePhoto } from "./receive-photo";

/** One report, in JSON. */
export const reportCall: Take = async ({ actor, request, origin }) => {
  const body = await readBody(request);
  return "refused" in body ? body.refused : execute(takeReport, { actor, input: body.value, origin });
};

const DAY_MINUTES = 1_440;

const said = z.strictObject({
  id: z.uuid(),
  name: z.string().min(1).max(255),
  offset: z.coerce.number().int().min(-DAY_MINUTES).max(DAY_MINUTES).default(0),
});

/** One picture, as the camera made it; what is said of it stands after the question mark. */
export const photoCall: Take = async ({ actor, request, origin }) => {
  const query = readQuery(said, request.url);
  if ("issues" in query) return { kind: "malformed", issues: query.issues };
  const { id, name, offset } = query.value as z.output<typeof said>;
  const declaredType = request.headers.get("content-type") ?? "";
  return receivePhoto({ actor, origin, id, name, declaredType, offsetMinutes: offset, body: request.body });
};
