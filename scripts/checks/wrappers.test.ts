import { expect, test } from "vitest";
import { unwrappedActions, unwrappedRoutes } from "./wrappers";

const action = (text: string) => unwrappedActions({ path: "app/[locale]/(market)/deals/actions.ts", text });
const route = (text: string, path = "app/api/deals/route.ts") => unwrappedRoutes({ path, text });

const MAKER = 'import { formAction } from "@/server/platform/form/form-action";';
const DOWNLOAD = 'import { download } from "@/server/platform/form/page-download";';

test.each([
  ["a function", '"use server"; export async function save(data) {}'],
  ["an arrow", '"use server"; export const save = async (data) => {};'],
  ["a default", '"use server"; export default async () => {};'],
  ["a re-export", '"use server"; export { save } from "./elsewhere";'],
  [
    "a maker of its own with the same name",
    '"use server"; import { formAction } from "./mine"; export const save = formAction({});',
  ],
  ["one beside a good one", `"use server"; ${MAKER} export const a = formAction({}); export const b = async () => {};`],
  ["an action inside a component", 'export function Page() { async function save() { "use server"; } return save; }'],
])("an action made by %s does not pass", (_, text) => {
  expect(action(text)).toHaveLength(1);
});

test("an action made by the wrapper passes, and so does a type beside it", () => {
  expect(action(`"use server"; ${MAKER} export const save = formAction({}); export type Saved = 1;`)).toEqual([]);
});

test.each([
  ["a function", "export async function GET() {}"],
  ["an arrow", "export const POST = () => new Response();"],
  ["a re-export", 'export { GET } from "./elsewhere";'],
  ["everything of another module", 'export * from "./elsewhere";'],
])("a route made by %s does not pass", (_, text) => {
  expect(route(text)).toHaveLength(1);
});

test("a route made by the wrapper passes, with its settings beside it", () => {
  expect(route(`${DOWNLOAD} export const dynamic = "force-dynamic"; export const GET = download(deals);`)).toEqual([]);
});

test("a listed route passes without the wrapper, and only that one", () => {
  expect(route("export const GET = () => new Response();", "app/api/health/route.ts")).toEqual([]);
  expect(route("export const GET = () => new Response();", "app/api/deals/health/route.ts")).toHaveLength(1);
});
