import { TextPage } from "../text-page";

export default async function TermsPage() {
  return <TextPage kind="terms" />;
}
