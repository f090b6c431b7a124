import { expect, test } from "vitest";
import { outsideWords } from "./client-messages";

const form = {
  path: "components/bidding/bid-form.tsx",
  text: '"use client"; import { useTranslations } from "next-intl"; export const BidForm = () => useTranslations("ui")("send");',
};
const dot = { path: "components/ui/dot.tsx", text: '"use client"; export const Dot = () => <i />;' };
const panel = {
  path: "components/bidding/bid-panel.tsx",
  text: 'import { BidForm } from "./bid-form"; export const BidPanel = () => <section><BidForm /></section>;',
};
const frame = {
  path: "app/[locale]/bids/frame.tsx",
  text: 'import { ClientWords } from "@/app/client-words"; export const Frame = ({ children }) => <ClientWords><p>{children}</p></ClientWords>;',
};
const onDemand = {
  path: "components/bidding/bid-form-on-demand.tsx",
  text: '"use client"; export const Late = dynamic(() => import("./bid-form").then((parts) => parts.BidForm));',
};
const words = { path: "app/client-words.tsx", text: "export const ClientWords = ({ children }) => <>{children}</>;" };

const shell = { ...form, path: "components/shell/shell.tsx" };

const IMPORTS = `
import { Shell } from "@/components/shell/shell";
import { ClientWords } from "@/app/client-words";
import { BidForm } from "@/components/bidding/bid-form";
import { BidPanel } from "@/components/bidding/bid-panel";
import { Dot } from "@/components/ui/dot";
import { Late } from "@/components/bidding/bid-form-on-demand";
import { Frame } from "./frame";
`;
const found = (text: string) =>
  outsideWords([
    form,
    onDemand,
    dot,
    shell,
    panel,
    frame,
    words,
    { path: "app/[locale]/bids/page.tsx", text: IMPORTS + text },
  ]);

test.each([
  ["on its own", "export default () => <main><BidForm /></main>;", "BidForm"],
  ["by a script that comes on demand", "export default () => <main><Late /></main>;", "Late"],
  ["through a component", "export default () => <main><BidPanel /></main>;", "BidPanel"],
  [
    "beside the words",
    "export default () => <main><ClientWords><BidForm /></ClientWords><BidPanel /></main>;",
    "BidPanel",
  ],
  ["within the words of the frame", "export default () => <FrameWords><BidForm /></FrameWords>;", "BidForm"],
  [
    "in a name that is drawn within",
    "const form = <BidForm />; export default () => <ClientWords>{form}</ClientWords>;",
    "BidForm",
  ],
  [
    "in a function drawn in two places",
    "function Step() { return <BidForm />; } export default () => <><Step /><ClientWords><Step /></ClientWords></>;",
    "BidForm",
  ],
])("a form that stands %s is found", (_, text, name) => {
  expect(found(text)).toEqual([`app/[locale]/bids/page.tsx: ${name}`]);
});

test.each([
  ["within the words", "export default () => <ClientWords><main><BidForm /></main></ClientWords>;"],
  ["within a frame that brings them", "export default () => <Frame><BidPanel /></Frame>;"],
  [
    "in a function that is drawn within",
    "function Step() { return <BidForm />; } export default () => <ClientWords><Step /></ClientWords>;",
  ],
  ["that is the frame itself", "export default () => <FrameWords><Shell /></FrameWords>;"],
  ["where nothing is said", "export default () => <main><Dot /></main>;"],
])("one %s is not", (_, text) => {
  expect(found(text)).toEqual([]);
});
