import type { APIRequestContext } from "@playwright/test";
import { apiKeyOf } from "./api-key";
import { expect } from "./test";

/** Makes something by the public API as one of the demo market's people, and answers its id. */
export const callAs =
  (request: APIRequestContext, handle: string) =>
  async (path: string, data: object): Promise<string> => {
    const headers = {
      authorization: `Bearer ${apiKeyOf(handle)}`,
      "idempotency-key": `${handle}-${process.pid}-${Date.now()}-${Math.random()}`,
    };
    const answer = await request.post(`/api/v1${path}`, { data, headers });
    expect(answer.ok(), await answer.text()).toBe(true);
    return ((await answer.json()) as { id: string }).id;
  };
