import { expect, test } from "vitest";
import { requestFilterSchema } from "@/domain/requests/request-filter";
import { SERVICES } from "@/domain/shared/vocabulary";
import { drawn } from "@/test/drawn";
import { RequestFilters } from "./request-list";

const statesFor = (isMember: boolean) => {
  const html = drawn(
    <RequestFilters
      {...{
        action: "/requests",
        filter: requestFilterSchema.parse({}),
        hubs: [],
        corridors: [],
        isMember,
        mayPass: isMember,
        count: "0",
      }}
      without={() => "/requests"}
    />,
    { rooms: [...SERVICES.map((service) => `service-${service}`), "requests", "services", "hubs", "ui"] },
  );
  const select = html.slice(html.indexOf('<select name="state"'));
  return [...select.matchAll(/<option value="(\w+)"/g)].map(([, state]) => state);
};

test("a stranger is offered the states of published requests alone, a member all of them", () => {
  expect(statesFor(true)).toEqual(expect.arrayContaining(["draft", "in_review", "open", "any"]));
  expect(statesFor(false)).toEqual(statesFor(true).filter((state) => state !== "draft" && state !== "in_review"));
});
