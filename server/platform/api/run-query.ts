import type { Actor } from "../../../domain/access/actor";
import type { QueryEndpoint } from "./endpoint-kinds";
import { problemOfIssues, problemOfRefusal } from "./problem";
import { etagOf, jsonAnswer } from "./json-answer";
import { readQuery } from "./read-query";

type Call = { readonly actor: Actor; readonly params: unknown; readonly request: Request };

export async function runQuery(endpoint: QueryEndpoint, { actor, params, request }: Call): Promise<Response> {
  const query = readQuery(endpoint.query, request.url);
  if ("issues" in query) return problemOfIssues(query.issues);
  const result = await endpoint.run({ actor, params: params as never, query: query.value as never });
  if (!result.ok) return problemOfRefusal(result.refusal);
  const { versionOf } = endpoint;
  return jsonAnswer(200, result.value, versionOf ? etagOf(versionOf(result.value as never)) : {});
}
