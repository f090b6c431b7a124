import { workAsyncStorage } from "next/dist/server/app-render/work-async-storage.external";
import { workUnitAsyncStorage } from "next/dist/server/app-render/work-unit-async-storage.external";
import { HeadersAdapter } from "next/dist/server/web/spec-extension/adapters/headers";
import { RequestCookies } from "next/dist/server/web/spec-extension/cookies";

/** Runs `work` as the framework runs a server action: within a request with these headers. */
export function withinRequest<Done>(headers: Record<string, string>, work: () => Promise<Done>): Promise<Done> {
  const sent = new Headers(headers);
  const cookies = new RequestCookies(sent);
  const request = {
    type: "request",
    phase: "action",
    url: { pathname: "/en", search: "" },
    headers: HeadersAdapter.seal(sent),
    cookies,
    mutableCookies: cookies,
    userspaceMutableCookies: cookies,
  };
  const store = { route: "/[locale]", page: "/[locale]" };
  return workAsyncStorage.run(store as never, () => workUnitAsyncStorage.run(request as never, work));
}
